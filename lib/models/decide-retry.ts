import type { Failure, FailureKind } from './name-failure';

/** Requests for one answer, over all endpoints. */
export const mostAttempts = 3;
const firstWaitMs = 250;
/** Below that another request is not worth beginning. */
export const leastMs = 400;

const passing = new Set<FailureKind>([
  'rate_limited',
  'overloaded',
  'server_error',
  'unreachable',
  'cut',
  'malformed',
  'nothing',
]);
/** The same anywhere: what is wrong lies with us. */
const ours = new Set<FailureKind>(['stopped', 'left', 'budget', 'held', 'none']);

export type RetryInput = {
  failure: Failure;
  /** Requests made so far. */
  attempts: number;
  /** Endpoints that have not been asked yet. */
  others: number;
  leftMs: number;
  /** From 0 to 1. */
  random: number;
};
export type Retry = { kind: 'give_up' } | { kind: 'next' } | { kind: 'again'; afterMs: number };

/**
 * What is done after a failure: another endpoint at once where there is one; the same after a wait that doubles, or as long
 * as it asks for, where that helps and time is left; otherwise nothing, and the local engine goes on.
 */
export function decideRetry({ failure, attempts, others, leftMs, random }: RetryInput): Retry {
  if (attempts >= mostAttempts || ours.has(failure.kind) || leftMs < leastMs) return { kind: 'give_up' };
  if (others > 0) return { kind: 'next' };
  if (!passing.has(failure.kind)) return { kind: 'give_up' };
  const afterMs = Math.round(failure.retryAfterMs ?? firstWaitMs * 2 ** (attempts - 1) * (0.5 + random));
  return afterMs + leastMs <= leftMs ? { kind: 'again', afterMs } : { kind: 'give_up' };
}
