import { z } from 'zod';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import { inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { Channel, Conversation, Customer, Identity, Message, Turn } from '../platform/records';
import { mapTexts } from '../privacy/map-texts';
import type { Tokens } from '../privacy/privacy.schema';
import { readTokens } from '../privacy/read-tokens';
import { readVocabulary } from '../privacy/read-vocabulary';
import { restoreText } from '../privacy/restore-text';
import { filesOf } from './files-of-turn';
import { type GivenFile, type Waiting, waitingSchema } from './plan.schema';
import { type Passed, passedSchema, type RunState, runStateSchema } from './run.schema';
import { type Entity, entitySchema } from './understanding/understanding.schema';

export type RunningTurn = {
  turn: Turn;
  conversation: Conversation;
  channel: Channel;
  customer: Customer & { identities: Identity[] };
  /** The burst it answers, oldest first; then what the customer wrote before, and what was said last. */
  burst: Message[];
  /** What came with the burst. */
  files: GivenFile[];
  earlier: Message[];
  waiting: Waiting | null;
  /** Set where nobody wrote: a run that waited goes on with what has come. */
  woken: { state: RunState; passed: Passed } | null;
  /** Order numbers of earlier turns, newest first: nobody says them twice. */
  remembered: Entity[];
  workspace: string;
  /** The values behind the placeholders of this conversation, for tools and for what customers and people read. */
  tokens: Tokens;
  /** Words that are nobody's name here. */
  vocabulary: ReadonlySet<string>;
};

/**
 * Opens the turn for a message, or answers null when there is nothing to do: somebody else holds the conversation,
 * a newer message came, or another turn runs and will see this message when it ends.
 * Called again by the same workflow after a crash it goes on with the same turn.
 */
export async function beginTurn(messageId: string, workflowId: string): Promise<RunningTurn | null> {
  return inTransaction(async (tx) => {
    const message = await tx.message.findUnique({ where: { id: messageId } });
    if (!message) return null;
    const conversation = await lockConversation(tx, message.conversationId);
    const existing = await tx.turn.findUnique({ where: { messageId } });
    const own = existing?.workflowId === workflowId;
    if (existing?.status === 'running' && own) return load(tx, await again(tx, existing, workflowId), conversation);
    // One that stood back for a person who then handed the message back unanswered is still owed its answer.
    if (existing && (existing.status !== 'superseded' || own)) return null;
    const held = conversation.holder === 'assistant' && conversation.state === 'open';
    const woken = await tx.playbookRun.findFirst({ where: { wokenBy: messageId, state: 'running' } });
    if (!held || !(woken || conversation.lastMessageId === messageId)) return null;
    const running = await tx.turn.findFirst({ where: { conversationId: conversation.id, status: 'running' } });
    if (running) return null;
    if (existing) return load(tx, await again(tx, existing, workflowId), conversation);

    const last = await tx.turn.aggregate({ where: { conversationId: conversation.id }, _max: { number: true } });
    const turn = await tx.turn.create({
      data: {
        id: newId(),
        conversationId: conversation.id,
        number: (last._max.number ?? 0) + 1,
        messageId,
        workflowId,
      },
    });
    await recordEvent(tx, 'turn.started', { conversationId: conversation.id, turnId: turn.id });
    return load(tx, turn, conversation);
  });
}

/** More than three tries of three workers: a message that takes its process down with it ends with people. */
const mostAttempts = 10;

/** Counted, so that a turn that acted before it was cut short tells that first instead of planning anew. */
function again(tx: Tx, { id, attempts }: Turn, workflowId: string): Promise<Turn> {
  if (attempts >= mostAttempts) throw new AppError('internal', `The turn was tried ${attempts} times.`);
  return tx.turn.update({
    where: { id },
    data: { workflowId, status: 'running', outcome: null, endedAt: null, attempts: { increment: 1 } },
  });
}

const historyLength = 40;

async function load(tx: Tx, turn: Turn, conversation: Conversation): Promise<RunningTurn> {
  // One after the other: a transaction has one connection, and it takes one statement at a time.
  const customer = await tx.customer.findUniqueOrThrow({
    where: { id: conversation.customerId },
    include: { identities: true },
  });
  const channel = await tx.channel.findUniqueOrThrow({ where: { id: conversation.channelId } });
  const recent = await tx.message.findMany({
    where: { conversationId: conversation.id, kind: 'reply' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: historyLength,
  });
  const turns = await tx.turn.findMany({
    where: { conversationId: conversation.id, number: { lt: turn.number } },
    orderBy: { number: 'desc' },
    take: 10,
    select: { entities: true },
  });
  const workspace = await tx.setting.findUnique({ where: { key: 'workspace' } });
  const messages = recent.reverse();
  // The burst: everything the customer wrote since somebody last answered.
  const answered = messages.findLastIndex((one) => one.author !== 'customer');
  const woken = await tx.playbookRun.findUnique({ where: { wokenBy: turn.messageId } });
  // A message that came meanwhile is answered by a turn of its own.
  const burst = woken ? [] : messages.slice(answered + 1);
  const tokens = (await readTokens(tx, [conversation.id])).get(conversation.id) ?? {};
  const files = await filesOf(
    tx,
    burst.map(({ id }) => id),
  );
  const vocabulary = await readVocabulary(tx);
  // Stored with placeholders; a playbook goes on with the values it was given.
  const restored = (value: unknown) => mapTexts(value, (text) => restoreText(text, tokens));
  const waiting = waitingSchema.safeParse(restored(conversation.waitingFor));
  return {
    turn,
    conversation,
    channel,
    customer,
    burst,
    files,
    earlier: messages.slice(0, answered + 1),
    waiting: waiting.success ? waiting.data : null,
    woken: woken && {
      state: runStateSchema.parse(restored(woken.waiting)),
      passed: passedSchema.parse(restored(woken.passed)),
    },
    remembered: turns
      .flatMap((one) => z.array(entitySchema).catch([]).parse(one.entities))
      .filter((one) => one.kind === 'order'),
    tokens,
    vocabulary,
    workspace: ((workspace?.value as { name?: string } | null)?.name ?? 'our').toString(),
  };
}
