import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { recordEvent } from '../events/record-event';
import type { Prisma } from '../platform/records';
import type { TestDatabase } from '../platform/test-database';

const minute = 60_000;
const day = 86_400_000;

const reasons = ['asked_for_person', 'low_confidence', 'no_answer', 'policy_denied'] as const;
const intents = ['order_status', 'return_item', null] as const;

/** One thing that happens in a story, so many minutes after the one before. */
const kinds = {
  turn: fc.record({
    outcome: fc.constantFrom('replied' as const, 'asked' as const, 'superseded' as const),
    tier: fc.constantFrom('autonomous' as const, 'reviewed' as const),
    verdict: fc.constantFrom('right' as const, 'wrong' as const, null),
    micros: fc.nat(4_000),
  }),
  customer: fc.record({}),
  hand_over: fc.record({ reason: fc.constantFrom(...reasons), team: fc.nat(1) }),
  take: fc.record({ who: fc.nat(2) }),
  reply: fc.record({}),
  hand_back: fc.record({}),
  snooze: fc.record({}),
  pass: fc.record({ team: fc.nat(1) }),
  action: fc.record({ status: fc.constantFrom('succeeded' as const, 'failed' as const, 'compensated' as const) }),
  promise: fc.record({ broken: fc.boolean() }),
  close: fc.record({
    resolution: fc.constantFrom('verified' as const, 'assumed' as const, 'agent' as const, 'abandoned' as const),
  }),
  reopen: fc.record({ byCustomer: fc.boolean() }),
  rate: fc.record({ rating: fc.integer({ min: 1, max: 5 }) }),
  ask_later: fc.record({ micros: fc.integer({ min: 1, max: 900 }) }),
  merge: fc.record({}),
};
type Kinds = { [K in keyof typeof kinds]: { kind: K } & ((typeof kinds)[K] extends fc.Arbitrary<infer S> ? S : never) };
type Step = Kinds[keyof Kinds];

const often: Partial<Record<keyof typeof kinds, number>> = {
  turn: 7,
  reply: 4,
  customer: 3,
  take: 3,
  close: 3,
  hand_over: 2,
};
const step: fc.Arbitrary<Step> = fc.oneof(
  ...Object.entries(kinds).map(([kind, more]) => ({
    weight: often[kind as keyof typeof kinds] ?? 1,
    arbitrary: (more as fc.Arbitrary<object>).map((one) => ({ kind, ...one }) as Step),
  })),
);

export const storyArbitrary = fc.record({
  customer: fc.nat(40),
  daysAgo: fc.double({ min: 0.1, max: 25, noNaN: true }),
  channel: fc.constantFrom('api' as const, 'chat' as const),
  intent: fc.constantFrom(...intents),
  language: fc.constantFrom('en', 'de'),
  steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), step), { minLength: 2, maxLength: 14, size: 'max' }),
});
export type Story = typeof storyArbitrary extends fc.Arbitrary<infer S> ? S : never;

/** Writes what would be recorded of a story, and its events, as the verbs of the desk do, at times of the past. */
export class Teller {
  private readonly told: { id: string; customerId: string; open: boolean }[] = [];
  constructor(
    private readonly desk: TestDatabase,
    private readonly customers: string[],
    private readonly start: number,
  ) {}

  async tell(story: Story): Promise<void> {
    const { db, channels } = this.desk;
    const customerId = this.customers[story.customer % this.customers.length]!;
    let at = new Date(this.start - story.daysAgo * day);
    const channelId = channels[story.channel];
    const { id } = await this.desk.conversation({
      ...{ customerId, channelId, intent: story.intent, language: story.language, createdAt: at, lastMessageAt: at },
    });
    const now = {
      id,
      channelId,
      customerId,
      holder: 'assistant',
      state: 'open',
      agentId: null as string | null,
      turn: 0,
      merged: false,
    };
    await this.say(now, { author: 'customer', at });
    for (const [minutes, one] of story.steps) {
      at = new Date(Math.min(at.getTime() + minutes * minute, this.start));
      await this.carryOut(now, one, at);
    }
    await db.$transaction((tx) => recordEvent(tx, 'conversation.changed', { conversationId: id }));
    this.told.push({ id, customerId, open: now.state === 'open' && !now.merged });
  }

