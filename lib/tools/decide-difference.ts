import type { Action } from '../platform/records';
import type { Known } from './settle-action';

export type Compared = Pick<Action, 'status' | 'result' | 'amountCents' | 'startedAt'>;

/** What comparing one action with the system of record comes to. */
export type Difference =
  | { kind: 'agree' }
  /** It could not be asked, or it is too early to say: another time. */
  | { kind: 'open' }
  /** Nobody knew, and now it is known. */
  | { kind: 'settle_done'; result: Record<string, unknown> }
  | { kind: 'settle_not_done' }
  | { kind: 'finding'; finding: 'missing_there' | 'done_there' | 'amount_differs'; says: string };

/** A call that left may still be under way for as long: before that, not found is no answer. Ten times the longest wait for one. */
const settledMs = 30_000;

const done = new Set<Compared['status']>(['succeeded', 'compensated']);

/** `answer` is what the system of record says of the action's key. */
export function decideDifference(action: Compared, answer: Known, now: Date): Difference {
  if (answer.kind === 'silent') return { kind: 'open' };
  const found = answer.kind === 'done';
  const result = found ? answer.result : {};
  if (action.status === 'unknown' || action.status === 'started') {
    const early = !action.startedAt || now.getTime() - action.startedAt.getTime() < settledMs;
    // What is started belongs to a worker until it has long been gone.
    if (early || action.status === 'started') return { kind: 'open' };
    return found ? { kind: 'settle_done', result } : { kind: 'settle_not_done' };
  }
  if (done.has(action.status)) {
    if (!found)
      return {
        kind: 'finding',
        finding: 'missing_there',
        says: 'The ledger says it was done, but the shop does not know of it.',
      };
    return compareAmounts(action, result);
  }
  if (action.status === 'failed' && found)
    return {
      kind: 'finding',
      finding: 'done_there',
      says: 'The ledger says it failed, but the shop carried it out.',
    };
  return { kind: 'agree' };
}

function compareAmounts(action: Compared, result: Record<string, unknown>): Difference {
  const there = amountIn(result);
  const here = amountIn(action.result) ?? action.amountCents;
  if (there === null || here === null || there === here) return { kind: 'agree' };
  return {
    kind: 'finding',
    finding: 'amount_differs',
    says: `The ledger says ${money(here)}, the shop ${money(there)}.`,
  };
}

const money = (cents: number) => `$${(cents / 100).toFixed(2)}`;

/** `amountCents` of the thing a result is about, such as `{refund: {amountCents}}`. */
function amountIn(result: unknown): number | null {
  if (!result || typeof result !== 'object') return null;
  for (const value of [result, ...Object.values(result)]) {
    const cents = (value as { amountCents?: unknown } | null)?.amountCents;
    if (typeof cents === 'number' && Number.isSafeInteger(cents)) return cents;
  }
  return null;
}
