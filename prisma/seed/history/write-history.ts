import { v7 } from 'uuid';
import { type Actor, hashAudit } from '../../../lib/audit/append-audit';
import type { Prisma, Tx } from '../../../lib/platform/db';
import { intents } from '../intents';
import type { Chance, Story } from './invent-history';
import { agentReplies, askedFor, comments, firstNames, lastNames, passedOnText, thanks } from './subjects';

const secondMs = 1_000;
const after = (at: Date, ms: number) => new Date(at.getTime() + ms);
/** An id that sorts by when it was. */
const idAt = (at: Date) => v7({ msecs: at.getTime() });

type Desk = {
  channels: Map<string, string>;
  teams: Map<string, string>;
  agents: string[];
  examples: Map<string, string[]>;
  promise: string | null;
};
type Audited = { at: Date; actor: Actor; action: string; conversationId: string; after: Record<string, unknown> };
type Rows = {
  conversations: Prisma.ConversationCreateManyInput[];
  messages: Prisma.MessageCreateManyInput[];
  turns: Prisma.TurnCreateManyInput[];
  handoffs: Prisma.HandoffCreateManyInput[];
  reviews: Prisma.ReviewCreateManyInput[];
  actions: Prisma.ActionCreateManyInput[];
  calls: Prisma.ModelCallCreateManyInput[];
  audited: Audited[];
};

/** Writes stories down as the desk would have recorded them, and notes each to be counted. In the caller's transaction. */
export async function writeHistory(tx: Tx, stories: Story[], chance: Chance): Promise<void> {
  const desk = await readDesk(tx);
  const customers = await addCustomers(tx, stories, chance);
  const rows: Rows = {
    ...{ conversations: [], messages: [], turns: [], handoffs: [] },
    ...{ reviews: [], actions: [], calls: [], audited: [] },
  };
  for (const story of stories) write(story, customers.get(story.customer)!, desk, rows, chance);
  await tx.conversation.createMany({ data: rows.conversations });
  await tx.message.createMany({ data: rows.messages });
  await tx.turn.createMany({ data: rows.turns });
  await tx.handoff.createMany({ data: rows.handoffs });
  await tx.review.createMany({ data: rows.reviews });
  await tx.action.createMany({ data: rows.actions });
  await tx.modelCall.createMany({ data: rows.calls });
  await tx.metricChange.createMany({ data: rows.conversations.map(({ id }) => ({ conversationId: id! })) });
  await appendAll(tx, rows.audited);
}

async function readDesk(tx: Tx): Promise<Desk> {
  const kept = await tx.channel.findMany();
  const channels = new Map(kept.map(({ kind, id }) => [kind as string, id]));
  // Mail and text messages of the time before: nothing comes in over them now.
  for (const [kind, name] of [
    ['email', 'Mail'],
    ['sms', 'Text messages'],
  ] as const) {
    if (channels.has(kind)) continue;
    const made = await tx.channel.create({ data: { id: v7(), kind, key: `past-${kind}`, name, enabled: false } });
    channels.set(kind, made.id);
  }
  const people = await tx.person.findMany({
    where: { role: { in: ['agent', 'supervisor'] } },
    orderBy: { email: 'asc' },
  });
  const promise = await tx.slaPolicy.findFirst({ orderBy: { position: 'desc' } });
  return {
    channels,
    teams: new Map((await tx.team.findMany()).map(({ key, id }) => [key, id])),
    agents: people.map(({ id }) => id),
    examples: new Map(intents.map(({ key, examples }) => [key, examples])),
    promise: promise?.id ?? null,
  };
}

async function addCustomers(tx: Tx, stories: Story[], chance: Chance): Promise<Map<number, string>> {
  const first = new Map<number, Story>();
  for (const story of stories) if (!first.has(story.customer)) first.set(story.customer, story);
  const tiers = [null, 'trail', 'trail', 'ridge', 'ridge', 'summit'];
  const made = [...first].map(([number, { at, language }]) => {
    const [given, family] = [pick(firstNames, chance), pick(lastNames, chance)];
    const id = idAt(at);
    return {
      number,
      id,
      at,
      language,
      name: `${given} ${family}`,
      address: `${given}.${family}.${number}@past.example`.toLowerCase(),
    };
  });
  await tx.customer.createMany({
    data: made.map(({ id, name, language, at }) => ({ id, name, language, tier: pick(tiers, chance), createdAt: at })),
  });
  await tx.identity.createMany({
    data: made.map(({ id, address, at }) => ({
      ...{ id: idAt(at), customerId: id, kind: 'email' as const, value: address },
      ...{ verifiedAt: at, createdAt: at },
    })),
  });
  return new Map(made.map(({ number, id }) => [number, id]));
}

