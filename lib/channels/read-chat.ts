import { z } from 'zod';
import { findThread, ofThread, type ThreadPart } from '../conversations/find-thread';
import { readSteps } from '../conversations/read-steps';
import { readMessageAttachments } from '../conversations/view-attachments';
import { formatCursor, latestCursor } from '../events/read-events';
import { findHelpAddresses } from '../knowledge/help-address';
import { db } from '../platform/db';
import type { Conversation, Message, Prisma } from '../platform/records';
import { restoreAll } from '../privacy/restore-for';
import type { ChatMessage, ChatState, ChatView } from './chat.schema';
import type { ChatVisitor } from './chat-visitor';
import { findChat } from './find-chat';

/** More than anybody scrolls through in a chat; older ones are in the workspace. */
const mostMessages = 200;

const sourcesSchema = z
  .array(z.object({ articleId: z.string().catch(''), slug: z.string(), title: z.string() }))
  .catch([]);

/** What the customer may see of their conversation: replies only, never notes or events. Throws `not_found`. */
export async function readChat(visitor: ChatVisitor, conversationId: string, after?: string): Promise<ChatView> {
  // Before the messages: what comes between the two is told again by the events, and known by its id.
  const cursor = formatCursor(await latestCursor());
  const conversation = await findChat(visitor, conversationId);
  const thread = await findThread(conversation.id);
  const [state, messages] = await Promise.all([stateOf(conversation), messagesOf(thread, after)]);
  return { ...state, messages, cursor };
}

/** The state alone, for a conversation already known to be the visitor's. */
export async function readChatState(conversationId: string): Promise<ChatState> {
  return stateOf(await db().conversation.findUniqueOrThrow({ where: { id: conversationId } }));
}

/** One message; null when it is not for the customer's eyes. */
export async function readChatMessage(thread: ThreadPart[], messageId: string): Promise<ChatMessage | null> {
  const [view] = await viewMessages(await db().message.findMany({ where: { ...visible(thread), id: messageId } }));
  return view ?? null;
}

const visible = (thread: ThreadPart[]): Prisma.MessageWhereInput => ({
  AND: ofThread(thread),
  kind: 'reply',
  author: { in: ['customer', 'assistant', 'agent'] },
});

async function messagesOf(thread: ThreadPart[], after?: string): Promise<ChatMessage[]> {
  const last = after ? await db().message.findFirst({ where: { AND: [{ id: after }, ofThread(thread)] } }) : null;
  const rows = await db().message.findMany({
    where: { ...visible(thread), ...(last ? { createdAt: { gt: last.createdAt } } : {}) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostMessages,
  });
  return viewMessages(rows.reverse());
}

const sourcesOf = ({ sources }: Message) => sourcesSchema.parse(sources);

async function viewMessages(rows: Message[]): Promise<ChatMessage[]> {
  const ids = [...new Set(rows.flatMap((row) => (row.author === 'agent' && row.personId ? [row.personId] : [])))];
  const people = ids.length > 0 ? await db().person.findMany({ where: { id: { in: ids } } }) : [];
  const names = new Map(people.map(({ id, name }) => [id, firstWord(name)]));
  const addresses = await findHelpAddresses(rows.flatMap((row) => sourcesOf(row).map(({ articleId }) => articleId)));
  const steps = await readSteps(rows.flatMap((row) => (row.turnId ? [row.turnId] : [])));
  const files = await readMessageAttachments(rows.map(({ id }) => id));
  const restore = await restoreAll(rows.map((row) => row.conversationId));
  return rows.map((row) => ({
    id: row.id,
    clientId: row.author === 'customer' ? (row.externalId?.split(':').at(-1) ?? null) : null,
    author: row.author as ChatMessage['author'],
    name: row.author === 'agent' ? (names.get(row.personId ?? '') ?? 'A colleague') : null,
    text: restore(row.conversationId, row.text),
    at: row.createdAt.toISOString(),
    sources: sourcesOf(row).map(({ articleId, slug, title }) => ({
      slug,
      title,
      address: addresses.get(articleId) ?? null,
    })),
    files: (files.get(row.id) ?? []).map(({ id, name, bytes }) => ({ id, name, bytes })),
    turnId: row.turnId,
    steps: (steps.get(row.turnId ?? '') ?? []).filter((one) => one.ok).map((one) => one.what),
  }));
}

async function stateOf(asked: Conversation): Promise<ChatState> {
  // Merged into another one, it is held and ended there.
  const conversation = asked.mergedIntoId
    ? await db().conversation.findUniqueOrThrow({ where: { id: asked.mergedIntoId } })
    : asked;
  const { id, agentId } = conversation;
  const [agent, running] = await Promise.all([agentId ? answeringAgent(id, agentId) : null, isRunning(id)]);
  return {
    id: asked.id,
    state: conversation.state,
    holder: conversation.holder,
    agent,
    rating: conversation.rating,
    working: running,
  };
}

async function answeringAgent(conversationId: string, agentId: string): Promise<string | null> {
  const where = { ...visible([{ conversationId, from: null }]), author: 'agent', personId: agentId } as const;
  if (!(await db().message.findFirst({ where, select: { id: true } }))) return null;
  const person = await db().person.findUnique({ where: { id: agentId } });
  return person ? firstWord(person.name) : null;
}

async function isRunning(conversationId: string): Promise<boolean> {
  const turn = await db().turn.findFirst({ where: { conversationId, status: 'running' }, select: { id: true } });
  return turn !== null;
}

const firstWord = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
