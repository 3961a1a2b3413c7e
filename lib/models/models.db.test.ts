import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { ProviderInput } from './model.schema';

let desk: TestDatabase;
let save: typeof import('./save-provider').saveProvider;
let remove: typeof import('./remove-provider').removeProvider;
let order: typeof import('./order-providers').orderProviders;
let list: typeof import('./list-providers').listProviders;
let probe: typeof import('./test-provider').testProvider;
let limit: typeof import('./save-settings').saveModelSettings;
let view: typeof import('./view-models').viewModels;
let sum: typeof import('./sum-costs').sumCosts;
let describeCalls: typeof import('./describe-calls').describeCalls;
let note: typeof import('./note-call').noteCall;
let read: typeof import('./read-endpoints').readEndpoints;

const environment = {
  BATON_MODEL_URL: 'http://models.internal/v1/',
  BATON_MODEL: 'house-large',
  BATON_MODEL_KEY: 'own',
};

beforeAll(async () => {
  Object.assign(process.env, environment, { BATON_MODEL_PRICE: '0.5/0.05/1.25' });
  desk = await openTestDatabase();
  ({ saveProvider: save } = await import('./save-provider'));
  ({ removeProvider: remove } = await import('./remove-provider'));
  ({ orderProviders: order } = await import('./order-providers'));
  ({ listProviders: list } = await import('./list-providers'));
  ({ testProvider: probe } = await import('./test-provider'));
  ({ saveModelSettings: limit } = await import('./save-settings'));
  ({ viewModels: view } = await import('./view-models'));
  ({ sumCosts: sum } = await import('./sum-costs'));
  ({ describeCalls } = await import('./describe-calls'));
  ({ noteCall: note } = await import('./note-call'));
  ({ readEndpoints: read } = await import('./read-endpoints'));
});
afterAll(() => desk?.close());

const price = { input: 2.5, cached: 0.025, output: 10 };
const provider = (more: Partial<ProviderInput> = {}): ProviderInput => ({
  name: `Provider ${randomUUID()}`,
  url: 'https://models.example/v1',
  key: 'sk-secret',
  style: 'chat',
  enabled: true,
  patienceMs: 2_000,
  mostAtOnce: 4,
  mostPerMinute: null,
  choices: { large: { model: 'big', ...price } },
  ...more,
});
const keyOf = async (id: string) => (await read(Date.now() + 5_000)).find((one) => one.id === id)?.key;

