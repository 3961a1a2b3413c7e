import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { embedTexts } from './embed-texts';

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

type Asked = { path: string; key: string; body: { model: string; input: string[] } };

/** A server that speaks the wire format and answers with what it is told. */
async function serve(answer: (input: string[]) => { status?: number; delayMs?: number; vectors?: unknown[] }) {
  const asked: Asked[] = [];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    request.on('end', () => {
      const body = JSON.parse(text) as Asked['body'];
      asked.push({ path: request.url ?? '', key: request.headers.authorization ?? '', body });
      const { status = 200, delayMs = 0, vectors = [] } = answer(body.input);
      const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
      const sent =
        status === 200
          ? { object: 'list', data, model: body.model, usage: { prompt_tokens: 1, total_tokens: 1 } }
          : { error: { message: 'no' } };
      setTimeout(() => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(sent));
      }, delayMs);
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return { asked, endpoint: { url: `http://127.0.0.1:${address.port}/v1`, key: 'k1', model: 'm' } };
}

describe('embedTexts', () => {
  it('asks once and gives vectors of length 1 in order', async () => {
    const { asked, endpoint } = await serve((input) => ({ vectors: input.map((text) => [text.length, 0]) }));
    const { vectors, tokens } = await embedTexts(['abc', 'de'], endpoint, { timeoutMs: 2_000 });
    const [first, second] = vectors;
    expect(tokens).toBe(1);
    expect([...first!, ...second!]).toEqual([1, 0, 1, 0]);
    expect(asked).toMatchObject([
      { path: '/v1/embeddings', key: 'Bearer k1', body: { model: 'm', input: ['abc', 'de'] } },
    ]);
  });

  it.each([
    ['fails', { status: 500 }],
    ['refuses the key', { status: 401 }],
    [
      'is slow',
      {
        delayMs: 600,
        vectors: [
          [1, 0],
          [0, 1],
        ],
      },
    ],
    ['forgets a text', { vectors: [[1, 0]] }],
    [
      'mixes lengths',
      {
        vectors: [
          [1, 0],
          [0, 1, 0],
        ],
      },
    ],
    ['sends no numbers', { vectors: [['a'], ['b']] }],
  ])('says so when the endpoint %s', async (_, answer) => {
    const { endpoint } = await serve(() => answer);
    const from = performance.now();
    await expect(embedTexts(['abc', 'de'], endpoint, { timeoutMs: 200 })).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(performance.now() - from).toBeLessThan(550);
  });

  it('sends nothing for nothing', async () => {
    const { asked, endpoint } = await serve(() => ({ status: 500 }));
    expect(await embedTexts([], endpoint, { timeoutMs: 200 })).toEqual({ vectors: [], tokens: 0 });
    expect(asked).toEqual([]);
  });
});
