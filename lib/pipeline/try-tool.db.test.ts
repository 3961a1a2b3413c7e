import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { connectorInputSchema, httpToolInputSchema } from '../tools/registry.schema';

let desk: TestDatabase;
let server: Server;
let origin: string;
let asked: { line: string; headers: Record<string, unknown>; body: string }[] = [];
let tokens = 0;
const refunds = new Map<string, object>();
let drop = false;
let connectorId: string;
let call: typeof import('../tools/call-tool').callTool;
let describeTool: typeof import('../tools/save-tool').saveHttpTool;
let setTool: typeof import('../tools/save-tool').saveTool;
let run: typeof import('../tools/run-action').runAction;
let tryTool: typeof import('./try-tool').tryTool;

const whose = { account: 'cus_1', email: null };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://x');
    const body = await text(request);
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (pathname === '/token') return json(200, { access_token: `token-${++tokens}`, expires_in: 3_600 });
    asked.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
    if (!request.headers.authorization?.startsWith('Bearer token-')) return json(401, {});
    const key = String(request.headers['idempotency-key'] ?? '');
    if (pathname === '/v1/refunds' && request.method === 'POST') {
      if (!refunds.has(key)) refunds.set(key, { id: `re_${refunds.size + 1}`, ...(JSON.parse(body) as object) });
      if (drop) return void request.socket.destroy();
      return json(201, { data: refunds.get(key) });
    }
    if (pathname === '/v1/refunds')
      return json(200, { data: refunds.get(new URL(request.url!, 'http://x').searchParams.get('key')!) ?? null });
    if (pathname === '/v1/customers/cus_1/orders/NL-1') return json(200, { data: { number: 'NL-1' } });
    return json(404, { error: { message: 'No such order' } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  desk = await openTestDatabase();
  ({ callTool: call } = await import('../tools/call-tool'));
  ({ saveHttpTool: describeTool, saveTool: setTool } = await import('../tools/save-tool'));
  ({ runAction: run } = await import('../tools/run-action'));
  ({ tryTool } = await import('./try-tool'));
  const { saveConnector } = await import('../tools/save-connector');
  ({ id: connectorId } = await saveConnector(
    desk.people.admin,
    connectorInputSchema.parse({
      ...{ name: 'Billing API', kind: 'http', url: `${origin}/v1/`, secret: 'a-secret' },
      auth: { kind: 'client_credentials', clientId: 'baton', tokenUrl: `${origin}/token` },
      ...{ subject: { identity: 'account' }, sandbox: false, enabled: true },
      ...{ timeoutMs: null, mostAtOnce: 8, mostPerMinute: null },
    }),
  ));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await desk?.close();
});
beforeEach(() => {
  asked = [];
  drop = false;
});

const properties = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
const settings = {
  enabled: true,
  risk: 'low' as const,
  compensatedBy: null,
  timeoutMs: null,
  mostAtOnce: null,
  mostPerMinute: null,
};

async function add(name: string, more: object, set: object): Promise<string> {
  const input = { connectorId, name, title: name, description: '', write: false, ...more };
  const { id } = await describeTool(desk.people.admin, httpToolInputSchema.parse(input));
  await setTool(desk.people.admin, {
    ...{ id, write: false, subjectArgument: null, keyArgument: null, settledBy: null },
    ...settings,
    ...set,
  });
  return id;
}