describe('providers', () => {
  beforeEach(async () => {
    await desk.db.modelProvider.deleteMany();
  });

  it('are saved with a sealed key and exact prices, and audited without the key', async () => {
    const { admin } = desk.people;
    const input = provider({ choices: { large: { model: 'big', input: 0.1, cached: 0.000003, output: 4.35 } } });
    const { id } = await save(admin, input);
    const row = await desk.db.modelProvider.findUniqueOrThrow({ where: { id }, include: { choices: true } });
    expect(row.key).not.toContain('sk-secret');
    expect(row.choices[0]).toMatchObject({ inputPrice: 100_000n, cachedPrice: 3n, outputPrice: 4_350_000n });
    expect(await keyOf(id)).toBe('sk-secret');
    const [shown] = await list();
    expect(shown).toMatchObject({ id, hasKey: true, health: 'unused', choices: input.choices });
    const audited = await desk.db.auditEntry.findMany({ where: { subjectId: id }, select: { after: true } });
    const told = JSON.stringify([shown, audited]);
    expect(told).toContain('typed anew');
    expect(told).not.toContain('sk-secret');
    expect(told).not.toContain(row.key);
  });

  it('keep their key, take another, and lose it', async () => {
    const { admin } = desk.people;
    const { key: _, ...same } = provider();
    const { id } = await save(admin, { ...same, key: 'sk-secret' });
    await save(admin, { ...same, id, patienceMs: 9_000 });
    expect(await keyOf(id)).toBe('sk-secret');
    await save(admin, { ...same, id, key: 'sk-other', choices: { small: { model: 'little', ...price } } });
    expect(await keyOf(id)).toBe('sk-other');
    expect((await list())[0]?.choices).toEqual({ small: { model: 'little', ...price } });
    await save(admin, { ...same, id, key: '' });
    expect(await keyOf(id)).toBe('');
  });

  it('never send a kept key to another machine', async () => {
    const { admin } = desk.people;
    const { key: _, ...same } = provider();
    const { id } = await save(admin, { ...same, key: 'sk-secret' });
    const elsewhere = { ...same, id, url: 'https://elsewhere.example/v1' };
    await expect(save(admin, elsewhere)).rejects.toMatchObject({ code: 'invalid' });
    await expect(probe(elsewhere)).rejects.toMatchObject({ code: 'invalid' });
    await save(admin, { ...same, id, url: 'https://models.example/v2' });
    expect(await keyOf(id)).toBe('sk-secret');
  });

  it('have a name each', async () => {
    const { admin } = desk.people;
    await save(admin, provider({ name: 'One' }));
    await expect(save(admin, provider({ name: 'One' }))).rejects.toMatchObject({ code: 'conflict' });
    await expect(save(admin, provider({ name: 'Environment' }))).rejects.toMatchObject({ code: 'conflict' });
    await expect(save(admin, provider({ id: randomUUID() }))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are asked in their order, those of the environment last and read only', async () => {
    const { admin } = desk.people;
    const first = await save(admin, provider({ name: 'First' }));
    const second = await save(admin, provider({ name: 'Second' }));
    const names = async () => (await list()).map(({ name }) => name);
    expect(await names()).toEqual(['First', 'Second', 'Environment']);
    await order(admin, [second.id, first.id]);
    expect(await names()).toEqual(['Second', 'First', 'Environment']);
    await expect(order(admin, [second.id])).rejects.toMatchObject({ code: 'conflict' });
    await expect(order(admin, [second.id, first.id, 'environment'])).rejects.toMatchObject({ code: 'conflict' });
    await remove(admin, second.id);
    expect(await names()).toEqual(['First', 'Environment']);
    await expect(remove(admin, second.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(remove(admin, 'environment')).rejects.toMatchObject({ code: 'not_found' });
    const last = (await list()).at(-1);
    expect(last).toMatchObject({ id: 'environment', url: 'http://models.internal/v1', hasKey: true });
    expect(last?.choices).toEqual({ large: { model: 'house-large', input: 0.5, cached: 0.05, output: 1.25 } });
    expect(last).not.toHaveProperty('key');
  });
});

const call = (more: Partial<Parameters<typeof note>[0]> = {}) => ({
  turnId: null,
  conversationId: null,
  personId: null,
  step: 'compose',
  role: 'large' as const,
  provider: 'Ledger',
  host: 'models.example',
  model: 'big',
  why: 'An open question',
  attempt: 1,
  inputTokens: 100,
  cachedTokens: 40,
  outputTokens: 20,
  costMicros: 0,
  firstMs: 200,
  tookMs: 300,
  failure: null,
  status: null,
  sent: [{ role: 'user', text: 'Hello [NAME_1]' }],
  sentBytes: 42,
  ...more,
});
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe('health', () => {
  const of = async (name: string) => {
    await save(desk.people.admin, provider({ name }));
    return async () => (await list()).find((one) => one.name === name);
  };

  it('is what the ledger says of the last hour', async () => {
    const read = await of('Watched');
    expect(await read()).toMatchObject({ health: 'unused', calls: 0, firstMs: null });
    await note(call({ provider: 'Watched' }), minutesAgo(70));
    expect(await read()).toMatchObject({ health: 'unused', calls: 0 });
    for (const firstMs of [100, 200, 900]) await note(call({ provider: 'Watched', firstMs }), minutesAgo(30));
    expect(await read()).toMatchObject({ health: 'well', calls: 3, failures: 0, firstMs: 200, lastFailure: null });
    await note(call({ provider: 'Watched', failure: 'refused_key', firstMs: null }), minutesAgo(6));
    expect(await read()).toMatchObject({ health: 'failing', failures: 1, lastFailure: 'It does not accept the key' });
    for (let at = 5; at > 0; at--) await note(call({ provider: 'Watched', failure: 'late' }), minutesAgo(at));
    // What rests was not asked.
    await note(call({ provider: 'Watched', failure: 'resting' }));
    expect(await read()).toMatchObject({ health: 'down', calls: 9, lastFailure: 'It did not answer in time' });
    await note(call({ provider: 'Watched' }));
    expect(await read()).toMatchObject({ health: 'failing' });
  });
});

describe('costs', () => {
  it('are the sums of the calls, to the millionth', async () => {
    await desk.db.modelCall.deleteMany();
    const { id: conversationId } = await desk.conversation({
      state: 'closed',
      closedAt: new Date(),
      resolution: 'assumed',
    });
    await desk.conversation({ state: 'closed', closedAt: new Date(), resolution: 'verified' });
    await desk.conversation({ state: 'closed', closedAt: new Date(), resolution: 'agent' });
    await desk.conversation({ state: 'closed', closedAt: minutesAgo(60 * 24 * 40), resolution: 'verified' });
    const turn = async (number: number, engine: string, intent: string) => {
      const id = randomUUID();
      const intents = [{ intent, probability: 0.9 }];
      await desk.db.turn.create({
        data: { id, conversationId, number, messageId: randomUUID(), workflowId: id, engine, intents, status: 'saved' },
      });
      return id;
    };
    const [refund, other, local] = [
      await turn(1, 'model', 'refund'),
      await turn(2, 'model', 'nothing-known'),
      await turn(3, 'local', 'refund'),
    ];
    await note(call({ turnId: refund, step: 'plan', costMicros: 700, inputTokens: 1_000 }));
    await note(call({ turnId: refund, costMicros: 301, firstMs: 400 }));
    await note(call({ turnId: other, model: 'little', costMicros: 10 }));
    await note(call({ turnId: local, failure: 'late', firstMs: null, costMicros: 1 }));
    await note(call({ personId: randomUUID(), step: 'reword', costMicros: 88 }));
    await note(call({ costMicros: 5_000 }), minutesAgo(60 * 24 * 2));

    const today = await sum(1);
    expect(today).toMatchObject({ costMicros: 1_100, calls: 5, failures: 1, turns: 2 });
    // 1012 in turns, over two turns and over two conversations of the assistant's own.
    expect(today).toMatchObject({ perTurnMicros: 506, perResolutionMicros: 506 });
    expect(today.tokens).toEqual({ input: 1_400, cached: 200, output: 100 });
    expect(today.firstMs).toEqual({ median: 200, p90: 340 });
    const { name } = await desk.db.intent.findUniqueOrThrow({ where: { key: 'refund' } });
    expect(today.byIntent).toEqual([
      { name, calls: 3, costMicros: 1_002 },
      { name: 'Not understood', calls: 1, costMicros: 10 },
    ]);
    expect(today.byStep[0]).toEqual({ name: 'plan', calls: 1, costMicros: 700 });
    for (const rows of [today.byStep, today.byModel]) expect(total(rows)).toBe(1_100);

    const week = await sum(7);
    expect(week.byDay).toHaveLength(7);
    expect(total(week.byDay)).toBe(6_100);
    expect(week.byDay.at(-1)?.costMicros).toBe(1_100);
    expect(week.byDay.at(-3)?.costMicros).toBe(5_000);
    expect((await sum(30)).byDay).toHaveLength(30);
  });

  it('are nothing where nothing was asked', async () => {
    await desk.db.modelCall.deleteMany();
    const none = { costMicros: 0, calls: 0, perTurnMicros: null, perResolutionMicros: null, byStep: [], byIntent: [] };
    expect(await sum(7)).toMatchObject(none);
  });

  it('stand beside the budget, which is set and audited', async () => {
    const { admin } = desk.people;
    const before = await view(7);
    expect(before).toMatchObject({ settings: { day: null }, budget: { level: 'free' } });
    await limit(admin, { ...before.settings, day: 10, planSteps: 3 });
    expect((await view(7)).settings).toMatchObject({ day: 10, planSteps: 3 });
    await expect(limit(admin, { ...before.settings, alertAt: 0.9, softAt: 0.5 })).rejects.toThrow();
    expect(await desk.db.auditEntry.count({ where: { action: 'models.limit' } })).toBe(1);
    await desk.db.cachedAnswer.create({
      data: { key: 'k', question: 'q', answer: {}, articles: [], hits: 3, savedMicros: 900n },
    });
    expect((await view(7)).costs.cache).toEqual({ answers: 1, hits: 3, savedMicros: 900 });
  });
});

const total = (rows: { costMicros: number }[]) => rows.reduce((all, { costMicros }) => all + costMicros, 0);

describe('calls of a turn', () => {
  it('are told oldest first, with what left and what was held back', async () => {
    const turnId = randomUUID();
    await note(call({ turnId, failure: 'late', costMicros: 5 }), minutesAgo(2));
    await note(call({ turnId, attempt: 2, failure: 'resting' }), minutesAgo(1));
    await note(call({ turnId, attempt: 3, costMicros: 7 }));
    await note(call({ turnId: randomUUID() }));
    const calls = await describeCalls(turnId);
    expect(calls.map(({ attempt, left, failure }) => [attempt, left, failure])).toEqual([
      [1, true, 'It did not answer in time'],
      [2, false, 'It rests after several failures'],
      [3, true, null],
    ]);
    expect(calls[0]).toMatchObject({ sent: [{ role: 'user', text: 'Hello [NAME_1]' }], sentBytes: 42, costMicros: 5 });
  });
});

type Answer = (path: string, body: Body, request: IncomingMessage, response: ServerResponse) => unknown;
type Body = { model?: string; stream?: boolean; tools?: unknown[]; response_format?: unknown };

describe('testing a provider', () => {
  const opened: Server[] = [];
  afterEach(async () => {
    for (const server of opened.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  const serve = async (answer: Answer): Promise<string> => {
    const server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const told = answer(request.url!, text ? JSON.parse(text) : {}, request, response);
      if (told === undefined) return;
      if (!response.headersSent) response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(told));
    });
    opened.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  };

  const say = (message: object, finish_reason = 'stop') => ({
    id: 'c',
    object: 'chat.completion',
    created: 1,
    model: 'big',
    choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
  const fail = (response: ServerResponse, status: number, error: object) => {
    response.statusCode = status;
    return { error };
  };

  const fine: Answer = (path, body, request, response) => {
    if (path === '/v1/models') return { data: [{ id: 'big' }, { id: 'vectors' }] };
    if (request.headers.authorization !== 'Bearer right')
      return fail(response, 401, { message: `No such key: ${request.headers.authorization}` });
    if (path === '/v1/embeddings') return { data: [{ index: 0, embedding: [0.1, 0.2, 0.3] }], model: 'vectors' };
    if (path !== '/v1/chat/completions') return fail(response, 404, { message: 'Not Found' });
    if (body.model !== 'big')
      return fail(response, 404, { message: `The model ${body.model} does not exist`, code: 'model_not_found' });
    if (body.stream) {
      response.setHeader('content-type', 'text/event-stream');
      const frame = (delta: object, finish_reason: string | null = null) =>
        response.write(
          `data: ${JSON.stringify({ id: 'c', created: 1, model: 'big', choices: [{ index: 0, delta, finish_reason }] })}\n\n`,
        );
      frame({ role: 'assistant', content: 'One' });
      frame({}, 'stop');
      response.end('data: [DONE]\n\n');
      return undefined;
    }
    if (body.tools)
      return say({
        content: null,
        tool_calls: [
          { id: 't', type: 'function', function: { name: 'find_order', arguments: '{"order":"NL-10001"}' } },
        ],
      });
    return say({ content: body.response_format ? '{"answer":"white"}' : 'Hello.' });
  };

  const tried = async (url: string, more: Partial<ProviderInput> = {}) => {
    const { enabled: _, ...input } = provider({ url, key: 'right', patienceMs: 500, ...more });
    const { ok, checks } = await probe(input);
    return { ok, says: checks.map((check) => `${check.ok ? '+' : '-'} ${check.what}: ${check.says}`), checks };
  };

  it('says line by line what works', async () => {
    const calls = await desk.db.modelCall.count();
    const { ok, says, checks } = await tried(await serve(fine), {
      choices: { large: { model: 'big', ...price }, embedding: { model: 'vectors', ...price } },
    });
    expect(says).toEqual([
      expect.stringMatching(/^\+ Address: 127\.0\.0\.1:\d+ answers\.$/),
      '+ Key: It is accepted.',
      '+ Large model: “big” answers.',
      expect.stringMatching(/^\+ Streaming: Word by word, the first after \d+ ms\.$/),
      '+ JSON: It keeps to a form in JSON.',
      '+ Tools: It calls a tool that it is offered.',
      '+ Embedding model: A vector of 3 numbers.',
    ]);
    expect(ok).toBe(true);
    expect(checks.at(-1)?.tookMs).toBeGreaterThanOrEqual(0);
    expect(await desk.db.modelCall.count()).toBe(calls);
  });

  it('names a refused key, and never repeats it', async () => {
    const { ok, says } = await tried(await serve(fine), { key: 'sk-wrong' });
    expect(ok).toBe(false);
    expect(says[1]).toBe('- Key: It does not accept the key (401).');
    expect(says.join()).not.toContain('sk-wrong');
    const without = await tried(await serve(fine), { key: '' });
    expect(without.says[1]).toBe('- Key: It asks for a key (401).');
  });

  it('names an unknown model and those there are', async () => {
    const { says } = await tried(await serve(fine), { choices: { large: { model: 'bigger', ...price } } });
    expect(says.at(-1)).toBe('- Large model: “bigger” is not known there. It has big, vectors.');
  });

  it('says that the other style works', async () => {
    const { says } = await tried(await serve(fine), { style: 'responses' });
    expect(says.at(-1)).toMatch(/does not speak Responses, but Chat completions works/);
  });

  it('tells what a server cannot do in its own words', async () => {
    const url = await serve((path, body, request, response) => {
      if (body.tools) return fail(response, 400, { message: 'tools are not supported' });
      if (body.response_format) return say({ content: 'White, of course.' });
      return fine(path, body, request, response);
    });
    const { ok, says } = await tried(url);
    expect(ok).toBe(false);
    expect(says.slice(-2)).toEqual([
      '- JSON: What it said has not the form that was asked for.',
      '- Tools: It refused the request (400): “tools are not supported”.',
    ]);
  });

  it.each<[string, Answer, RegExp]>([
    [
      'a model that hangs',
      (path, _, __, ___) => (path === '/v1/models' ? { data: [] } : undefined),
      /Large model: It did not answer within 0\.5 s/,
    ],
    [
      'a page for people',
      (_, __, ___, response) => void response.setHeader('content-type', 'text/html').end('<html>'),
      /Address: A page for people/,
    ],
    [
      'no JSON',
      (path, _, __, response) => (path === '/v1/models' ? {} : void response.end('hello')),
      /could not be read/,
    ],
    [
      'a server that fails',
      (_, __, ___, response) => fail(response, 500, {}),
      /Address: It answers, but fails \(500\)/,
    ],
    ['a connection that breaks', (_, __, request) => void request.socket.destroy(), /closed the connection/],
    ['another address', (_, __, ___, response) => void response.writeHead(302, { location: '/v2' }).end(), /sends on/],
    [
      'nothing behind the list',
      (path, _, __, response) => (path === '/v1/models' ? {} : fail(response, 404, {})),
      /Nothing answers there to be asked/,
    ],
  ])('%s', async (_, answer, says) => {
    const found = await tried(await serve(answer));
    expect(found.ok).toBe(false);
    expect(found.says.at(-1)).toMatch(says);
  });

  it('says what is wrong with an address', async () => {
    const url = await serve(fine);
    const free = new URL(url);
    const [server] = opened.splice(0);
    await new Promise((resolve) => server!.close(resolve));
    expect((await tried(free.href)).says).toEqual([
      `- Address: The connection to ${free.host} was refused: nothing listens there.`,
    ]);
    expect((await tried('http://no-such-machine.invalid/v1')).says[0]).toMatch(/No machine is known by the name/);
    const https = (await serve(fine)).replace('http:', 'https:');
    expect((await tried(https)).says[0]).toMatch(/does not speak HTTPS/);
    const socket = createSocketServer((one) => void one.end('220 mail ready\r\n', () => one.destroy()));
    await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
    const { port } = socket.address() as AddressInfo;
    expect((await tried(`http://127.0.0.1:${port}/v1`)).says[0]).toMatch(/does not speak HTTP\./);
    await new Promise((resolve) => socket.close(resolve));
  });

  it('uses the kept key, and tries what the environment sets', async () => {
    const url = await serve(fine);
    const { key: _, enabled, ...same } = provider({ url, patienceMs: 500 });
    const { id } = await save(desk.people.admin, { ...same, enabled, key: 'right' });
    expect((await probe({ ...same, id })).ok).toBe(true);
    const { ok, checks } = await probe({ environment: 'environment' });
    expect([ok, checks[0]?.what]).toEqual([false, 'Address']);
    await expect(probe({ environment: 'environment-9' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
