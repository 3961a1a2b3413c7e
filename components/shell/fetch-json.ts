import { z } from 'zod';

const errorBodySchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), id: z.string().optional() }),
});

/** Ten seconds: after that a person is told that nothing came, rather than left to wait. */
const patienceMs = 10_000;

/** A read that failed, with what a person may be told and the id under which the log has it. */
export class ReadFailed extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly id: string | null,
  ) {
    super(message);
    this.name = 'ReadFailed';
  }
}

let leaving = false;

/**
 * Says that whoever sits here goes, or stays after all. From then on nothing is read: what came back would be a refusal,
 * and a refusal leads to signing in again.
 */
export function setLeaving(goes: boolean): void {
  leaving = goes;
}

/**
 * Reads a route and checks its shape; with a body the question is posted. A session that has ended leads to sign-in and
 * back again.
 */
export async function fetchJson<T>(
  path: string,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
  body?: unknown,
  patience = patienceMs,
): Promise<T> {
  if (leaving) return new Promise<never>(() => undefined);
  const limit = AbortSignal.timeout(patience);
  let response: Response;
  try {
    response = await fetch(path, {
      ...(body === undefined
        ? { headers: { accept: 'application/json' } }
        : {
            method: 'POST',
            headers: { accept: 'application/json', 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    const late = limit.aborted;
    throw new ReadFailed(
      0,
      'unreachable',
      late ? `The server did not answer within ${patience / 1_000} seconds.` : 'The server cannot be reached.',
      null,
    );
  }
  if (response.status === 401) {
    const back = encodeURIComponent(location.pathname + location.search);
    location.assign(`/sign-in?to=${back}`);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const told = errorBodySchema.safeParse(answer);
    const error = told.success ? told.data.error : null;
    throw new ReadFailed(
      response.status,
      error?.code ?? 'unknown',
      error?.message ?? `The server answered ${response.status}.`,
      error?.id ?? null,
    );
  }
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new ReadFailed(
      response.status,
      'shape',
      `The server answered in a shape this page does not know (${where}).`,
      null,
    );
  }
  return parsed.data;
}
