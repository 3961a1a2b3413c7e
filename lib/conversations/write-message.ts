import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { RejectReason } from './conversation.schema';
import { closeNow, takeLocked } from './hold-conversation';
import { clearWriting } from './keep-writing';
import { findVisible } from './list-conversations';
import { lockConversation } from './lock-conversation';
import { postNote } from './post-note';
import { assertMayReply, postReply } from './post-reply';

export type Reply = { conversationId: string; text: string; draftId?: string; solve?: boolean };

/** Sends a person's reply at once. Only who holds the conversation speaks in it: never two voices at once. Throws `conflict`. */
export async function writeReply(
  person: PersonActor,
  { conversationId, text, draftId, solve }: Reply,
): Promise<{ messageId: string }> {
  await findVisible(person, conversationId);
  return inTransaction(async (tx) => {
    const now = await lockConversation(tx, conversationId);
    await assertMayReply(tx, now, person.id);
    const posted = await postReply(tx, now, person.id, { text, draftId });
    if (solve) await closeNow(tx, await lockConversation(tx, conversationId), person);
    return posted;
  });
}

/** An internal note: whoever sees the conversation may leave one; it never goes to the customer. */
export async function writeNote(
  person: PersonActor,
  { conversationId, text }: { conversationId: string; text: string },
): Promise<{ messageId: string }> {
  await findVisible(person, conversationId);
  return inTransaction(async (tx) => {
    const now = await lockConversation(tx, conversationId);
    await clearWriting(tx, { conversationId, personId: person.id, kind: 'note' });
    return postNote(tx, now, person, text);
  });
}

/** Takes or rejects a proposed draft; what people do with drafts is how they get better. */
export async function decideDraft(
  person: PersonActor,
  draftId: string,
  state: 'taken' | 'rejected',
  why: RejectReason | null = null,
): Promise<void> {
  const draft = isId(draftId) ? await db().draft.findUnique({ where: { id: draftId } }) : null;
  if (!draft) throw new AppError('not_found', 'There is no such draft.');
  await findVisible(person, draft.conversationId);
  await inTransaction(async (tx) => {
    const decided = await tx.draft.updateMany({
      where: { id: draftId, state: { not: 'sent' } },
      data: { state, personId: person.id, rejectReason: state === 'rejected' ? why : null, decidedAt: new Date() },
    });
    if (decided.count === 0) throw new AppError('conflict', 'This draft has been sent already.');
    await recordEvent(tx, 'conversation.changed', { conversationId: draft.conversationId });
  });
}

/** One key for the handoff's next step: the conversation is taken if nobody holds it, its draft too, ready to be sent. */
export async function acceptNextStep(person: PersonActor, handoffId: string): Promise<{ draftId: string | null }> {
  const handoff = isId(handoffId) ? await db().handoff.findUnique({ where: { id: handoffId } }) : null;
  if (!handoff) throw new AppError('not_found', 'There is no such handoff.');
  await findVisible(person, handoff.conversationId);
  return inTransaction(async (tx) => {
    await takeLocked(tx, await lockConversation(tx, handoff.conversationId), person);
    await tx.handoff.update({ where: { id: handoffId }, data: { acceptedAt: new Date() } });
    const position = (handoff.nextStep as { draft?: number | null } | null)?.draft ?? null;
    const where = { handoffId, position: position ?? 0, state: { in: ['proposed' as const, 'taken' as const] } };
    const draft = position ? await tx.draft.findFirst({ where }) : null;
    if (draft)
      await tx.draft.update({
        where: { id: draft.id },
        data: { state: 'taken', personId: person.id, decidedAt: new Date() },
      });
    await recordEvent(tx, 'conversation.changed', { conversationId: handoff.conversationId });
    return { draftId: draft?.id ?? null };
  });
}
