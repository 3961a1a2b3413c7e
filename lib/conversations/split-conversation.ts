import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { Prisma, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId, newId } from '../platform/ids';
import type { Conversation, Message } from '../platform/records';
import { copyTokens } from '../privacy/copy-tokens';
import { cutRedacted } from '../privacy/cut-redacted';
import { appendEvent } from './append-event';
import { lockVisible } from './lock-visible';
import { stampPromise } from './stamp-promise';

const longestGist = 80;

/**
 * Begins a new conversation of the same customer with the messages from one on, in the hands of who asks: a second issue gets
 * an owner, a clock and an end of its own. The customer goes on reading both in one place. Throws `not_found`, `conflict`.
 */
export function splitConversation(
  person: PersonActor,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<{ conversationId: string; number: number }> {
  return lockVisible(person, conversationId, async (tx, now) => {
    if (now.mergedIntoId)
      throw new AppError('conflict', 'This conversation is part of another one. Take it out first.');
    if (now.state === 'open' && now.holder === 'assistant')
      throw new AppError('conflict', 'The assistant has this conversation. Take it before you split it.');
    const from = isId(messageId) ? await tx.message.findFirst({ where: { id: messageId, conversationId } }) : null;
    if (!from || from.kind === 'event') throw new AppError('not_found', 'There is no such message here.');
    const earlier = await tx.message.count({
      where: { conversationId, kind: 'reply', createdAt: { lt: from.createdAt } },
    });
    if (earlier === 0) throw new AppError('conflict', 'This is the first message. There is nothing to split it from.');

    const made = await begin(tx, now, from, person);
    await moveMessages(tx, now.id, made.id, from.createdAt);
    await copyTokens(tx, { from: now.id, to: made.id, customerId: now.customerId });
    await refreshLast(tx, now.id);
    await refreshLast(tx, made.id);
    const first = person.name.split(' ')[0];
    await appendEvent(tx, now, {
      name: 'split',
      says: `${first} made #${made.number} of what came after this`,
      personId: person.id,
      more: { into: made.id },
    });
    await appendEvent(tx, made, {
      name: 'split',
      says: `${first} split it from #${now.number}`,
      personId: person.id,
      more: { from: now.id },
    });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'conversation.split',
      subject: { kind: 'conversation', id: now.id },
      after: { into: made.id, fromMessageId: from.id },
    });
    return { conversationId: made.id, number: made.number };
  });
}

async function begin(tx: Tx, now: Conversation, from: Message, person: PersonActor): Promise<Conversation> {
  return tx.conversation.create({
    data: {
      id: newId(),
      customerId: now.customerId,
      channelId: from.channelId,
      verified: now.verified,
      holder: 'agent',
      agentId: person.id,
      teamId: now.teamId,
      priority: now.priority,
      language: now.language,
      // Told already in the conversation it comes from.
      disclosedAt: now.disclosedAt,
      readAt: new Date(),
      gist: cutRedacted(from.text.replace(/\s+/g, ' ').trim(), longestGist),
      splitFromId: now.id,
    },
  });
}

/** What happened at the desk stays with the conversation it happened to; what was said goes. */
async function moveMessages(tx: Tx, from: string, to: string, at: Date): Promise<void> {
  const moved = await tx.message.findMany({
    where: { conversationId: from, kind: { in: ['reply', 'note'] }, createdAt: { gte: at } },
    select: { id: true },
  });
  const ids = moved.map(({ id }) => id);
  await tx.message.updateMany({ where: { id: { in: ids } }, data: { conversationId: to } });
  await tx.attachment.updateMany({ where: { messageId: { in: ids } }, data: { conversationId: to } });
  await tx.$executeRaw`UPDATE "ArticleUse" SET "conversationId" = ${to}::uuid WHERE "messageId" IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})`;
}

/** Since when the customer waits, and what was said last, as the messages that are there now say it. */
async function refreshLast(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Conversation" c SET
      "lastMessageAt" = coalesce((SELECT max(m."createdAt") FROM "Message" m WHERE m."conversationId" = c.id AND m.kind = 'reply'), c."lastMessageAt"),
      "lastMessageId" = (SELECT m.id FROM "Message" m WHERE m."conversationId" = c.id AND m.kind = 'reply' AND m.author = 'customer'
        ORDER BY m."createdAt" DESC LIMIT 1),
      "waitingSince" = CASE WHEN c.state = 'closed' OR c.holder = 'assistant' THEN NULL ELSE (
        SELECT coalesce(c."waitingSince", min(m."createdAt")) FROM "Message" m
        WHERE m."conversationId" = c.id AND m.kind = 'reply' AND m.author = 'customer'
          AND m."createdAt" > coalesce((SELECT max(r."createdAt") FROM "Message" r
            WHERE r."conversationId" = c.id AND r.kind = 'reply' AND r.author = 'agent'), '-infinity')
        HAVING count(*) > 0) END
    WHERE id = ${id}::uuid`;
  await stampPromise(tx, id);
}
