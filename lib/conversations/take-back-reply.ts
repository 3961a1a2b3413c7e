import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { OutgoingReply } from '../platform/records';
import { returnWriting } from './keep-writing';
import { findVisible } from './list-conversations';
import { openWriting } from './seal-writing';
import { deliver } from './send-outgoing';

/** One's own reply that waits, locked: whoever sends it at this moment comes before or after, never at once. */
async function lockWaiting(tx: Tx, person: PersonActor, id: string): Promise<OutgoingReply> {
  if (isId(id)) await tx.$queryRaw`SELECT 1 FROM "OutgoingReply" WHERE id = ${id}::uuid FOR UPDATE`;
  const reply = isId(id) ? await tx.outgoingReply.findUnique({ where: { id } }) : null;
  if (!reply || reply.personId !== person.id) throw new AppError('not_found', 'There is no such reply.');
  if (reply.state === 'sent') throw new AppError('conflict', 'It has gone out already.');
  if (reply.state !== 'waiting') throw new AppError('conflict', 'It waits no longer.');
  return reply;
}

/** Undoes a reply that has not gone out: the text is again what one is writing. Throws `conflict` when it was too late. */
export async function takeBackReply(person: PersonActor, id: string): Promise<{ conversationId: string }> {
  return inTransaction(async (tx) => {
    const reply = await lockWaiting(tx, person, id);
    const { conversationId } = reply;
    const { customerId } = await tx.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      select: { customerId: true },
    });
    await tx.outgoingReply.update({
      where: { id },
      data: { state: 'cancelled', text: '', taken: null, decidedAt: new Date() },
    });
    const opener = await openWriting(tx, { conversationId, customerId });
    await returnWriting(tx, { ...reply, customerId, text: opener.open(reply.text) }, opener);
    await recordEvent(tx, 'conversation.changed', { conversationId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'reply.taken_back',
      subject: { kind: 'conversation', id: conversationId },
      after: { outgoingId: id },
    });
    return { conversationId };
  });
}

/** Sends a scheduled one at once. Throws `conflict` when somebody else has the conversation by now. */
export async function sendNow(person: PersonActor, id: string): Promise<{ conversationId: string; sent: boolean }> {
  return inTransaction(async (tx) => {
    const reply = await lockWaiting(tx, person, id);
    await findVisible(person, reply.conversationId);
    await deliver(tx, reply);
    const { state } = await tx.outgoingReply.findUniqueOrThrow({ where: { id }, select: { state: true } });
    return { conversationId: reply.conversationId, sent: state === 'sent' };
  });
}
