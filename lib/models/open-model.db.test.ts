import { generateText, streamText } from 'ai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Behaviour } from '../../demo/model/behaviour';
import { type OpenModel, openModel as openStandIn } from '../../demo/model/open-model';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { ModelNeed } from './call-endpoint';

let desk: TestDatabase;
/** Two endpoints: the second is for when the first does not answer. */
let first: OpenModel;
let second: OpenModel;
let models: typeof import('./open-model');
let meters: typeof import('./start-meter');
let guards: typeof import('./guard-endpoint');
let endpoints: typeof import('./read-endpoints');
let objects: typeof import('./ask-object');
let forget: () => void;

beforeAll(async () => {
  desk = await openTestDatabase();
  [first, second] = await Promise.all([openStandIn(), openStandIn()]);
  models = await import('./open-model');
  meters = await import('./start-meter');
  guards = await import('./guard-endpoint');
  endpoints = await import('./read-endpoints');
  objects = await import('./ask-object');
  const [{ forgetModelSettings }, { forgetSpent }] = await Promise.all([
    import('./read-settings'),
    import('./read-budget'),
  ]);
  forget = () => {
    endpoints.forgetEndpoints();
    forgetModelSettings();
    forgetSpent();
  };
});
afterAll(async () => {
  await Promise.all([first?.close(), second?.close()]);
  await desk?.close();
});
beforeEach(async () => {
  for (const one of [first, second]) {
    one.turnTo(() => ({ kind: 'say', text: 'Hello.' }));
    one.calls.length = 0;
  }
  await desk.db.modelCall.deleteMany();
  await desk.db.modelSpend.deleteMany();
  await set({ count: 1 });
});

/** New rows each time: a breaker is known by its endpoint's id. */
async function set({
  count,
  ...more
}: {
  count: 1 | 2;
  patienceMs?: number;
  mostAtOnce?: number;
  mostPerMinute?: number;
}) {
  await desk.db.modelProvider.deleteMany();
  await desk.db.setting.deleteMany({ where: { key: 'models' } });
  for (const [position, { url }] of [first, second].slice(0, count).entries()) {
    const choices = {
      create: [{ role: 'small' as const, model: 'small', inputPrice: 1_000_000, outputPrice: 2_000_000 }],
    };
    await desk.db.modelProvider.create({ data: { name: `Number ${position + 1}`, url, position, ...more, choices } });
  }
  forget();
}

const turnTo = (model: OpenModel, ...behaviours: Behaviour[]) =>
  model.turnTo((_, nth) => behaviours[Math.min(nth, behaviours.length) - 1]!);
const need = (more: Partial<ModelNeed> & { ms?: number } = {}): ModelNeed => ({
  step: 'compose',
  size: 'small',
  why: 'A test',
  about: {},
  meter: meters.startMeter({ ms: more.ms ?? 8_000, tokens: 50_000, micros: 1_000_000 }),
  ...more,
});
const ask = async (wanted = need(), prompt = 'Hi') =>
  (await generateText({ model: models.openModel(wanted), prompt, maxRetries: 0, maxOutputTokens: 200 })).text;
async function listen(wanted = need()) {
  let text = '';
  const { fullStream } = streamText({ model: models.openModel(wanted), prompt: 'Hi', maxRetries: 0, onError() {} });
  for await (const part of fullStream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'text-delta') text += part.text;
  }
  return text;
}
const fails = (kind: string) => expect.objectContaining({ failure: expect.objectContaining({ kind }) });
const ledger = () => desk.db.modelCall.findMany({ orderBy: [{ at: 'asc' }, { attempt: 'asc' }] });

describe.each([
  ['in one piece', ask],
  ['as a stream', listen],
])('%s', (_, asked) => {
  it('waits as long as it is asked to, then asks again', async () => {
    turnTo(first, { kind: 'fail', status: 429, retryAfter: 1 }, { kind: 'say', text: 'Hello.' });
    const from = performance.now();
    expect(await asked()).toBe('Hello.');
    expect(performance.now() - from).toBeGreaterThanOrEqual(1_000);
    await expect.poll(ledger).toMatchObject([
      { attempt: 1, failure: 'rate_limited', status: 429 },
      { attempt: 2, failure: null },
    ]);
  });

  it('goes to the next one at once', async () => {
    await set({ count: 2 });
    turnTo(first, { kind: 'fail', status: 429, retryAfter: 5 });
    const from = performance.now();
    expect(await asked()).toBe('Hello.');
    expect(performance.now() - from).toBeLessThan(2_000);
    await expect.poll(ledger).toMatchObject([{ provider: 'Number 1' }, { provider: 'Number 2', failure: null }]);
  });

  it.each<[Behaviour, string, number]>([
    [{ kind: 'fail', status: 500 }, 'server_error', 3],
    [{ kind: 'fail', status: 529 }, 'overloaded', 3],
    [{ kind: 'fail', status: 400 }, 'refused', 1],
    [{ kind: 'reset' }, 'unreachable', 3],
    [{ kind: 'nothing' }, 'nothing', 3],
  ])('makes so many requests and no more of %j', async (behaviour, kind, count) => {
    turnTo(first, behaviour);
    const wanted = need();
    await expect(asked(wanted)).rejects.toEqual(fails(kind));
    expect(wanted.meter.stopped).toBe(true);
    expect(first.calls).toHaveLength(count);
    await expect.poll(ledger).toHaveLength(count);
    expect((await ledger()).map(({ failure }) => failure)).toEqual(Array(count).fill(kind));
  });

  it('gives up on who does not answer', async () => {
    await set({ count: 1, patienceMs: 500 });
    turnTo(first, { kind: 'hang', ms: 60_000 });
    const from = performance.now();
    await expect(asked()).rejects.toEqual(fails('late'));
    expect(performance.now() - from).toBeLessThan(3_000);
    expect(first.calls).toHaveLength(1);
    await expect.poll(ledger).toMatchObject([{ failure: 'late', firstMs: null }]);
  });

  it('ends with the time of its turn', async () => {
    turnTo(first, { kind: 'hang', ms: 60_000 });
    const from = performance.now();
    await expect(asked(need({ ms: 700 }))).rejects.toEqual(fails('late'));
    expect(performance.now() - from).toBeLessThan(3_000);
    await expect.poll(ledger).toHaveLength(1);
  });
});

