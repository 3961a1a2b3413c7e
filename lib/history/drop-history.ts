import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { keepThemes } from './keep-themes';

/** 200,000 tickets take some seconds. */
const longestMs = 120_000;

/** Deletes an import with everything that came of it. Whoever reads it at the time notices and ends. Throws `not_found`. */
export async function dropHistory(actor: PersonActor, { id }: { id: string }): Promise<void> {
  await db().$transaction(
    async (tx) => {
      const row = await tx.historyImport.findUnique({ where: { id }, select: { name: true, taken: true } });
      if (!row) throw new AppError('not_found', 'There is no such import.');
      await tx.historyImport.delete({ where: { id } });
      await recordEvent(tx, 'history.changed', { historyId: id });
      await appendAudit(tx, {
        actor: { kind: 'person', id: actor.id },
        action: 'history.deleted',
        subject: { kind: 'history', id },
        before: row,
      });
    },
    { maxWait: 10_000, timeout: longestMs },
  );
  // Themes are the words of what there is: what only it spoke of must not stay behind.
  await keepThemes();
}

const forgottenMs = 7 * 86_400_000;

/** Uploads nobody said anything about for a week are dropped: what lies in them is not masked yet. */
export async function dropForgotten(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - forgottenMs);
  return (await db().historyImport.deleteMany({ where: { state: 'mapping', createdAt: { lt: before } } })).count;
}