function write(story: Story, customerId: string, desk: Desk, rows: Rows, chance: Chance): void {
  const { at, subject, turn, people, closedAt } = story;
  const id = idAt(at);
  const channelId = desk.channels.get(story.channel)!;
  const teamId = desk.teams.get(subject.team)!;
  const agentId = people && desk.agents[people.agent % desk.agents.length]!;
  const answeredAt = after(at, turn.ms + 2 * secondMs);
  const say: Say = (author, text, when, more = {}) => {
    const messageId = idAt(when);
    rows.messages.push({
      ...{ id: messageId, conversationId: id, channelId, author, text, createdAt: when, deliveredAt: when },
      ...more,
    });
    return messageId;
  };
  const audit: Audit = (action, when, actor, then) =>
    rows.audited.push({ at: when, actor, action: `conversation.${action}`, conversationId: id, after: then });

  const turnId = idAt(at);
  const asked = people?.reason === 'asked_for_person' ? askedFor : pick(desk.examples.get(subject.intent)!, chance);
  const askedId = say('customer', asked, at);
  writeTurn(story, { id, turnId, askedId, answeredAt }, rows);
  say('assistant', people ? passedOnText : subject.answer, answeredAt, { turnId });
  if (story.action && !people) writeAction(story, { id, turnId, customerId }, rows);
  if (people && agentId) writePeople({ story, people, id, turnId, answeredAt, agentId, teamId }, say, audit, rows);
  if (closedAt && story.resolution !== 'abandoned')
    say('customer', pick(thanks, chance), after(closedAt, -20 * secondMs));
  if (closedAt) {
    const actor: Actor = people && agentId ? { kind: 'person', id: agentId } : { kind: 'assistant', id: null };
    audit('close', closedAt, actor, {
      holder: people ? 'agent' : 'assistant',
      state: 'closed',
      agentId,
      teamId: people ? teamId : null,
    });
  }
  const last = rows.messages.at(-1)!;
  rows.conversations.push({
    ...{
      id,
      customerId,
      channelId,
      verified: true,
      gist: subject.gist,
      intent: subject.intent,
      language: story.language,
    },
    ...{
      holder: people ? 'agent' : 'assistant',
      agentId,
      teamId: people ? teamId : null,
      state: closedAt ? 'closed' : 'open',
    },
    ...{
      confidence: turn.confidence,
      tier: people ? 'escalated' : turn.tier,
      resolution: story.resolution,
      createdAt: at,
      closedAt,
    },
    ...{ lastMessageId: last.id!, lastMessageAt: last.createdAt!, readAt: closedAt, disclosedAt: at },
    ...(people && {
      ...{ slaPolicyId: desk.promise, firstReplyAt: people.repliedAt[0]! },
      ...(people.breached && { breachedAt: after(at, 30 * 60 * secondMs) }),
    }),
    ...rated(story, chance),
  });
}

/** Asked at the end, and what was said to it. */
function rated({ closedAt, resolution, rating }: Story, chance: Chance): Partial<Prisma.ConversationCreateManyInput> {
  if (closedAt === null || resolution === 'abandoned') return {};
  if (rating === null) return { ratingAskedAt: closedAt };
  const comment = chance() < 0.3 && { ratingComment: pick(comments[rating]!, chance) };
  return { ratingAskedAt: closedAt, rating, ratedAt: after(closedAt, 60 * secondMs), ...comment };
}

type Ids = { id: string; turnId: string };

type Say = (author: 'customer' | 'assistant' | 'agent', text: string, when: Date, more?: object) => string;
type Audit = (action: string, when: Date, actor: Actor, then: Record<string, unknown>) => void;
type Held = Ids & {
  story: Story;
  people: NonNullable<Story['people']>;
  answeredAt: Date;
  agentId: string;
  teamId: string;
};