it('asks again for what cannot be read, but not where reading it has begun', async () => {
  turnTo(first, { kind: 'broken' });
  await expect(ask()).rejects.toEqual(fails('malformed'));
  expect(first.calls).toHaveLength(3);
  await listen().catch(() => undefined);
  expect(first.calls).toHaveLength(4);
  await expect.poll(ledger).toHaveLength(4);
  expect((await ledger()).map(({ failure }) => failure)).toEqual(Array(4).fill('malformed'));
});

it('tells who reads that the line went dead, and does not begin anew', async () => {
  turnTo(first, { kind: 'cut', after: 3, text: 'One two three four five.' });
  await expect(listen()).rejects.toEqual(fails('cut'));
  expect(first.calls).toHaveLength(1);
  await expect.poll(ledger).toMatchObject([{ failure: 'cut', firstMs: expect.any(Number) }]);
});

it('rests after five failures, sends nothing meanwhile, and is asked again after that', async () => {
  turnTo(first, { kind: 'fail', status: 500 });
  await ask().catch(() => undefined);
  await ask().catch(() => undefined);
  expect(first.calls).toHaveLength(5);
  const [endpoint] = await endpoints.readEndpoints();
  expect(guards.isResting(endpoint!)).toBe(true);
  await expect(ask()).rejects.toEqual(fails('resting'));
  expect(first.calls).toHaveLength(5);
  expect(guards.isResting(endpoint!, Date.now() + 16_000)).toBe(false);
});

it('passes over who rests while another is awake', async () => {
  await set({ count: 2 });
  turnTo(first, { kind: 'fail', status: 500 });
  for (let count = 0; count < 5; count++) await ask();
  first.calls.length = 0;
  expect(await ask()).toBe('Hello.');
  expect(first.calls).toHaveLength(0);
});

it('asks so many at once and lets as many wait; the next is told at once', async () => {
  await set({ count: 1, mostAtOnce: 2 });
  turnTo(first, { kind: 'say', text: 'Hello.', afterMs: 300 });
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => ask()));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  expect(all.find((one) => one.status === 'rejected')?.reason).toEqual(fails('busy'));
});

it('asks so often in a minute and no more', async () => {
  await set({ count: 1, mostPerMinute: 2 });
  const all = await Promise.allSettled([ask(), ask(), ask()]);
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  expect(first.calls).toHaveLength(2);
});

it('asks nobody once the budget is used up', async () => {
  const day = new Date(new Date().toISOString().slice(0, 10));
  await desk.db.setting.create({ data: { key: 'models', value: { day: 0.01 } } });
  await desk.db.modelSpend.create({ data: { day, micros: 10_000 } });
  forget();
  await expect(ask()).rejects.toEqual(fails('budget'));
  expect(first.calls).toHaveLength(0);
});

it('holds back what has a placeholder, and asks nobody where nobody is set', async () => {
  const hidden = ['ada@winter.example'];
  await expect(ask(need({ hidden }), 'Write to Ada@Winter.example')).rejects.toEqual(fails('held'));
  expect(first.calls).toHaveLength(0);
  await desk.db.modelProvider.deleteMany();
  forget();
  await expect(ask()).rejects.toEqual(fails('none'));
});

it('sends back once what has not the form that was asked for', async () => {
  const schema = z.object({ sure: z.boolean() });
  const form = (wanted = need()) => objects.askObject(wanted, { instructions: 'Say.', prompt: 'Hi' }, 'answer', schema);
  turnTo(first, { kind: 'wrong' }, { kind: 'say', text: '{"sure":true}' });
  expect(await form()).toEqual({ sure: true });
  expect(first.calls).toHaveLength(2);
  expect(first.calls[1]!.messages.at(-1)?.text).toContain('does not have the form');
  turnTo(first, { kind: 'wrong' });
  first.calls.length = 0;
  await expect(form()).rejects.toEqual(fails('wrong_shape'));
  expect(first.calls).toHaveLength(2);
});

it('writes down every request, with what it used and cost', async () => {
  turnTo(first, { kind: 'say', text: 'Hello.', usage: { input: 1_000, output: 500, cached: 0 } });
  const wanted = need({ step: 'plan', why: 'A test of the ledger' });
  await ask(wanted);
  expect(await ledger()).toMatchObject([
    {
      step: 'plan',
      role: 'small',
      model: 'small',
      host: new URL(first.url).host,
      why: 'A test of the ledger',
      inputTokens: 1_000,
      outputTokens: 500,
      costMicros: 2_000,
      failure: null,
    },
  ]);
  expect(await desk.db.modelSpend.findMany()).toMatchObject([{ micros: 2_000n, calls: 1 }]);
  expect(wanted.meter.spent).toEqual({ calls: 1, tokens: 1_500, costMicros: 2_000 });
  expect(first.calls[0]!.step).toBe('plan');
});
