import { z } from 'zod';
import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Conversation } from '../platform/records';
import { destroyCardData } from '../privacy/destroy-card-data';
import { openVault } from '../privacy/open-vault';
import { appendMessage } from './append-message';
import { bindAttachments } from './bind-attachments';
import { sourceSchema } from './conversation.schema';
import { measureEdit } from './measure-edit';

/** Share of a draft's text that may be changed before its sources are no longer those of the reply. */
const mostEdited = 0.5;

export type PostedReply = { text: string; draftId?: string | null; attachmentIds?: string[] };

/** Why this person may not speak in it now; null when they may. Only who holds a conversation does. */
export async function whyNotReply(tx: Tx, now: Conversation, personId: string): Promise<string | null> {
  if (now.state === 'closed') return 'This conversation was solved meanwhile.';
  if (now.holder !== 'agent') return 'Take the conversation first.';
  if (now.agentId === personId) return null;
  const holder = now.agentId
    ? await tx.person.findUnique({ where: { id: now.agentId }, select: { name: true } })
    : null;
  return `${holder?.name.split(' ')[0] ?? 'Somebody'} took this.`;
}

/** The same as an error. Throws `conflict`. */
export async function assertMayReply(tx: Tx, now: Conversation, personId: string): Promise<void> {
  const why = await whyNotReply(tx, now, personId);
  if (why) throw new AppError('conflict', `${why} Your text was not sent.`);
}

/** Posts a person's reply under the caller's lock, once it is known that they may; settles the drafts that lay there. */
export async function postReply(
  tx: Tx,
  now: Conversation,
  personId: string,
  { text, draftId, attachmentIds = [] }: PostedReply,
): Promise<{ messageId: string }> {
  const conversationId = now.id;
  const clean = destroyCardData(text).text;
  const draft = draftId && isId(draftId) ? await tx.draft.findFirst({ where: { id: draftId, conversationId } }) : null;
  const vault = await openVault(tx, conversationId);
  const edited = draft ? measureEdit(vault.restore(draft.text), clean) : null;
  const message = await appendMessage(tx, {
    conversationId,
    channelId: now.channelId,
    author: 'agent',
    text: clean,
    personId,
    // What was mostly written anew no longer rests on what the draft rested on.
    sources: draft && edited !== null && edited <= mostEdited ? z.array(sourceSchema).parse(draft.sources) : [],
  });
  await bindAttachments(tx, { conversationId, messageId: message.id, ids: attachmentIds });
  await tx.$executeRaw`UPDATE "Conversation" SET "readAt" = clock_timestamp(), version = version + 1 WHERE id = ${conversationId}::uuid`;
  const decidedAt = new Date();
  if (draft) await tx.draft.update({ where: { id: draft.id }, data: { state: 'sent', personId, edited, decidedAt } });
  await tx.draft.updateMany({
    where: { conversationId, state: { in: ['proposed', 'taken'] } },
    data: { state: 'rejected', personId, decidedAt },
  });
  return { messageId: message.id };
}