function writePeople(held: Held, say: Say, audit: Audit, rows: Rows): void {
  const { story, people, id, turnId, answeredAt, agentId, teamId } = held;
  const { subject, turn } = story;
  rows.handoffs.push({
    ...{ id: idAt(answeredAt), conversationId: id, turnId, reason: people.reason, teamId, createdAt: answeredAt },
    ...{ wants: subject.gist, stopped: 'It is for a person to decide.', language: story.language },
    ...{ takenBy: agentId, takenAt: people.takenAt, confidence: turn.confidence },
  });
  audit(
    'hand_over',
    answeredAt,
    { kind: 'system', id: null },
    { holder: 'queue', state: 'open', agentId: null, teamId },
  );
  const theirs = { holder: 'agent', state: 'open', agentId, teamId };
  audit('take', people.takenAt, { kind: 'person', id: agentId }, theirs);
  for (const [n, when] of people.repliedAt.entries())
    say('agent', agentReplies[Math.min(n, agentReplies.length - 1)]!, after(when, 20 * secondMs), {
      personId: agentId,
    });
}

function writeTurn(story: Story, ids: Ids & { askedId: string; answeredAt: Date }, rows: Rows): void {
  const { at, turn, people, subject, language } = story;
  const { id, turnId, askedId, answeredAt } = ids;
  rows.turns.push({
    ...{ id: turnId, conversationId: id, number: 1, messageId: askedId, status: 'saved', workflowId: `past-${turnId}` },
    ...{ outcome: people ? 'handed_over' : 'replied', tier: people ? 'escalated' : turn.tier, language },
    ...{ intents: [{ intent: subject.intent, confidence: turn.confidence }], confidence: turn.confidence },
    ...{ costMicros: turn.micros, startedAt: after(at, secondMs), endedAt: answeredAt },
  });
  if (turn.verdict && !people) {
    const decidedAt = after(answeredAt, 6 * 3_600 * secondMs);
    rows.reviews.push({
      ...{ id: idAt(answeredAt), turnId, confidence: turn.confidence, verdict: turn.verdict, state: 'done' },
      ...{ createdAt: answeredAt, decidedAt },
    });
  }
  if (turn.micros > 0) {
    rows.calls.push({
      ...{
        id: idAt(at),
        turnId,
        conversationId: id,
        step: 'compose',
        role: 'small',
        provider: 'small',
        host: 'models.example',
      },
      ...{ model: 'small', why: 'the local engine was not sure', costMicros: turn.micros, tookMs: turn.ms },
      ...{
        inputTokens: Math.round(turn.micros / 2),
        outputTokens: Math.round(turn.micros / 12),
        sent: [],
        sentBytes: 0,
        at,
      },
    });
  }
}

function writeAction(story: Story, ids: Ids & { customerId: string }, rows: Rows): void {
  const { at, subject, turn, action } = story;
  rows.actions.push({
    ...{
      id: idAt(at),
      key: `past-${ids.turnId}`,
      conversationId: ids.id,
      turnId: ids.turnId,
      customerId: ids.customerId,
    },
    ...{
      connectorKey: 'northline',
      tool: subject.tool!,
      args: {},
      says: subject.answer.split('.')[0]!,
      status: action!,
    },
    ...{ effect: 'allow', createdAt: at, startedAt: at, endedAt: after(at, turn.ms) },
  });
}

/** As `appendAudit` does for one: each row carries the hash of the one before it. */
async function appendAll(tx: Tx, audited: Audited[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(778201)`;
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { hash: true } });
  let previous = last?.hash ?? 'baton';
  const data = audited
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, actor, action, conversationId, after: then }) => {
      const record = { actor, action, subject: { kind: 'conversation', id: conversationId }, after: then };
      const hash = hashAudit(previous, at.toISOString(), record);
      const row = {
        ...{
          at,
          action,
          subjectKind: 'conversation',
          subjectId: conversationId,
          after: then as Prisma.InputJsonObject,
        },
        ...{ actorKind: actor.kind, actorId: actor.id, previous, hash },
      };
      previous = hash;
      return row;
    });
  await tx.auditEntry.createMany({ data });
}

function pick<T>(from: readonly T[], chance: Chance): T {
  return from[Math.floor(chance() * from.length)]!;
}
