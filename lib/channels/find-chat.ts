import { db, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Conversation } from '../platform/records';
import type { ChatVisitor } from './chat-visitor';

/** The customer this visitor is, by their strongest known identity; null before their first message. */
export async function findChatCustomer({ identities }: ChatVisitor, tx: Tx = db()): Promise<string | null> {
  for (const { kind, value } of identities) {
    const found = await tx.identity.findUnique({ where: { kind_value: { kind, value } } });
    if (found) return found.customerId;
  }
  return null;
}

/** A conversation through its customer: another customer's is not found. Throws `not_found`. */
export async function findChat(visitor: ChatVisitor, conversationId: string, tx: Tx = db()): Promise<Conversation> {
  const customerId = await findChatCustomer(visitor, tx);
  const conversation = customerId
    ? await tx.conversation.findFirst({ where: { id: conversationId, customerId, channelId: visitor.channelId } })
    : null;
  if (!conversation) throw new AppError('not_found', 'There is no such conversation.');
  return conversation;
}

const dayMs = 24 * 3_600_000;

/** The conversation to go on with: the latest one that is open, or was closed within a day. */
export async function findLatestChat(visitor: ChatVisitor, now: Date): Promise<string | null> {
  const customerId = await findChatCustomer(visitor);
  if (!customerId) return null;
  const latest = await db().conversation.findFirst({
    where: {
      customerId,
      channelId: visitor.channelId,
      OR: [{ state: 'open' }, { closedAt: { gt: new Date(now.getTime() - dayMs) } }],
    },
    orderBy: [{ lastMessageAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return latest?.id ?? null;
}
