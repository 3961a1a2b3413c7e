import { appendAudit } from '../audit/append-audit';
import { readPerson } from '../auth/read-person';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import type { OutgoingReply } from '../platform/records';
import { deliverReply } from './deliver-reply';
import { returnWriting } from './keep-writing';
import { lockConversation } from './lock-conversation';
import { notifyPerson } from './notify-person';
import { whyNotReply } from './post-reply';
import { openWriting } from './seal-writing';
import { actionsOf } from './view-writing';

const mostAtOnce = 50;

/**
 * Sends the replies whose time has come, each at most once: the row is taken with its lock, and what became of it commits
 * with the message. Several workers may do this side by side.
 */
export async function sendOutgoing(): Promise<void> {
  for (let sent = 0; sent < mostAtOnce; sent++) {
    if (!(await sendNext())) break;
  }
}

/** Answers false when nothing is due. */
async function sendNext(): Promise<boolean> {
  const taken: string[] = [];
  try {
    return await inTransaction(async (tx) => {
      const [due] = await tx.$queryRaw<{ id: string }[]>`
        SELECT id::text FROM "OutgoingReply" WHERE state = 'waiting' AND "sendAt" <= clock_timestamp()
        ORDER BY "sendAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
      if (!due) return false;
      taken.push(due.id);
      const reply = await tx.outgoingReply.findUniqueOrThrow({ where: { id: due.id } });
      await deliver(tx, reply);
      return true;
    });
  } catch (error) {
    const [id] = taken;
    log.error({ outgoingId: id, cause: causeOf(error) }, 'a reply could not be sent');
    if (!id) throw error;
    // It must not be tried for ever, nor hold up those behind it.
    await inTransaction(async (tx) => {
      const reply = await tx.outgoingReply.findUnique({ where: { id } });
      if (reply?.state === 'waiting') await fail(tx, reply, 'Something went wrong on our side.');
    });
    return true;
  }
}

/** Sends one, in the caller's transaction and with its row locked. */
export async function deliver(tx: Tx, reply: OutgoingReply): Promise<void> {
  const { conversationId } = reply;
  const now = await lockConversation(tx, conversationId);
  const person = (await readPerson(reply.personId, tx))?.actor;
  const why = person ? await whyNotReply(tx, now, person.id) : 'Whoever wrote it is not here any more.';
  if (!person || why) return fail(tx, reply, why ?? '');
  const opener = await openWriting(tx, { conversationId, customerId: now.customerId });
  const { messageId } = await deliverReply(tx, now, person, {
    text: opener.open(reply.text),
    draftId: reply.draftId,
    attachmentIds: reply.attachmentIds,
    solve: reply.solve,
    actions: actionsOf(reply.actions),
    since: reply.createdAt,
  });
  await tx.outgoingReply.update({
    where: { id: reply.id },
    data: { state: 'sent', messageId, text: '', taken: null, decidedAt: new Date() },
  });
}

/** It did not go out: whoever wrote it hears why, and has the text back where they wrote it. */
async function fail(tx: Tx, reply: OutgoingReply, why: string): Promise<void> {
  const { conversationId, personId } = reply;
  await tx.outgoingReply.update({
    where: { id: reply.id },
    data: { state: 'failed', why, text: '', decidedAt: new Date() },
  });
  const { customerId } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { customerId: true },
  });
  const opener = await openWriting(tx, { conversationId, customerId });
  await returnWriting(tx, { ...reply, customerId, text: opener.open(reply.text) }, opener);
  await notifyPerson(tx, {
    personId,
    kind: 'failed',
    conversationId,
    says: `Your reply was not sent. ${why} The text waits where you wrote it.`,
  });
  await recordEvent(tx, 'conversation.changed', { conversationId });
  await appendAudit(tx, {
    actor: { kind: 'system', id: null },
    action: 'reply.failed',
    subject: { kind: 'conversation', id: conversationId },
    after: { outgoingId: reply.id, why },
  });
}
