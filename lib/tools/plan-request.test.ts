import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapAnswer } from './map-answer';
import { planRequest } from './plan-request';
import { type HttpTool, httpToolSchema } from './tool.schema';

const base = 'https://api.example/v1';
const tool = (more: Partial<HttpTool> = {}): HttpTool =>
  httpToolSchema.parse({ method: 'GET', path: '/orders/{order}', ...more });

const cases: [what: string, tool: HttpTool, args: Record<string, unknown>, expected: object][] = [
  ['a path', tool(), { order: 'NL-1' }, { method: 'GET', url: `${base}/orders/NL-1`, body: null }],
  ['a path that would leave', tool(), { order: '../admin?x=1#y' }, { url: `${base}/orders/..%2Fadmin%3Fx%3D1%23y` }],
  ['a query', tool(), { order: 'a', limit: 5 }, { url: `${base}/orders/a?limit=5` }],
  ['a list in a query', tool(), { order: 'a', tag: ['x', 'y&z'] }, { url: `${base}/orders/a?tag=x&tag=y%26z` }],
  [
    'a body',
    tool({ method: 'POST', path: '/refunds' }),
    { order: 'a', amount: { cents: 5 } },
    {
      url: `${base}/refunds`,
      body: '{"order":"a","amount":{"cents":5}}',
      headers: { 'content-type': 'application/json' },
    },
  ],
  [
    'a header under another name',
    tool({ method: 'POST', path: '/refunds', places: { key: { in: 'header', name: 'Idempotency-Key' } } }),
    { key: 'k1' },
    { headers: { 'idempotency-key': 'k1' }, body: null },
  ],
  [
    'another name in the path',
    tool({ places: { number: { in: 'path', name: 'order' } } }),
    { number: '7' },
    { url: `${base}/orders/7` },
  ],
];

describe('planRequest', () => {
  it.each(cases)('%s', (_, http, args, expected) => {
    expect(planRequest(base, http, args)).toMatchObject(expected);
  });

  const wrong: [what: string, tool: HttpTool, args: Record<string, unknown>, says: RegExp][] = [
    ['nothing for the path', tool(), {}, /order: is in the address/],
    ['an empty part', tool(), { order: '' }, /has no value/],
    ['a step in the path', tool(), { order: '..' }, /cannot be “..”/],
    ['an object in a query', tool(), { order: 'a', limit: {} }, /limit: must be one value/],
    [
      'a line break in a header',
      tool({ places: { x: { in: 'header', name: 'X-A' } } }),
      { order: 'a', x: 'a\r\nb: c' },
      /cannot stand in a header/,
    ],
    [
      'a header of the connection',
      { ...tool(), places: { x: { in: 'header', name: 'Authorization' } } },
      { order: 'a', x: 'y' },
      /not for arguments/,
    ],
  ];
  it.each(wrong)('refuses %s', (_, http, args, says) => {
    expect(() => planRequest(base, http, args)).toThrow(says);
  });

  it('asks below the address of its system and at no other host, whatever the arguments are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (order, limit) => {
        try {
          const { url } = planRequest(base, tool(), { order, limit });
          expect(new URL(url).origin).toBe('https://api.example');
          expect(new URL(url).pathname.startsWith('/v1/orders/')).toBe(true);
          expect(new URL(url).pathname.split('/')).toHaveLength(4);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(error).not.toHaveProperty('matcherResult');
          expect(String(error)).toMatch(/order: |URI/);
        }
      }),
    );
  });
});

describe('mapAnswer', () => {
  const mapped = tool({
    result: '{"order": body.data}',
    refused: 'body.ok == false',
    code: 'body.error.code',
    message: 'body.error.message',
  });
  const answers: [what: string, tool: HttpTool, status: number, body: unknown, expected: object][] = [
    ['a body', tool(), 200, { id: 1 }, { kind: 'done', value: { id: 1 } }],
    ['a list', tool(), 200, [1], { kind: 'done', value: { value: [1] } }],
    ['a mapped body', mapped, 200, { ok: true, data: { id: 1 } }, { kind: 'done', value: { order: { id: 1 } } }],
    ['a missing record', tool(), 404, {}, { kind: 'refused', code: 'not_found' }],
    [
      'missing by expression',
      tool({ missing: 'body.found == false' }),
      200,
      { found: false },
      { kind: 'refused', code: 'not_found' },
    ],
    ['a refusal', tool(), 422, {}, { kind: 'refused', code: 'invalid', message: 'it answered 422' }],
    [
      'a refusal in its words',
      mapped,
      409,
      { error: { code: 'done', message: 'Done already' } },
      { kind: 'refused', code: 'done', message: 'Done already' },
    ],
    [
      'a refusal that says yes',
      mapped,
      200,
      { ok: false, error: { code: 'late', message: 'Too late' } },
      { kind: 'refused', code: 'late' },
    ],
    ['a refusal without words', mapped, 400, {}, { kind: 'refused', code: 'invalid' }],
    ['no access', tool(), 401, {}, { kind: 'refused', code: 'forbidden' }],
    ['too much', tool(), 429, {}, { kind: 'unavailable' }],
    ['a rest', tool(), 503, {}, { kind: 'unavailable' }],
    ['a failure', tool(), 500, {}, { kind: 'unknown' }],
    ['a gateway', tool(), 504, {}, { kind: 'unknown' }],
    ['an answer that cannot be read', mapped, 200, { nothing: 1 }, { kind: 'unknown' }],
  ];
  it.each(answers)('%s', (_, http, status, body, expected) => {
    expect(mapAnswer(http, { status, body })).toMatchObject(expected);
  });
});
