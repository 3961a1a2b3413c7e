import { createOpenAI } from '@ai-sdk/openai';
import { APICallError, embedMany, generateText, isStepCount, Output, streamText, tool } from 'ai';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Behaviour } from './behaviour';
import { countTokens } from './count-tokens';
import { type OpenModel, openModel } from './open-model';
import { scriptOf } from './script';
import { sensible } from './sensible';

let model: OpenModel;
beforeAll(async () => {
  model = await openModel({ key: 'secret', models: ['baton-demo'] });
});
afterEach(() => model.turnTo(sensible));
afterAll(() => model?.close());

type Api = 'chat' | 'responses';
const through = (api: Api, { name = 'baton-demo', key = 'secret' } = {}) =>
  createOpenAI({ baseURL: model.url, apiKey: key })[api](name);
const turnTo = (...behaviours: Behaviour[]) =>
  model.turnTo((_, nth) => behaviours[Math.min(nth, behaviours.length) - 1]!);
const ask = (api: Api, more: object = {}) =>
  generateText({ model: through(api), prompt: 'Hi there', maxRetries: 0, ...more });

/** What a stream brought: its text, how it ended, and what went wrong on the way. */
async function read(api: Api, more: object = {}) {
  const errors: unknown[] = [];
  let text = '';
  let finish: string | undefined;
  const result = streamText({ model: through(api), prompt: 'Hi there', maxRetries: 0, onError: () => {}, ...more });
  try {
    for await (const part of result.fullStream) {
      if (part.type === 'text-delta') text += part.text;
      if (part.type === 'error') errors.push(part.error);
      if (part.type === 'finish') finish = part.finishReason;
    }
  } catch (thrown) {
    // A line that goes dead in the middle is no part of the stream: reading itself fails.
    return { text, errors, finish, result, thrown };
  }
  return { text, errors, finish, result };
}
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as Error & { statusCode?: number; cause?: Error },
  );