  private async carryOut(now: Now, one: Step, at: Date): Promise<void> {
    if (now.merged) return;
    const happen = this.happens[one.kind] as (now: Now, one: Step, at: Date) => Promise<unknown>;
    await happen(now, one, at);
  }

  /** What does not fit how the conversation stands does not happen. */
  private readonly happens: { [K in Step['kind']]: (now: Now, one: Extract<Step, { kind: K }>, at: Date) => unknown } =
    {
      turn: (now, one, at) => now.holder === 'assistant' && now.state === 'open' && this.turn(now, one, at),
      customer: (now, _, at) => this.say(now, { author: 'customer', at }),
      hand_over: async (now, { reason, team }, at) => {
        if (now.holder !== 'assistant' || now.state === 'closed') return;
        const about = { conversationId: now.id, reason, wants: '', stopped: '' };
        await this.desk.db.handoff.create({ data: { ...about, teamId: this.teams[team]!, createdAt: at } });
        await this.update(now, { teamId: this.teams[team]! });
        await this.move(now, 'hand_over', { holder: 'queue', agentId: null }, at, null);
      },
      take: (now, { who }, at) =>
        now.state === 'open' &&
        now.agentId !== this.people[who] &&
        this.move(now, 'take', { holder: 'agent', agentId: this.people[who]! }, at, this.people[who]!),
      reply: (now, _, at) =>
        now.agentId && now.state === 'open' && this.say(now, { author: 'agent', at, personId: now.agentId }),
      hand_back: (now, _, at) =>
        now.holder !== 'assistant' &&
        now.state === 'open' &&
        this.move(now, 'hand_back', { holder: 'assistant', agentId: null }, at, now.agentId),
      snooze: (now, _, at) =>
        now.agentId &&
        this.say(now, { author: 'system', kind: 'event', at, personId: now.agentId, event: { name: 'snoozed' } }),
      pass: async (now, { team }, at) => {
        if (now.holder !== 'queue' || now.state === 'closed') return;
        const teamId = this.teams[team]!;
        await this.update(now, { teamId });
        const event = { name: 'assign', teamId };
        await this.say(now, { author: 'system', kind: 'event', at, personId: this.people[2]!, event });
      },
      action: (now, { status }, at) => {
        const about = { key: randomUUID(), conversationId: now.id, customerId: now.customerId, connectorKey: 'shop' };
        const differences = { create: { kind: 'done_there', says: 'It was done there.' } };
        return this.desk.db.action.create({
          data: {
            ...{ ...about, tool: 'orders.refund', args: {}, status, startedAt: at, createdAt: at },
            ...(status === 'failed' ? { differences } : {}),
          },
        });
      },
      promise: (now, { broken }, at) =>
        this.update(now, {
          slaPolicyId: randomUUID(),
          dueAt: new Date(at.getTime() + day),
          breachedAt: broken ? at : null,
        }),
      close: async (now, { resolution }, at) => {
        if (now.state === 'closed') return;
        await this.update(now, { state: 'closed', closedAt: at, resolution });
        await this.move(now, 'close', { state: 'closed' }, at, now.agentId);
      },
      reopen: async (now, { byCustomer }, at) => {
        if (now.state === 'open') return;
        await this.update(now, { closedAt: null, resolution: null, reopened: { increment: 1 } });
        const after = { state: 'open', holder: 'assistant', agentId: null };
        await this.move(now, 'reopen', after, at, byCustomer ? 'customer' : this.people[2]!);
      },
      rate: async (now, { rating }, at) => {
        if (now.state === 'open') return;
        await this.update(now, { rating, ratingAskedAt: at });
        // Whoever gave a 3 was asked whether they would recommend us, too, and said nothing.
        const score = [null, 0, 6, null, 8, 10][rating]!;
        const about = { kind: 'nps' as const, conversationId: now.id };
        const said = { score, answeredAt: score === null ? null : at };
        await this.desk.db.survey.upsert({
          where: { kind_conversationId: about },
          create: { ...about, ...said, customerId: now.customerId, way: 'mail', language: 'en', expiresAt: at },
          update: said,
        });
      },
      // Told by no event: the database notes it.
      ask_later: (now, { micros }, at) => this.cost(now.id, null, micros, at),
      merge: async (now, _, at) => {
        const target = this.told.find((other) => other.customerId === now.customerId && other.open);
        if (!target) return;
        now.merged = true;
        await this.update(now, { mergedIntoId: target.id, state: 'closed', closedAt: at });
        await this.desk.db.$transaction((tx) => recordEvent(tx, 'conversation.changed', { conversationId: target.id }));
      },
    };

