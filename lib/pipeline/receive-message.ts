import { appendMessage } from '../conversations/append-message';
import type { SafeFile } from '../conversations/look-through-file';
import { lockMerged } from '../conversations/merge-conversations';
import { moveConversation } from '../conversations/move-conversation';
import { notifyPerson } from '../conversations/notify-person';
import { storeSentFiles } from '../conversations/store-sent-files';
import { wakeForReply } from '../conversations/wake-conversation';
import { inTransaction, Prisma, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { Conversation, IdentityKind } from '../platform/records';
import { cutRedacted } from '../privacy/cut-redacted';
import { destroyCardData } from '../privacy/destroy-card-data';

/** Who writes, as far as the channel can vouch for them. */
export type InboundSender = {
  channelId: string;
  /** Strongest identity first. */
  identities: { kind: IdentityKind; value: string; verified: boolean }[];
  name: string | null;
  /** The channel vouches that this customer is who they say. */
  verified: boolean;
  /** Goes on with this one; a new one is begun when absent. */
  conversationId?: string;
};

/** A message as a channel hands it in, parsed. */
export type InboundMessage = InboundSender & {
  /** May be empty where files come with it. */
  text: string;
  externalId?: string;
  files?: SafeFile[];
};

export type Received = {
  conversationId: string;
  number: number;
  messageId: string;
  customerId: string;
  repeated: boolean;
};

/**
 * Stores a customer's message once, finds or makes customer and conversation, reopens a closed one, and tells it:
 * one transaction, after which the sender may be answered 202. The same external id again answers the same ids.
 * Card data is destroyed before anything is written, and what identifies anybody is sealed beside the text. Throws `not_found` for a conversation that is not this customer's.
 */
export async function receiveMessage(inbound: InboundMessage): Promise<Received> {
  const text = destroyCardData(inbound.text).text;
  try {
    return await inTransaction((tx) => store(tx, { ...inbound, text }));
  } catch (error) {
    // Two deliveries of one message at once: the second finds what the first stored.
    if (inbound.externalId && isDuplicate(error)) {
      const found = await inTransaction((tx) => findRepeated(tx, inbound));
      if (found) return found;
    }
    throw error;
  }
}

async function store(tx: Tx, inbound: InboundMessage): Promise<Received> {
  const repeated = await findRepeated(tx, inbound);
  if (repeated) return repeated;
  const customerId = await findCustomer(tx, inbound);
  const conversation = await findConversation(tx, inbound, customerId);
  const message = await appendMessage(tx, {
    conversationId: conversation.id,
    channelId: inbound.channelId,
    author: 'customer',
    text: inbound.text,
    externalId: inbound.externalId ?? null,
  });
  const { files = [] } = inbound;
  await storeSentFiles(tx, { conversationId: conversation.id, customerId, messageId: message.id }, files);
  await tx.conversation.update({
    where: { id: conversation.id },
    data: {
      readAt: null,
      // Vouched for message by message: who goes on with a conversation unvouched for gets no more than a stranger.
      verified: inbound.verified,
      ...(conversation.gist === '' ? { gist: gistOf(message.text, files.length) } : {}),
    },
  });
  await wakeForReply(tx, conversation);
  if (conversation.holder === 'agent' && conversation.agentId)
    await notifyPerson(tx, {
      personId: conversation.agentId,
      kind: 'replied',
      conversationId: conversation.id,
      messageId: message.id,
      says: 'The customer replied',
    });
  return {
    // Where it was sent to, though it may be part of another one now: the sender knows no other.
    conversationId: inbound.conversationId ?? conversation.id,
    number: conversation.number,
    messageId: message.id,
    customerId,
    repeated: false,
  };
}

const gistOf = (text: string, files: number): string =>
  cutRedacted(text.replace(/\s+/g, ' ').trim(), 80) || (files === 1 ? 'Sent a file' : `Sent ${files} files`);

async function findRepeated(tx: Tx, inbound: InboundMessage): Promise<Received | null> {
  if (!inbound.externalId) return null;
  const where = { channelId_externalId: { channelId: inbound.channelId, externalId: inbound.externalId } };
  const message = await tx.message.findUnique({
    where,
    include: { conversation: { select: { number: true, customerId: true } } },
  });
  if (!message) return null;
  const { number, customerId } = message.conversation;
  const conversationId = inbound.conversationId ?? message.conversationId;
  return { conversationId, number, messageId: message.id, customerId, repeated: true };
}

/** The customer these identities are, made when nobody is; what is new about them is kept. */
export async function findCustomer(tx: Tx, inbound: InboundSender): Promise<string> {
  let known = await customerOf(tx, inbound);
  if (!known) {
    // Two first messages at once would each make a customer, one of them without an identity: the second waits, and finds.
    const { kind, value } = inbound.identities[0]!;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(778203, hashtext(${`${kind}:${value}`}))`;
    known = await customerOf(tx, inbound);
  }
  const customerId =
    known ?? (await tx.customer.create({ data: { id: newId(), name: inbound.name?.trim() || 'Visitor' } })).id;
  await learnIdentities(tx, customerId, inbound);
  return customerId;
}

async function customerOf(tx: Tx, inbound: InboundSender): Promise<string | null> {
  for (const { kind, value } of inbound.identities) {
    const found = await tx.identity.findUnique({ where: { kind_value: { kind, value } } });
    const customerId = found && (await stillThere(tx, found.customerId));
    if (customerId) return customerId;
  }
  return null;
}

/**
 * Whoever this customer is by now, held so until the message is stored: nothing is stored for somebody who is just being
 * merged into another, or forgotten.
 */
async function stillThere(tx: Tx, customerId: string): Promise<string | null> {
  const [customer] = await tx.$queryRaw<{ mergedIntoId: string | null; forgottenAt: Date | null }[]>`
    SELECT "mergedIntoId"::text, "forgottenAt" FROM "Customer" WHERE id = ${customerId}::uuid FOR SHARE`;
  if (!customer || customer.forgottenAt) return null;
  return customer.mergedIntoId ? stillThere(tx, customer.mergedIntoId) : customerId;
}

/** Keeps what this message adds. An identity that is somebody else's stays theirs. */
async function learnIdentities(tx: Tx, customerId: string, inbound: InboundSender): Promise<void> {
  for (const { kind, value, verified } of inbound.identities) {
    await tx.$executeRaw`
      INSERT INTO "Identity" (id, "customerId", kind, value, "verifiedAt")
      VALUES (${newId()}::uuid, ${customerId}::uuid, ${kind}::"IdentityKind", ${value}, ${verified ? Prisma.sql`now()` : Prisma.sql`NULL`})
      ON CONFLICT (kind, value) DO UPDATE
        SET "verifiedAt" = coalesce("Identity"."verifiedAt", excluded."verifiedAt")
        WHERE "Identity"."customerId" = excluded."customerId"`;
  }
}

/** Locked: the one to go on with, reopened when it was closed, or a new one. Throws `not_found` for another customer's. */
export async function findConversation(tx: Tx, inbound: InboundSender, customerId: string): Promise<Conversation> {
  if (!inbound.conversationId) {
    return tx.conversation.create({
      data: { id: newId(), customerId, channelId: inbound.channelId, verified: inbound.verified },
    });
  }
  const conversation = await lockMerged(tx, inbound.conversationId);
  const asked = await tx.conversation.findUniqueOrThrow({ where: { id: inbound.conversationId } });
  if (conversation.customerId !== customerId || asked.channelId !== inbound.channelId) {
    throw new AppError('not_found', 'There is no such conversation of this customer on this channel.');
  }
  if (conversation.state === 'open') return conversation;
  return moveConversation(tx, conversation, {
    move: { kind: 'reopen' },
    actor: { kind: 'customer', id: customerId },
    says: 'Reopened: the customer wrote again',
    data: { waitingFor: Prisma.DbNull, resolution: null, reopened: { increment: 1 }, dueAt: null },
  });
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