describe.each(['chat', 'responses'] as const)('the %s address', (api) => {
  it('says a text, whole and in pieces, and counts its tokens', async () => {
    turnTo({ kind: 'say', text: 'Your parcel is on its way.' });
    const whole = await ask(api);
    expect(whole).toMatchObject({ text: 'Your parcel is on its way.', finishReason: 'stop' });
    expect(whole.usage).toMatchObject({
      inputTokens: countTokens('Hi there'),
      outputTokens: countTokens('Your parcel is on its way.'),
    });
    const streamed = await read(api);
    expect(streamed).toMatchObject({ text: whole.text, finish: 'stop', errors: [] });
    expect(await streamed.result.usage).toMatchObject({ inputTokens: 2, outputTokens: 7 });
  });

  it('keeps what was asked and how it was answered', async () => {
    await ask(api, { headers: { 'x-baton-step': 'reword' } });
    expect(model.calls.at(-1)).toMatchObject({
      method: 'POST',
      step: 'reword',
      body: { model: 'baton-demo' },
      answered: { how: 'say', status: 200, whole: true, reply: { text: 'Hello there' } },
    });
  });

  it.each([false, true])('calls tools and goes on from their results (stream %s)', async (streaming) => {
    turnTo(
      { kind: 'say', text: 'Let me look.', tools: [{ name: 'get_order', args: { order: 'NL-48213' } }] },
      { kind: 'say', text: 'It is shipped.' },
    );
    const asked: string[] = [];
    const tools = {
      get_order: tool({
        inputSchema: z.object({ order: z.string() }),
        execute: ({ order }) => {
          asked.push(order);
          return { status: 'shipped' };
        },
      }),
    };
    const more = { tools, stopWhen: isStepCount(3) };
    const text = streaming ? (await read(api, more)).text : (await ask(api, more)).text;
    expect(asked).toEqual(['NL-48213']);
    expect(text).toContain('It is shipped.');
    expect(model.calls.at(-1)?.made).toMatchObject([{ name: 'get_order', result: '{"status":"shipped"}' }]);
    expect(model.calls.at(-1)?.messages.map((message) => message.text)).toContain('Let me look.');
  });

  it('answers by a schema, and not when it is told to be wrong', async () => {
    const schema = z.object({ sure: z.number(), kind: z.enum(['a', 'b']), note: z.string().nullable() });
    const output = Output.object({ schema });
    expect((await ask(api, { output })).output).toMatchObject({ kind: 'a' });
    turnTo({ kind: 'wrong' });
    const failure = failureOf(ask(api, { output }).then((result) => result.output));
    expect((await failure)?.name).toBe('AI_NoObjectGeneratedError');
  });

  it('refuses a schema too loose for strict output, as the real one does', async () => {
    const output = Output.object({ schema: z.object({ note: z.string().optional() }) });
    expect(await failureOf(ask(api, { output }))).toMatchObject({ statusCode: 400, message: /Missing 'note'/ });
  });

  it.each([
    ['another key', { key: 'wrong' }, 401, 'invalid_api_key'],
    ['an unknown model', { name: 'gpt-0' }, 404, 'model_not_found'],
  ])('refuses %s', async (_, wrong, statusCode, code) => {
    const failure = await failureOf(ask(api, { model: through(api, wrong) }));
    expect(APICallError.isInstance(failure)).toBe(true);
    expect(failure).toMatchObject({ statusCode, isRetryable: false, data: { error: { code } } });
  });

  it.each([429, 500, 529])('fails with %i', async (status) => {
    turnTo({ kind: 'fail', status, retryAfter: 7 });
    const expected = { name: 'AI_APICallError', statusCode: status, isRetryable: true };
    expect(await failureOf(ask(api))).toMatchObject({ ...expected, responseHeaders: { 'retry-after': '7' } });
    expect((await read(api)).errors).toMatchObject([expected]);
  });

  it('resets the line before any answer', async () => {
    turnTo({ kind: 'reset' });
    expect(await failureOf(ask(api))).toMatchObject({
      name: 'AI_APICallError',
      statusCode: undefined,
      isRetryable: true,
    });
    expect((await read(api)).errors).toMatchObject([{ name: 'AI_APICallError' }]);
  });

  it('hangs until the client has had enough', async () => {
    turnTo({ kind: 'hang', ms: 60_000 });
    expect(await failureOf(ask(api, { abortSignal: AbortSignal.timeout(50) }))).toMatchObject({ name: 'TimeoutError' });
    await expect.poll(() => model.calls.at(-1)?.answered).toMatchObject({ how: 'hang', whole: false });
    turnTo({ kind: 'hang', ms: 5 });
    expect(await failureOf(ask(api))).toMatchObject({ name: 'AI_APICallError' });
  });

  it('is cut off in the middle', async () => {
    turnTo({ kind: 'cut', after: 3, text: 'one two three four five' });
    expect(await failureOf(ask(api))).toMatchObject({ name: 'AI_APICallError', statusCode: 200 });
    const streamed = await read(api);
    expect(streamed.text).toBe('one two three ');
    expect(streamed.thrown).toMatchObject({ name: 'AI_APICallError', statusCode: 200, isRetryable: true });
    expect(streamed.finish).toBeUndefined();
  });

  it('sends what is not JSON', async () => {
    turnTo({ kind: 'broken' });
    expect(await failureOf(ask(api))).toMatchObject({ name: 'AI_APICallError', statusCode: 200 });
    const { errors } = await read(api);
    expect(errors).toMatchObject([{ name: 'AI_JSONParseError' }]);
  });

  it('calls a tool there is not, says nothing, and says far too much', async () => {
    turnTo({ kind: 'unknownTool' });
    const tools = { known: tool({ inputSchema: z.object({}) }) };
    expect((await ask(api, { tools })).toolCalls).toMatchObject([{ toolName: 'no_such_tool', invalid: true }]);
    turnTo({ kind: 'nothing' });
    expect(await ask(api)).toMatchObject({ text: '', finishReason: 'stop' });
    expect(await read(api)).toMatchObject({ text: '', finish: 'stop', errors: [] });
    turnTo({ kind: 'huge', bytes: 1_000_000 });
    expect((await ask(api, { maxOutputTokens: 10 })).text).toHaveLength(1_000_000);
    expect((await read(api)).text).toHaveLength(1_000_000);
  });

  it('keeps to the most tokens that are asked for', async () => {
    turnTo({ kind: 'say', text: 'x'.repeat(100) });
    expect(await ask(api, { maxOutputTokens: 16 })).toMatchObject({ text: 'x'.repeat(64), finishReason: 'length' });
    expect(await read(api, { maxOutputTokens: 16 })).toMatchObject({ text: 'x'.repeat(64), finish: 'length' });
  });

  it('takes its time', async () => {
    turnTo({ kind: 'slow', chunkMs: 20, afterMs: 20 });
    await read(api);
    expect(model.calls.at(-1)?.answered?.ms).toBeGreaterThanOrEqual(55);
    await ask(api);
    expect(model.calls.at(-1)?.answered?.ms).toBeGreaterThanOrEqual(55);
  });

  it('tells which tokens it had read before', async () => {
    const prompt = `${api} ${'the same long beginning '.repeat(300)}`;
    turnTo({ kind: 'say', text: 'Yes.' });
    expect((await ask(api, { prompt })).usage.inputTokenDetails.cacheReadTokens).toBe(0);
    expect((await ask(api, { prompt: `${prompt} and more` })).usage.inputTokenDetails.cacheReadTokens).toBe(1_792);
  });
});

