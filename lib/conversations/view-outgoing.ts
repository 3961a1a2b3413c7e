import { may, type PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import type { Names } from './list-conversations';
import { openWriting } from './seal-writing';
import { readAttachments } from './view-attachments';
import { actionsOf } from './view-writing';
import type { OutgoingView } from './writing.schema';

/** Longer than anybody's seconds to undo: what waits longer was given an hour. */
const longestUndoMs = 61_000;

/** The replies that are on their way in one conversation, next first. */
export async function viewOutgoing(
  person: PersonActor,
  of: { conversationId: string; customerId: string },
  names: Names,
): Promise<OutgoingView[]> {
  const rows = await db().outgoingReply.findMany({
    where: { conversationId: of.conversationId, state: 'waiting' },
    orderBy: { sendAt: 'asc' },
    take: 20,
  });
  if (rows.length === 0) return [];
  const opener = await openWriting(db(), of);
  const attachments = await readAttachments(
    db(),
    of,
    rows.flatMap((row) => row.attachmentIds),
  );
  const reveals = may(person, 'privacy.reveal');
  return rows.map((row) => ({
    id: row.id,
    text: reveals || row.personId === person.id ? opener.open(row.text) : 'A reply that waits.',
    person: names.people.get(row.personId) ?? null,
    mine: row.personId === person.id,
    scheduled: row.sendAt.getTime() - row.createdAt.getTime() > longestUndoMs,
    solve: row.solve,
    actions: actionsOf(row.actions),
    attachments: row.attachmentIds.flatMap((id) => attachments.get(id) ?? []),
    sendAt: row.sendAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }));
}
