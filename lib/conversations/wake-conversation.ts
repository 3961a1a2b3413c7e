import { db, inTransaction, type Tx } from '../platform/db';
import type { Conversation } from '../platform/records';
import { appendEvent } from './append-event';
import { lockConversation } from './lock-conversation';
import { stampPromise } from './stamp-promise';

/** The columns of one that does not sleep. */
export const awake = { snoozedAt: null, snoozedUntil: null, snoozedBy: null } as const;

/** How many are woken in one round: a Monday at eight wakes many, and none of them may wait for a slow one. */
const most = 200;

/** Wakes what sleeps and whose customer replied, under the caller's lock. */
export async function wakeForReply(tx: Tx, now: Conversation): Promise<void> {
  if (!now.snoozedAt) return;
  await tx.conversation.update({ where: { id: now.id }, data: awake });
  await stampPromise(tx, now.id);
  await appendEvent(tx, now, { name: 'woke', says: 'Woke up: the customer replied' });
}

/** Wakes those whose time has come, by the database's clock. Each is looked at again under its lock: twice is once. */
export async function wakeDue(): Promise<number> {
  const due = await db().$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Conversation" WHERE "snoozedUntil" <= clock_timestamp() ORDER BY "snoozedUntil" LIMIT ${most}`;
  let woken = 0;
  for (const { id } of due) if (await inTransaction((tx) => wakeLocked(tx, id))) woken++;
  return woken;
}

async function wakeLocked(tx: Tx, id: string): Promise<boolean> {
  const now = await lockConversation(tx, id);
  const changed = await tx.$executeRaw`
    UPDATE "Conversation" SET "snoozedAt" = NULL, "snoozedUntil" = NULL, "snoozedBy" = NULL, "readAt" = NULL
    WHERE id = ${id}::uuid AND "snoozedUntil" <= clock_timestamp()`;
  if (changed === 0) return false;
  await stampPromise(tx, id);
  await appendEvent(tx, now, { name: 'woke', says: 'Woke up: it is time' });
  return true;
}
