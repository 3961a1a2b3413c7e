import { z } from 'zod';
import { appendMessage } from '../conversations/append-message';
import type { Tx } from '../platform/db';
import type { Action, Conversation, Turn } from '../platform/records';
import { acknowledgeHandoff } from './handoff/acknowledge';
import { type WarmHandoff, writeHandoff } from './handoff/write-handoff';
import { firstNameOf } from './name-customer';
import type { HandoffNeed } from './plan.schema';
import { saveHandoff } from './save-handoff';
import { toolCallViewSchema } from './turn.schema';
import { entitySchema } from './understanding/understanding.schema';

export type Passing = {
  /** Of the line in the conversation: `asked_for_person`, with the words for it. */
  event: { name: string; says: string };
  /** The customer asked for it themselves. */
  asked: boolean;
  need: HandoffNeed;
};

/**
 * Acknowledges, writes the warm handoff from what is on record, and queues, under the caller's lock on a conversation the
 * assistant holds.
 */
export async function passToPeople(tx: Tx, conversation: Conversation, { event, asked, need }: Passing): Promise<void> {
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: conversation.customerId } });
  const language = conversation.language ?? customer.language ?? 'en';
  const about = { conversationId: conversation.id, channelId: conversation.channelId };
  await appendMessage(tx, {
    ...about,
    author: 'system',
    kind: 'event',
    text: event.says,
    event: { name: event.name },
  });
  await appendMessage(tx, {
    ...about,
    author: 'assistant',
    text: acknowledgeHandoff({ language, asked, failed: false }),
  });
  const handoff = await recall(tx, conversation, customer, need);
  await tx.conversation.update({
    where: { id: conversation.id },
    data: {
      readAt: null,
      tier: 'escalated',
      ...(conversation.gist === '' ? { gist: 'Wants to talk to a person' } : {}),
    },
  });
  await saveHandoff(tx, conversation.id, {
    ...handoff,
    turnId: null,
    teamKey: await teamFor(tx, conversation),
    sentiment: conversation.sentiment,
    language,
    confidence: conversation.confidence,
  });
}

/** The handoff from what is on record: the customer's words, what was looked up and done, what was recognised. */
async function recall(
  tx: Tx,
  conversation: Conversation,
  customer: { name: string; tier: string | null },
  need: HandoffNeed,
): Promise<WarmHandoff> {
  const about = { conversationId: conversation.id };
  const [said, turns, actions] = await Promise.all([
    tx.message.findFirst({
      where: { ...about, author: 'customer', kind: 'reply' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
    tx.turn.findMany({ where: { ...about, status: 'saved' }, orderBy: { number: 'asc' } }),
    tx.action.findMany({ where: about, orderBy: { createdAt: 'asc' } }),
  ]);
  const handoff = writeHandoff({
    parts: [],
    need: { ...need, missing: said ? need.missing : ['What it is about', ...need.missing] },
    asked: said?.text ?? '',
    customer: {
      name: customer.name,
      firstName: firstNameOf(customer.name),
      verified: conversation.verified,
      tier: customer.tier,
    },
    heldBack: null,
    facts: recognised(turns),
  });
  return {
    ...handoff,
    ...(said ? {} : { wants: 'Wants to talk to a person and has not said what about' }),
    tried: [...lookedUp(turns), ...actions.map(describeAction)],
  };
}

/** Addresses stand in the trace as placeholders only; what is left are numbers, dates and names of things. */
const behindPlaceholder = new Set(['email', 'phone', 'address']);

function recognised(turns: Turn[]): string[] {
  const entities = turns.flatMap((turn) => z.array(entitySchema).catch([]).parse(turn.entities));
  const facts = entities
    .filter((one) => one.sure >= 0.5 && !behindPlaceholder.has(one.kind))
    .map((one) => `${one.kind.charAt(0).toUpperCase()}${one.kind.slice(1)} ${one.text}`);
  return [...new Set(facts)];
}

/** Reads by the record they looked in ("orders.get" → "Looked in orders"), each once, failed only if it never worked. */
function lookedUp(turns: Turn[]): WarmHandoff['tried'] {
  const found = new Map<string, boolean>();
  for (const call of turns.flatMap((turn) => z.array(toolCallViewSchema).catch([]).parse(turn.calls))) {
    if (call.kind !== 'read') continue;
    const what = `Looked in ${(call.tool.split(/[./]/)[0] ?? call.tool).replaceAll('_', ' ')}`;
    found.set(what, (found.get(what) ?? false) || call.outcome === 'done');
  }
  return [...found].map(([what, ok]) => ({ what, ok }));
}

function describeAction({ says, status }: Action): WarmHandoff['tried'][number] {
  const ok = status === 'succeeded';
  return { what: ok ? says : `${says}: ${status.replaceAll('_', ' ')}`, ok };
}

async function teamFor(tx: Tx, conversation: Conversation): Promise<string | null> {
  const intents = await tx.intent.findMany({
    where: { key: { in: [conversation.intent ?? '', 'person_request'] } },
    select: { key: true, teamKey: true },
  });
  const team = (key: string | null) => intents.find((one) => one.key === key)?.teamKey ?? null;
  return team(conversation.intent) ?? team('person_request');
}
