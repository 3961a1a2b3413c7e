import type { PersonActor } from '../auth/permissions';
import { preferencesSchema } from '../auth/preferences.schema';
import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { destroyCardData } from '../privacy/destroy-card-data';
import { deliverReply } from './deliver-reply';
import { findCollision } from './find-collision';
import { clearWriting } from './keep-writing';
import { findVisible } from './list-conversations';
import { lockConversation } from './lock-conversation';
import { assertMayReply } from './post-reply';
import { sealWriting } from './seal-writing';
import type { SendReply, SentReply } from './writing.schema';

const farthestDays = 365;

/**
 * Sends a person's reply: at once for who wants no time to undo, else it waits its seconds, or until the hour it was given,
 * and a worker sends it. Only who holds the conversation may. Throws `conflict`, `invalid`.
 */
export async function sendReply(person: PersonActor, reply: SendReply): Promise<SentReply> {
  const { conversationId } = reply;
  const { customerId } = await findVisible(person, conversationId);
  if (reply.text === '' && reply.attachmentIds.length === 0)
    throw new AppError('invalid', 'text: write something first.');
  return inTransaction(async (tx) => {
    const now = await lockConversation(tx, conversationId);
    await assertMayReply(tx, now, person.id);
    const since = reply.since ? new Date(reply.since) : null;
    const collision = reply.anyway ? null : await findCollision(tx, { conversationId, personId: person.id, since });
    if (collision) return { outgoingId: null, seconds: 0, sendAt: null, collision };
    const { preferences } = await tx.person.findUniqueOrThrow({
      where: { id: person.id },
      select: { preferences: true },
    });
    const { undoSeconds } = preferencesSchema.catch(preferencesSchema.parse({})).parse(preferences);
    const at = await databaseNow(tx);
    await clearWriting(tx, { conversationId, personId: person.id, kind: 'reply' });
    if (reply.sendAt === null && undoSeconds === 0) {
      await deliverReply(tx, now, person, { ...reply, since: at });
      return { outgoingId: null, seconds: 0, sendAt: null, collision: null };
    }
    const sendAt = reply.sendAt ? new Date(reply.sendAt) : new Date(at.getTime() + undoSeconds * 1_000);
    assertHour(sendAt, at);
    await assertClean(tx, reply);
    const seal = await sealWriting(tx, { conversationId, customerId });
    const draft =
      reply.draftId && isId(reply.draftId)
        ? await tx.draft.findFirst({ where: { id: reply.draftId, conversationId }, select: { id: true } })
        : null;
    const { id } = await tx.outgoingReply.create({
      data: {
        conversationId,
        personId: person.id,
        text: seal.close(destroyCardData(reply.text).text),
        draftId: draft?.id ?? null,
        solve: reply.solve,
        actions: reply.actions,
        attachmentIds: reply.attachmentIds,
        sendAt,
        createdAt: at,
      },
    });
    await recordEvent(tx, 'conversation.changed', { conversationId });
    return {
      outgoingId: id,
      seconds: Math.max(0, Math.round((sendAt.getTime() - at.getTime()) / 1_000)),
      sendAt: sendAt.toISOString(),
      collision: null,
    };
  });
}

function assertHour(sendAt: Date, now: Date): void {
  if (sendAt < new Date(now.getTime() - 60_000)) throw new AppError('invalid', 'sendAt: lies in the past.');
  if (sendAt > new Date(now.getTime() + farthestDays * 86_400_000))
    throw new AppError('invalid', 'sendAt: at most a year ahead.');
}

/** Told at the press, not when it would go out and nobody sits here any more. */
async function assertClean(tx: Tx, { conversationId, attachmentIds }: SendReply): Promise<void> {
  const ids = [...new Set(attachmentIds)];
  const clean = await tx.attachment.count({
    where: { id: { in: ids }, conversationId, messageId: null, state: 'clean' },
  });
  if (clean !== ids.length)
    throw new AppError('invalid', 'attachments: one of the files cannot be sent. Remove it and send again.');
}
