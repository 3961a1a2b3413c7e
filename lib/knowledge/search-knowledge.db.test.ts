import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let server: Server;
let misbehave: 'no' | 'fail' | 'slow' | 'other length' = 'no';
const sent: string[] = [];

/** Meaning as two numbers: what is about getting money back, and the rest. */
function embed(text: string): number[] {
  const money = /refund|money back|reimburse/i.test(text) ? 1 : 0;
  return misbehave === 'other length' ? [money, 1 - money, 0] : [money, 1 - money];
}

beforeAll(async () => {
  desk = await openTestDatabase();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk;
    });
    request.on('end', () => {
      const { input, model } = JSON.parse(body) as { input: string[]; model: string };
      sent.push(...input);
      const data = input.map((text, index) => ({ object: 'embedding', index, embedding: embed(text) }));
      const answer = { object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } };
      const send = () =>
        response
          .writeHead(misbehave === 'fail' ? 500 : 200, { 'content-type': 'application/json' })
          .end(JSON.stringify(misbehave === 'fail' ? { error: { message: 'no' } } : answer));
      setTimeout(send, misbehave === 'slow' ? 3_000 : 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  process.env.BATON_EMBEDDING_URL = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`;
  process.env.BATON_EMBEDDING_MODEL = 'two-numbers';
  await desk.db.article.deleteMany();
  const article = (slug: string, title: string, body: string) => ({ slug, title, body, publishedAt: new Date() });
  await desk.db.article.createMany({
    data: [
      article('refunds', 'Refunds', 'A refund reaches your card within five days.'),
      article('parcels', 'Parcels', 'A parcel travels for three days.'),
    ],
  });
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await desk?.close();
});

/** The environment, the index and the rest after a failure are kept for the life of a process: each test has one of its own. */
const freshProcess = async () => {
  vi.resetModules();
  const { embedPassages } = await import('./embed-passages');
  const { openSearch } = await import('./search-knowledge');
  return { embedPassages, search: await openSearch() };
};
const asked = (query: string) => ({ query, options: { language: 'en', audiences: ['public' as const] } });

describe('search by words and meaning', () => {
  beforeEach(() => {
    misbehave = 'no';
    sent.length = 0;
  });

  it('embeds each passage once', async () => {
    const { embedPassages } = await freshProcess();
    expect(await embedPassages()).toBe(2);
    expect(sent).toHaveLength(2);
    expect(await embedPassages()).toBe(0);
    expect(sent).toHaveLength(2);
  });

  it('finds what says the same in other words', async () => {
    const { search } = await freshProcess();
    const { query, options } = asked('when do you reimburse me');
    expect((await search(query, options))[0]?.passage.slug).toBe('refunds');
    expect(sent).toEqual([query]);
  });

  it.each(['fail', 'slow', 'other length'] as const)(
    'searches by words when the endpoint does this: %s',
    async (how) => {
      const { search } = await freshProcess();
      misbehave = how;
      const from = performance.now();
      const { query, options } = asked('how long does a parcel travel');
      expect((await search(query, options))[0]?.passage.slug).toBe('parcels');
      expect(performance.now() - from).toBeLessThan(2_500);
      if (how === 'other length') return;
      // Nobody waits for it again so soon.
      const again = performance.now();
      await search(query, options);
      expect(performance.now() - again).toBeLessThan(500);
      expect(sent).toHaveLength(1);
    },
  );

  it('never shows by meaning what may not be read', async () => {
    const { search } = await freshProcess();
    await desk.db.article.updateMany({ where: { slug: 'refunds' }, data: { audience: 'agents' } });
    const { search: after } = await freshProcess();
    const { query, options } = asked('reimburse');
    expect((await search(query, options)).map(({ passage }) => passage.slug)).toContain('refunds');
    expect((await after(query, options)).map(({ passage }) => passage.slug)).not.toContain('refunds');
  });
});
