import { db } from '../platform/db';
import { newId } from '../platform/ids';
import type { ModelJob, Prisma } from '../platform/records';

export type JobKind = 'rescore' | 'gaps';

/** Asks for work in a quiet hour: once for each thing it is about, however often it is asked for. Answers how many are new. */
export async function queueJobs(kind: JobKind, abouts: readonly string[]): Promise<number> {
  if (abouts.length === 0) return 0;
  const data = abouts.map((about) => ({ id: newId(), kind, about }));
  return (await db().modelJob.createMany({ data, skipDuplicates: true })).count;
}

const mostAttempts = 3;
/** A worker that went away with a job leaves it running: after this it is another's. */
const lostAfter = '15 minutes';

/** Takes the oldest job that waits, or that was left behind; of two workers each gets another one. */
export async function takeJob(): Promise<ModelJob | null> {
  const [job] = await db().$queryRaw<ModelJob[]>`
    UPDATE "ModelJob" SET state = 'running', attempts = attempts + 1, "startedAt" = now()
    WHERE id = (
      SELECT id FROM "ModelJob"
      WHERE attempts < ${mostAttempts} AND (state = 'waiting' OR (state = 'running' AND "startedAt" < now() - ${lostAfter}::interval))
      ORDER BY "createdAt", id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *`;
  return job ?? null;
}

export async function finishJob(id: string, result: Prisma.InputJsonValue): Promise<void> {
  await db().modelJob.update({ where: { id }, data: { state: 'done', result, error: null, endedAt: new Date() } });
}

/** Left for another night, or given up after three. */
export async function failJob({ id, attempts }: Pick<ModelJob, 'id' | 'attempts'>, error: string): Promise<void> {
  const state = attempts >= mostAttempts ? 'failed' : 'waiting';
  await db().modelJob.update({ where: { id }, data: { state, error: error.slice(0, 300), endedAt: new Date() } });
}