  private async turn(now: Now, one: Extract<Step, { kind: 'turn' }>, at: Date): Promise<void> {
    const messageId = await this.say(now, { author: 'customer', at });
    const id = randomUUID();
    const said = one.outcome !== 'superseded';
    const endedAt = new Date(at.getTime() + 1_500);
    await this.desk.db.turn.create({
      data: {
        ...{ id, conversationId: now.id, number: ++now.turn, messageId, workflowId: id, outcome: one.outcome },
        ...{ status: said ? 'saved' : 'superseded', tier: said ? one.tier : null, startedAt: at, endedAt },
        ...{ intents: [{ intent: 'order_status' }], confidence: 0.8, language: 'en' },
      },
    });
    if (said) await this.say(now, { author: 'assistant', at: endedAt, turnId: id });
    if (said && one.verdict)
      await this.desk.db.review.create({ data: { turnId: id, confidence: 0.8, state: 'done', verdict: one.verdict } });
    await this.cost(now.id, id, one.micros, at);
  }

  private get people(): string[] {
    const { agents, supervisor } = this.desk.people;
    return [...agents, supervisor].map(({ id }) => id);
  }

  private get teams(): string[] {
    return Object.values(this.desk.teams);
  }

  private update(now: Now, data: Prisma.ConversationUncheckedUpdateInput): Promise<unknown> {
    return this.desk.db.conversation.update({ where: { id: now.id }, data });
  }

  private async move(
    now: Now,
    move: string,
    after: Partial<Pick<Now, 'holder' | 'state' | 'agentId'>>,
    at: Date,
    by: string | null,
  ): Promise<void> {
    Object.assign(now, after);
    const { holder, state, agentId } = now;
    const { db } = this.desk;
    await db.conversation.update({
      where: { id: now.id },
      data: { holder: holder as 'queue', state: state as 'open', agentId },
    });
    await db.auditEntry.create({
      data: {
        ...{
          at,
          action: `conversation.${move}`,
          subjectKind: 'conversation',
          subjectId: now.id,
          after: { holder, state, agentId },
        },
        actorKind: by === null ? 'system' : by === 'customer' ? 'customer' : 'person',
        actorId: by,
        previous: '',
        hash: randomUUID(),
      },
    });
    await db.$transaction((tx) => recordEvent(tx, 'conversation.changed', { conversationId: now.id }));
  }

  private async say(
    { id, channelId }: Now,
    { at, ...said }: { author: string; at: Date; kind?: string; personId?: string; turnId?: string; event?: object },
  ): Promise<string> {
    const message = await this.desk.db.message.create({
      data: {
        ...(said as { author: 'agent'; kind?: 'event' }),
        conversationId: id,
        channelId,
        text: 'x',
        createdAt: at,
      },
    });
    return message.id;
  }

  private async cost(conversationId: string, turnId: string | null, costMicros: number, at: Date): Promise<void> {
    await this.desk.db.modelCall.create({
      data: {
        ...{
          conversationId,
          turnId,
          costMicros,
          at,
          step: 'compose',
          role: 'large',
          provider: 'p',
          host: 'h',
          model: 'm',
          why: '',
        },
        ...{ tookMs: 1, sent: [], sentBytes: 0 },
      },
    });
  }
}

type Now = {
  id: string;
  channelId: string;
  customerId: string;
  holder: string;
  state: string;
  agentId: string | null;
  turn: number;
  merged: boolean;
};
