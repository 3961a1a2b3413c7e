import { recordEvent } from '../events/record-event';
import { noteUse } from '../knowledge/note-use';
import type { Tx } from '../platform/db';
import { newId } from '../platform/ids';
import type { Author, Message, MessageKind, Prisma } from '../platform/records';
import { openVault, type Vault } from '../privacy/open-vault';
import { stampPromise } from './stamp-promise';

export type NewMessage = {
  conversationId: string;
  channelId: string;
  author: Author;
  text: string;
  kind?: MessageKind;
  personId?: string | null;
  turnId?: string | null;
  externalId?: string | null;
  sources?: { articleId: string; version: number; [more: string]: unknown }[];
  /** Of kind event: its name, such as `taken`, and what the interface may need to word it. */
  event?: { name: string; [more: string]: unknown };
};

/**
 * Appends, with placeholders for what identifies anybody, under the caller's lock on the conversation and tells it. Times come from the database, and are made to grow
 * within a conversation, so that order by time is the order of appending.
 */
export async function appendMessage(tx: Tx, message: NewMessage): Promise<Message> {
  const id = newId();
  const kind = message.kind ?? 'reply';
  const vault = await openVault(tx, message.conversationId);
  const text = hideText(vault, message);
  await vault.keep();
  const [{ at }] = (await tx.$queryRaw`
    SELECT greatest(clock_timestamp(), (SELECT max("createdAt") + interval '1 millisecond' FROM "Message"
      WHERE "conversationId" = ${message.conversationId}::uuid)) AS at`) as [{ at: Date }];
  const row = await tx.message.create({
    data: {
      id,
      conversationId: message.conversationId,
      channelId: message.channelId,
      author: message.author,
      kind,
      text,
      personId: message.personId ?? null,
      turnId: message.turnId ?? null,
      externalId: message.externalId ?? null,
      sources: (message.sources ?? []) as Prisma.InputJsonValue,
      event: message.event as Prisma.InputJsonValue | undefined,
      createdAt: at,
    },
  });
  if (kind === 'reply') {
    const data: Prisma.ConversationUncheckedUpdateInput = { lastMessageAt: at };
    if (message.author === 'customer') data.lastMessageId = id;
    await tx.conversation.update({ where: { id: message.conversationId }, data });
    await noteTurn(tx, message, at);
    await noteUse(tx, {
      messageId: id,
      conversationId: message.conversationId,
      sources: message.sources ?? [],
    });
  }

  const about = { conversationId: message.conversationId, messageId: id };
  if (message.author === 'customer') await recordEvent(tx, 'message.received', about);
  else if (kind === 'reply') await recordEvent(tx, 'reply.posted', about);
  else await recordEvent(tx, 'note.posted', about);
  return row;
}

/** An agent's answer ends the waiting; a customer's word begins it where people have the conversation. The assistant's does neither. */
async function noteTurn(tx: Tx, { conversationId, author }: NewMessage, at: Date): Promise<void> {
  if (author !== 'agent' && author !== 'customer') return;
  const changed =
    author === 'agent'
      ? await tx.$executeRaw`
          UPDATE "Conversation" SET "waitingSince" = NULL, "firstReplyAt" = coalesce("firstReplyAt", ${at})
          WHERE id = ${conversationId}::uuid`
      : await tx.$executeRaw`
          UPDATE "Conversation" SET "waitingSince" = coalesce("waitingSince", ${at})
          WHERE id = ${conversationId}::uuid AND holder <> 'assistant' AND state = 'open'`;
  if (changed > 0) await stampPromise(tx, conversationId);
}

/** What people and the assistant write is searched; an event is worded by us, and names colleagues who may be named. */
function hideText(vault: Vault, { author, kind, text }: NewMessage): string {
  if (kind === 'event') return vault.hideKnown(text);
  return author === 'customer' ? vault.takeIn(text) : vault.hide(text);
}