it('embeds: the same text in the same place, texts that share words near one another', async () => {
  const embedding = createOpenAI({ baseURL: model.url, apiKey: 'secret' }).embedding('baton-demo');
  const values = ['refund my order', 'refund my order please', 'mountain weather'];
  const { embeddings } = await embedMany({ model: embedding, values });
  const dot = (one: number[], other: number[]) => one.reduce((sum, each, index) => sum + each * other[index]!, 0);
  expect(dot(embeddings[0]!, embeddings[0]!)).toBeCloseTo(1);
  expect(dot(embeddings[0]!, embeddings[1]!)).toBeGreaterThan(dot(embeddings[0]!, embeddings[2]!));

  const body = JSON.stringify({ model: 'baton-demo', input: values[0], encoding_format: 'base64' });
  const headers = { authorization: 'Bearer secret' };
  const sent = (await (await fetch(`${model.url}/embeddings`, { method: 'POST', headers, body })).json()) as {
    data: { embedding: string }[];
  };
  const bytes = Buffer.from(sent.data[0]!.embedding, 'base64');
  expect(bytes.readFloatLE(0)).toBeCloseTo(embeddings[0]![0]!);
  expect(bytes).toHaveLength(256);
});

it('lists its models', async () => {
  const response = await fetch(`${model.url}/models`, { headers: { authorization: 'Bearer secret' } });
  expect(await response.json()).toMatchObject({ object: 'list', data: [{ id: 'baton-demo', object: 'model' }] });
});

it('ends what hangs when it closes', async () => {
  const other = await openModel({ script: () => ({ kind: 'hang', ms: 60_000 }) });
  const provider = createOpenAI({ baseURL: other.url, apiKey: 'none' });
  const asked = failureOf(generateText({ model: provider.chat('any'), prompt: 'Hi', maxRetries: 0 }));
  await expect.poll(() => other.calls).toHaveLength(1);
  await other.close();
  expect(await asked).toMatchObject({ name: 'AI_APICallError' });
});

it('follows a script of rows: the first that fits, so often, then what is left', async () => {
  model.turnTo(
    scriptOf(
      [
        { when: { step: 'check', nth: 2 }, do: { kind: 'say', text: 'second check' } },
        { when: { contains: 'there' }, do: { kind: 'say', text: 'once' }, times: 1 },
      ],
      () => ({ kind: 'say', text: 'otherwise' }),
    ),
  );
  const said = [];
  for (const step of ['check', 'check', 'check'])
    said.push((await ask('chat', { headers: { 'x-baton-step': step } })).text);
  expect(said).toEqual(['once', 'second check', 'otherwise']);
});
