import { APICallError } from '@ai-sdk/provider';
import { isBrokenCircuitError, isBulkheadRejectedError } from 'cockatiel';

export const failureNames = {
  late: 'It did not answer in time',
  rate_limited: 'It is asked too often',
  overloaded: 'It is overloaded',
  server_error: 'It failed',
  refused_key: 'It does not accept the key',
  no_model: 'It does not know the model',
  refused: 'It refused the request',
  unreachable: 'It could not be reached',
  cut: 'It broke off in the middle',
  malformed: 'What it said could not be read',
  wrong_shape: 'What it said has not the form that was asked for',
  nothing: 'It said nothing',
  too_long: 'It did not come to an end',
  resting: 'It rests after several failures',
  busy: 'Too many calls at once',
  stopped: 'The limits of this turn were reached',
  left: 'Nobody waited for it any more',
  budget: 'The budget is used up',
  held: 'Something private stood in what would have left',
  none: 'No model is set',
} as const;
export type FailureKind = keyof typeof failureNames;

export type Failure = {
  kind: FailureKind;
  status?: number;
  /** How long the endpoint asks to be left alone. */
  retryAfterMs?: number;
};

/** A model that did not do what it was asked for. `message` is for people and never holds what was sent or said. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  constructor(readonly failure: Failure) {
    super(failureNames[failure.kind]);
  }
}

/** Failures that say something about the endpoint rather than about one request. */
export const endpointFailures: readonly FailureKind[] = [
  'late',
  'rate_limited',
  'overloaded',
  'server_error',
  'unreachable',
  'cut',
];
export const isEndpointFailure = (error: unknown): boolean => endpointFailures.includes(nameFailure(error).kind);

/** Held back before anything was sent: written down all the same, so that a trace can say why nothing came. */
export const neverLeft: readonly FailureKind[] = ['resting', 'busy'];

/** A failure as it stands in the ledger, in words. */
export const wordFailure = (kind: string): string =>
  Object.hasOwn(failureNames, kind) ? failureNames[kind as FailureKind] : kind;

/** What went wrong, in one of a closed list of words, whatever threw it. */
export function nameFailure(error: unknown, now = Date.now()): Failure {
  if (error instanceof ModelFailure) return error.failure;
  if (isBrokenCircuitError(error)) return { kind: 'resting' };
  if (isBulkheadRejectedError(error)) return { kind: 'busy' };
  // What ended the request from here stands behind what the client made of it.
  if (error instanceof Error && error.cause instanceof ModelFailure) return error.cause.failure;
  if (APICallError.isInstance(error)) return ofResponse(error, now);
  const { name = '', cause } = error instanceof Error ? error : {};
  if (name === 'TimeoutError' || name === 'AbortError') return { kind: 'late' };
  if (/JSONParse|TypeValidation|InvalidResponse|InvalidStreamPart/.test(name)) return { kind: 'malformed' };
  if (/NoObjectGenerated|InvalidToolInput|NoSuchTool/.test(name)) return { kind: 'wrong_shape' };
  if (/EmptyResponseBody|NoContentGenerated|NoOutputGenerated/.test(name)) return { kind: 'nothing' };
  return cause === undefined || cause === error ? { kind: 'unreachable' } : nameFailure(cause, now);
}

function ofResponse({ statusCode: status, responseHeaders, cause }: APICallError, now: number): Failure {
  const retryAfterMs = parseRetryAfter(responseHeaders, now);
  const more = { status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  if (status === undefined)
    return cause instanceof Error && cause.name === 'TimeoutError' ? { kind: 'late' } : { kind: 'unreachable' };
  if (status === 429) return { kind: 'rate_limited', ...more };
  if (status === 529 || status === 503) return { kind: 'overloaded', ...more };
  if (status === 408 || status === 504) return { kind: 'late', ...more };
  if (status >= 500) return { kind: 'server_error', ...more };
  if (status === 401 || status === 403) return { kind: 'refused_key', ...more };
  if (status === 404) return { kind: 'no_model', ...more };
  return { kind: status < 300 ? ofBody(cause) : 'refused', ...more };
}

/** A success whose body is no answer: the line went dead in it, it had no end, or it cannot be read. */
function ofBody(cause: unknown): FailureKind {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'TimeoutError' || name === 'AbortError') return 'late';
  // `fetch` says a TypeError, "terminated", when the other side closes half way.
  if (cause instanceof TypeError) return 'cut';
  return cause instanceof RangeError ? 'too_long' : 'malformed';
}

/** Seconds or a date (RFC 9110), or milliseconds in the header some servers send. */
export function parseRetryAfter(headers: Record<string, string> | undefined, now: number): number | undefined {
  const inMs = Number.parseFloat(headers?.['retry-after-ms'] ?? '');
  if (inMs >= 0) return inMs;
  const value = headers?.['retry-after'];
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