describe('an HTTP API', () => {
  it('is asked as it was described, with the customer in the place that the registry gives it', async () => {
    await add(
      'bills.order',
      {
        inputSchema: { type: 'object', properties: properties('customer', 'order'), required: ['customer', 'order'] },
        http: {
          method: 'GET',
          path: '/customers/{customer}/orders/{order}',
          places: {},
          result: '{"order": body.data}',
          message: 'body.error.message',
        },
      },
      { subjectArgument: 'customer' },
    );
    const args = { order: 'NL-1', customer: 'cus_other' };
    expect(await call({ tool: 'bills.order', args, whose })).toEqual({
      kind: 'done',
      value: { order: { number: 'NL-1' } },
    });
    expect(asked[0]?.line).toBe('GET /v1/customers/cus_1/orders/NL-1');
    expect(await call({ tool: 'bills.order', args: { order: '../../x' }, whose })).toEqual({
      ...{ kind: 'refused', code: 'not_found' },
      message: 'No such order',
    });
    expect(asked[1]?.line).toBe('GET /v1/customers/cus_1/orders/..%2F..%2Fx');
    expect(await call({ tool: 'bills.order', args, whose: { account: null, email: null } })).toMatchObject({
      code: 'not_verified',
    });
    expect(asked).toHaveLength(2);
    expect(tokens).toBe(1);
  });

  it('does a write once: the key goes in a header, and a lost answer is asked for', async () => {
    await add(
      'bills.refunds',
      {
        inputSchema: { type: 'object', properties: properties('key') },
        http: { method: 'GET', path: '/refunds', places: {} },
      },
      {},
    );
    const id = await add(
      'bills.refund',
      {
        inputSchema: { type: 'object', properties: properties('order', 'key') },
        http: {
          method: 'POST',
          path: '/refunds',
          places: { key: { in: 'header', name: 'Idempotency-Key' } },
          result: '{"refund": body.data}',
        },
        write: true,
      },
      {
        ...{ write: true, keyArgument: 'key' },
        settledBy: {
          tool: 'bills.refunds',
          args: { key: 'key' },
          found: 'answer.data != null',
          result: '{"refund": answer.data}',
        },
      },
    );
    const { id: conversationId, customerId } = await desk.conversation();
    const action = await desk.db.action.create({
      data: {
        ...{ id: randomUUID(), key: randomUUID(), conversationId, customerId, connectorKey: 'billing-api' },
        ...{ tool: 'bills.refund', args: { order: 'NL-1' }, status: 'approved' },
      },
    });
    drop = true;
    expect(await run(action.id)).toMatchObject({
      kind: 'succeeded',
      result: { refund: { id: 're_1', order: 'NL-1' } },
    });
    expect(refunds.size).toBe(1);
    expect(asked.map(({ line }) => line)).toEqual(['POST /v1/refunds', `GET /v1/refunds?key=${action.key}`]);
    expect(asked[0]).toMatchObject({ body: '{"order":"NL-1"}', headers: { 'idempotency-key': action.key } });

    // Tried by hand: what would be sent and what the policies say, and nothing is.
    const customer = await desk.customer('cus_2');
    asked = [];
    const tried = await tryTool(desk.people.admin, {
      id,
      customerId: customer.id,
      args: { order: 'NL-2' },
      send: false,
    });
    expect(tried).toMatchObject({ refused: null, outcome: null, decision: { effect: 'deny', policy: null } });
    expect(tried.sends?.line).toBe(`POST ${origin}/v1/refunds`);
    expect(tried.sends?.body).toBe('{"order":"NL-2"}');
    await expect(
      tryTool(desk.people.admin, { id, customerId: customer.id, args: {}, send: true }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(asked).toEqual([]);
  });

  it('reads for somebody who tries it, with a customer’s verified account, and keeps that they did', async () => {
    const { id } = await desk.db.tool.findFirstOrThrow({ where: { name: 'bills.order' } });
    const customer = await desk.customer('cus_1');
    const stranger = await desk.db.customer.create({ data: { id: randomUUID(), name: 'Nobody' } });
    const args = { order: 'NL-1', customer: 'cus_9' };
    const tried = await tryTool(desk.people.admin, { id, customerId: customer.id, args, send: true });
    expect(tried.outcome).toMatchObject({ kind: 'done', text: expect.stringContaining('NL-1') });
    expect(asked[0]?.line).toBe('GET /v1/customers/cus_1/orders/NL-1');
    expect(await tryTool(desk.people.admin, { id, customerId: stranger.id, args, send: true })).toMatchObject({
      outcome: null,
      refused: 'This customer has no verified identity that the system takes.',
    });
    const entries = await desk.db.auditEntry.findMany({ where: { action: 'tool.try' } });
    expect(entries).toMatchObject([{ subjectId: id, actorId: desk.people.admin.id }]);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['a part of the path that nothing fills', { method: 'GET', path: '/x/{y}', places: {} }, /nothing goes into \{y\}/],
    [
      'a header of the connection',
      { method: 'GET', path: '/x', places: { a: { in: 'header', name: 'Host' } } },
      /not for arguments/,
    ],
    ['an argument that is none', { method: 'GET', path: '/x', places: { b: { in: 'query' } } }, /no argument b/],
    ['an expression that does not parse', { method: 'GET', path: '/x', places: {}, result: 'body.(' }, /http.result/],
  ])('refuses %s', async (_, http, says) => {
    const input = { connectorId, name: 'wrong', title: 'Wrong', description: '', write: false, http };
    const parsed = httpToolInputSchema.parse({
      ...input,
      inputSchema: { type: 'object', properties: properties('a') },
    });
    await expect(describeTool(desk.people.admin, parsed)).rejects.toMatchObject({
      message: expect.stringMatching(says),
    });
  });
});
