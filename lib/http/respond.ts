import { ZodError } from 'zod';
import { AppError, causeOf, type ErrorCode, isAppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { log } from '../platform/log';

/** The one map from what went wrong to what HTTP calls it. */
export const statusOf = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

export type Failure = { code: ErrorCode; message: string; id: string };

/** What went wrong, for people; the log gets the cause under the same id. Expected failures are not alarms. */
export function describeFailure(error: unknown): Failure {
  const id = newId().slice(-12);
  if (error instanceof ZodError) return { code: 'invalid', message: wordIssues(error), id };
  if (isAppError(error) && error.code !== 'internal') {
    log.debug({ id, code: error.code, detail: error.detail }, error.message);
    return { code: error.code, message: error.message, id };
  }
  log.error({ id, cause: causeOf(error), stack: error instanceof Error ? error.stack : undefined }, 'a request failed');
  return { code: 'internal', message: 'Something went wrong on our side. Nothing you sent was kept by halves.', id };
}

export function failureResponse(error: unknown): Response {
  const failure = describeFailure(error);
  return Response.json(
    { error: failure },
    { status: statusOf[failure.code], headers: { 'cache-control': 'no-store' } },
  );
}

/** "customer.email: is not an email address; text: must not be empty": what and where, for all that is wrong. */
export function wordIssues(error: ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
    .join('; ');
}

const mostBytes = 256 * 1_024;

/** The JSON body of a request. Throws `too_large` over `most` bytes and `invalid` with where it does not parse. */
export async function readJson(request: Request, most = mostBytes): Promise<unknown> {
  const tooLarge = () => new AppError('too_large', `body: at most ${most / 1_024} KiB.`);
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  const text = await request.text();
  if (Buffer.byteLength(text) > most) throw tooLarge();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError(
      'invalid',
      `body: is not valid JSON (${error instanceof Error ? error.message.slice(0, 120) : 'it does not parse'}).`,
    );
  }
}
