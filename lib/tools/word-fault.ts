import { causeOf } from '../platform/errors';

/** `fetch failed` hides what happened in its cause. */
export function wordFault(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: string; message?: string } | undefined) : undefined;
  return [causeOf(error), cause?.code ?? cause?.message].filter(Boolean).join(': ').slice(0, 300);
}

const neverSentWords = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|AppError/;

/** Whether a call that failed so can have had no effect. */
export const neverSent = (fault: string): boolean => neverSentWords.test(fault);

export function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no connection within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
