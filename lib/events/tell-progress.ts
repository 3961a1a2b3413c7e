import { db } from '../platform/db';
import type { Progress } from './event.schema';

/** Tells whoever watches now what the assistant is doing. Lost when nobody listens: the steps of the turn are the record. */
export async function tellProgress(progress: Progress): Promise<void> {
  await db().$executeRaw`SELECT pg_notify('baton_progress', ${JSON.stringify(progress)})`;
}
