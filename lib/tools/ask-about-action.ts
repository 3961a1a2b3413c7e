import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { takeLocked } from '../conversations/hold-conversation';
import { findVisible } from '../conversations/list-conversations';
import { lockConversation } from '../conversations/lock-conversation';
import { postNote } from '../conversations/post-note';
import { postReply, whyNotReply } from '../conversations/post-reply';
import { recordEvent } from '../events/record-event';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import type { AskInput } from './approval.schema';

/**
 * Asks before deciding: a colleague in a note, or the customer in a reply. The action goes on waiting. Only who holds a
 * conversation speaks in it, so a question to the customer takes it first where `take` says so; without it that is a
 * `conflict`. Throws `not_found`, `conflict`.
 */
export async function askAboutAction(
  person: PersonActor,
  { actionId, to, text, take }: AskInput,
): Promise<{ messageId: string }> {
  const missing = new AppError('not_found', 'There is no such action.');
  const found = isId(actionId)
    ? await db().action.findUnique({ where: { id: actionId }, select: { conversationId: true } })
    : null;
  if (!found) throw missing;
  await findVisible(person, found.conversationId).catch(() => {
    throw missing;
  });
  return inTransaction(async (tx) => {
    const conversation = await lockConversation(tx, found.conversationId);
    const action = await tx.action.findUniqueOrThrow({ where: { id: actionId } });
    if (action.status !== 'waiting_approval')
      throw new AppError('conflict', 'It was decided meanwhile. Your question was not sent.');
    let posted: { messageId: string };
    if (to === 'colleague') posted = await postNote(tx, conversation, person, text);
    else {
      if (take) await takeLocked(tx, conversation, person);
      const now = await lockConversation(tx, conversation.id);
      const why = await whyNotReply(tx, now, person.id);
      if (why) throw new AppError('conflict', `${why} Your question was not sent.`);
      posted = await postReply(tx, now, person.id, { text });
    }
    await tx.actionQuestion.create({
      data: { id: newId(), actionId, personId: person.id, messageId: posted.messageId, toCustomer: to === 'customer' },
    });
    await recordEvent(tx, 'action.changed', { conversationId: conversation.id, actionId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'action.ask',
      subject: { kind: 'action', id: actionId },
      after: { to },
    });
    return posted;
  });
}
