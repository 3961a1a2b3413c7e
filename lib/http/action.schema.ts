/** What every server action answers: expected failure is data, `code` is one of platform/errors. */
export type ActionResult<T = null> = { ok: true; value: T } | { ok: false; code: string; message: string };
