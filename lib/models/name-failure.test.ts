import { APICallError } from '@ai-sdk/provider';
import { BrokenCircuitError, BulkheadRejectedError } from 'cockatiel';
import { describe, expect, it } from 'vitest';
import { type Failure, isEndpointFailure, ModelFailure, nameFailure, parseRetryAfter } from './name-failure';

const now = Date.UTC(2026, 10, 21, 12);
const named = (name: string, cause?: unknown) => Object.assign(new Error('a text of theirs', { cause }), { name });
const answered = (statusCode?: number, more: { cause?: unknown; responseHeaders?: Record<string, string> } = {}) =>
  new APICallError({
    message: 'a text of theirs',
    url: 'http://x',
    requestBodyValues: {},
    ...(statusCode && { statusCode }),
    ...more,
  });

describe('nameFailure', () => {
  it.each<[string, unknown, Failure]>([
    ['our own', new ModelFailure({ kind: 'held' }), { kind: 'held' }],
    ['an open breaker', new BrokenCircuitError(), { kind: 'resting' }],
    ['a full bulkhead', new BulkheadRejectedError(1, 1), { kind: 'busy' }],
    ['429', answered(429), { kind: 'rate_limited', status: 429 }],
    [
      '429 that says when',
      answered(429, { responseHeaders: { 'retry-after': '3' } }),
      { kind: 'rate_limited', status: 429, retryAfterMs: 3_000 },
    ],
    ['500', answered(500), { kind: 'server_error', status: 500 }],
    ['503', answered(503), { kind: 'overloaded', status: 503 }],
    ['529', answered(529), { kind: 'overloaded', status: 529 }],
    ['504', answered(504), { kind: 'late', status: 504 }],
    ['401', answered(401), { kind: 'refused_key', status: 401 }],
    ['404', answered(404), { kind: 'no_model', status: 404 }],
    ['400', answered(400), { kind: 'refused', status: 400 }],
    ['no answer at all', answered(undefined, { cause: new Error('ECONNRESET') }), { kind: 'unreachable' }],
    ['nobody who answers in time', answered(undefined, { cause: named('TimeoutError') }), { kind: 'late' }],
    [
      'a body that cannot be read',
      answered(200, { cause: named('AI_JSONParseError') }),
      { kind: 'malformed', status: 200 },
    ],
    [
      'a line that goes dead in the body',
      answered(200, { cause: new TypeError('terminated') }),
      { kind: 'cut', status: 200 },
    ],
    ['a body without end', answered(200, { cause: new RangeError('no end') }), { kind: 'too_long', status: 200 }],
    ['a body that takes too long', answered(200, { cause: named('TimeoutError') }), { kind: 'late', status: 200 }],
    ['patience that ran out', new DOMException('nothing came', 'TimeoutError'), { kind: 'late' }],
    ['a piece of a stream that is no JSON', named('AI_JSONParseError'), { kind: 'malformed' }],
    ['another form', named('AI_NoObjectGeneratedError'), { kind: 'wrong_shape' }],
    ['a tool there is not', named('AI_NoSuchToolError'), { kind: 'wrong_shape' }],
    ['nothing said', named('AI_NoOutputGeneratedError'), { kind: 'nothing' }],
    ['what stands behind it', named('AI_RetryError', answered(500)), { kind: 'server_error', status: 500 }],
    ['a reset line', named('Error'), { kind: 'unreachable' }],
    ['no error', 'a string', { kind: 'unreachable' }],
  ])('names %s', (_, error, expected) => {
    expect(nameFailure(error, now)).toEqual(expected);
  });

  it('says nothing of what was sent or said', () => {
    const { failure, message } = new ModelFailure(nameFailure(answered(400)));
    expect(JSON.stringify({ failure, message })).not.toContain('theirs');
  });
});

it.each([
  [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
  [{ 'retry-after': '2' }, 2_000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:05 GMT' }, 5_000],
  [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after-ms': '-1' }, undefined],
  [{}, undefined],
])('reads %j as %s ms', (headers, ms) => {
  expect(parseRetryAfter(headers as Record<string, string>, now)).toBe(ms);
});

it.each([
  [answered(429), true],
  [answered(500), true],
  [answered(200, { cause: new TypeError('terminated') }), true],
  [answered(400), false],
  [answered(401), false],
  [named('AI_JSONParseError'), false],
  [new ModelFailure({ kind: 'too_long' }), false],
])('lets an endpoint rest for what lies with it: %s', (error, expected) => {
  expect(isEndpointFailure(error)).toBe(expected);
});
