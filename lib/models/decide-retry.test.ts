import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideRetry, leastMs, mostAttempts, type Retry, type RetryInput } from './decide-retry';
import { type FailureKind, failureNames } from './name-failure';

const kinds = Object.keys(failureNames) as FailureKind[];
const usual: RetryInput = { failure: { kind: 'server_error' }, attempts: 1, others: 0, leftMs: 8_000, random: 0.5 };

it.each<[string, Partial<RetryInput>, Retry]>([
  ['waits a quarter of a second first', {}, { kind: 'again', afterMs: 250 }],
  ['waits twice as long after the second', { attempts: 2 }, { kind: 'again', afterMs: 500 }],
  [
    'waits as long as it was asked to',
    { failure: { kind: 'rate_limited', retryAfterMs: 1_000 } },
    { kind: 'again', afterMs: 1_000 },
  ],
  [
    'asks at once where nobody wants it to wait',
    { failure: { kind: 'overloaded', retryAfterMs: 0 } },
    { kind: 'again', afterMs: 0 },
  ],
  [
    'does not wait beyond what is left',
    { failure: { kind: 'rate_limited', retryAfterMs: 7_700 } },
    { kind: 'give_up' },
  ],
  ['goes to the next without a wait', { others: 1 }, { kind: 'next' }],
  ['goes to the next where the same would not help', { failure: { kind: 'refused_key' }, others: 1 }, { kind: 'next' }],
  ['asks the same again for nothing that stays as it is', { failure: { kind: 'refused_key' } }, { kind: 'give_up' }],
  ['asks nobody again who was too late', { failure: { kind: 'late' } }, { kind: 'give_up' }],
  ['asks nobody else for what lies with us', { failure: { kind: 'held' }, others: 3 }, { kind: 'give_up' }],
  ['makes no fourth request', { attempts: mostAttempts, others: 3 }, { kind: 'give_up' }],
  ['begins nothing in the last moment', { leftMs: leastMs - 1, others: 3 }, { kind: 'give_up' }],
])('%s', (_, more, expected) => {
  expect(decideRetry({ ...usual, ...more })).toEqual(expected);
});

it('never asks more than three times, whatever fails, nor waits beyond the end', () => {
  const input = fc.record({
    failures: fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), retryAfterMs: fc.option(fc.nat(20_000), { nil: undefined }) }),
      { minLength: 6, maxLength: 6 },
    ),
    others: fc.nat(5),
    leftMs: fc.nat(20_000),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(input, ({ failures, others, leftMs, random }) => {
      let left = leftMs;
      let at = 0;
      let attempts = 0;
      for (const { kind, retryAfterMs } of failures) {
        attempts++;
        const failure = { kind, ...(retryAfterMs !== undefined && { retryAfterMs }) };
        const next = decideRetry({ failure, attempts, others: others - at, leftMs: left, random });
        if (next.kind === 'give_up') break;
        if (next.kind === 'next') at++;
        else left -= next.afterMs;
        expect(left).toBeGreaterThanOrEqual(leastMs);
      }
      expect(attempts).toBeLessThanOrEqual(mostAttempts);
      expect(at).toBeLessThanOrEqual(others);
    }),
  );
});
