import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { Level, LevelKey } from './level.schema';

let desk: TestDatabase;
let arranging: typeof import('./arrange-levels');
let counting: typeof import('./read-counts');
let reading: typeof import('./read-levels');
let listing: typeof import('./list-spent');
let drawing: typeof import('./draw-samples');
let judging: typeof import('./judge-sample');

beforeAll(async () => {
  desk = await openTestDatabase();
  arranging = await import('./arrange-levels');
  counting = await import('./read-counts');
  reading = await import('./read-levels');
  listing = await import('./list-spent');
  drawing = await import('./draw-samples');
  judging = await import('./judge-sample');
});
afterAll(() => desk?.close());
beforeEach(async () => {
  await desk.db
    .$executeRaw`TRUNCATE "Conversation", "ConversationFact", "TurnFact", "EscalationSample", "ServiceLevel" CASCADE`;
});

const second = 1_000;
const minute = 60 * second;
const ago = (ms: number) => new Date(Date.now() - ms);

async function asked(more: {
  askedMs: number;
  begunMs?: number;
  turn?: Record<string, unknown>;
  row?: Record<string, unknown>;
}) {
  const { id, customerId } = await desk.conversation({ ...more.row, lastMessageAt: ago(more.askedMs) });
  const messageId = randomUUID();
  await desk.db.message.create({
    data: {
      ...{ id: messageId, conversationId: id, channelId: desk.channels.api, author: 'customer', text: 'Where is it?' },
      createdAt: ago(more.askedMs),
    },
  });
  await desk.db.conversation.update({ where: { id }, data: { lastMessageId: messageId } });
  const turnId = randomUUID();
  if (more.begunMs !== undefined)
    await desk.db.turn.create({
      data: {
        ...{ id: turnId, conversationId: id, number: 1, messageId, workflowId: 'w', startedAt: ago(more.begunMs) },
        ...{ status: 'saved', endedAt: ago(more.begunMs - second), ...more.turn },
      },
    });
  return { id, customerId, turnId };
}

const fact = (id: string, customerId: string, more: Record<string, unknown>) =>
  desk.db.conversationFact.create({
    data: { id, customerId, channel: 'api', cameAt: ago(10 * minute), ...more } as never,
  });

async function countOf(key: LevelKey, change: Partial<Level> = {}) {
  const level = { ...(await arranging.readArranged()).find((one) => one.key === key)!, ...change };
  const [count] = await counting.readRecent(level, [60], new Date());
  const days = await counting.readDays(level, 'UTC', new Date());
  // The window and its days say the same, whichever is asked.
  expect(reading.sumCounts(days)).toEqual(count);
  return [count!.good, count!.total];
}

describe('what is counted', () => {
  it('intake: turns that began in time, late ones, and messages that nobody began on', async () => {
    await asked({ askedMs: 300 * second, begunMs: 298 * second });
    await asked({ askedMs: 300 * second, begunMs: 250 * second });
    // Nothing began, and its time is over.
    await asked({ askedMs: 60 * second });
    // Nothing began yet, and there is time.
    await asked({ askedMs: 2 * second });
    // People have it: no turn is to begin.
    await asked({ askedMs: 60 * second, row: { holder: 'queue' } });
    expect(await countOf('intake')).toEqual([1, 3]);
    expect(await countOf('intake', { withinSeconds: 120 })).toEqual([2, 2]);
  });

  it('first reply of the assistant: answered, late, never, and what people have', async () => {
    for (const [ms, more] of [
      [5_000, {}],
      [31_000, {}],
      [null, {}],
      [null, { peopleTookPart: true }],
      [null, { cameAt: ago(second) }],
    ] as const) {
      const { id, customerId } = await desk.conversation();
      await fact(id, customerId, { assistantReplyMs: ms, ...more });
    }
    expect(await countOf('first_reply_assistant')).toEqual([1, 3]);
  });

  it('first reply of agents: from when people had it, and what waits too long', async () => {
    const add = async (more: object, row: Record<string, unknown> = {}) => {
      const { id, customerId } = await desk.conversation(row);
      await fact(id, customerId, { peopleTookPart: true, ...more });
    };
    // The assistant had it for eight minutes: people answered within one.
    await add({ peopleReplyMs: 9 * minute, peopleWaitMs: minute });
    await add({ peopleReplyMs: 9 * minute, peopleWaitMs: 6 * minute });
    await add({}, { holder: 'queue', waitingSince: ago(7 * minute) });
    await add({}, { holder: 'queue', waitingSince: ago(minute) });
    await add({}, { holder: 'queue', waitingSince: ago(7 * minute), state: 'closed' });
    expect(await countOf('first_reply_agents', { withinSeconds: 300 })).toEqual([1, 3]);
  });

  it('automated resolution: verified, or assumed as well', async () => {
    for (const resolution of ['verified', 'assumed', 'agent', 'abandoned']) {
      const { id, customerId } = await desk.conversation();
      await fact(id, customerId, { resolution, solvedAt: ago(minute) });
    }
    expect(await countOf('automated_resolution')).toEqual([2, 4]);
    expect(await countOf('automated_resolution', { counts: 'verified' })).toEqual([1, 4]);
  });

  it('hallucination: what the check or a reviewer found unsupported, on what was checked or reviewed', async () => {
    const claim = (supported: boolean) => [{ text: 'Wash it cold.', source: 'Down', supported }];
    const turn = (more: object) =>
      asked({ askedMs: 5 * minute, begunMs: 5 * minute, turn: { outcome: 'replied', ...more } });
    const review = async (turnId: string, verdict: 'right' | 'wrong', cause: string | null) =>
      desk.db.review.create({
        data: { turnId, confidence: 0.8, state: 'done', verdict, cause, decidedAt: ago(minute) },
      });
    await turn({ claims: claim(true) });
    await turn({ claims: claim(false) });
    await turn({});
    await turn({ claims: claim(false), outcome: 'handed_over' });
    await review((await turn({})).turnId, 'right', null);
    await review((await turn({ claims: claim(true) })).turnId, 'wrong', 'made_up');
    await review((await turn({})).turnId, 'wrong', 'old_article');
    expect(await countOf('hallucination')).toEqual([3, 5]);
  });
});

it('draws the same turns whoever draws, and counts what was judged', async () => {
  for (let at = 0; at < 24; at++) {
    const { id, turnId } = await asked({ askedMs: 5 * minute, begunMs: 5 * minute });
    await desk.db.turnFact.create({
      data: {
        turnId,
        conversationId: id,
        at: ago(second),
        channel: 'api',
        outcome: 'replied',
        engine: 'local',
        tier: at % 2 ? 'escalated' : 'autonomous',
      },
    });
  }
  const drawn = await Promise.all([drawing.drawSamples(), drawing.drawSamples()]);
  expect(drawn[0]! + drawn[1]!).toBe(10);
  expect(await drawing.drawSamples()).toBe(0);
  const { samples, waiting } = await judging.listSamples(desk.people.supervisor);
  expect(waiting).toBe(10);
  expect(samples.filter(({ escalated }) => escalated)).toHaveLength(5);
  const [passedOn] = samples.filter(({ escalated }) => escalated);
  const [kept] = samples.filter(({ escalated }) => !escalated);
  await judging.judgeSample(desk.people.supervisor, { turnId: passedOn!.turnId, needed: true });
  await judging.judgeSample(desk.people.supervisor, { turnId: kept!.turnId, needed: true });
  expect(await countOf('escalation_accuracy')).toEqual([1, 2]);
  expect(await desk.db.auditEntry.count({ where: { action: 'escalation.judge' } })).toBe(2);
});

it('reads levels as they are set, and lists what spent one', async () => {
  const { admin, agents } = desk.people;
  const level = (await arranging.readArranged()).find(({ key }) => key === 'intake')!;
  await arranging.saveLevel(admin, { ...level, objective: 0.5, fewestEvents: 2 });
  await expect(arranging.saveLevel(admin, { ...level, withinSeconds: null })).rejects.toThrow('withinSeconds');
  await asked({ askedMs: 300 * second, begunMs: 298 * second });
  const late = await asked({ askedMs: 300 * second, begunMs: 200 * second });
  const others = await asked({
    askedMs: 300 * second,
    begunMs: 200 * second,
    row: { teamId: Object.values(desk.teams)[0] },
  });
  const { levels, mayEdit } = await reading.readLevels(admin);
  expect(mayEdit).toBe(true);
  const intake = levels.find(({ key }) => key === 'intake')!;
  expect(intake).toMatchObject({ objective: 0.5, count: { good: 1, total: 3 }, budget: { bad: 2, few: false } });
  expect(intake.budget.left).toBeCloseTo(1 - 2 / 1.5, 9);
  expect(intake.days.at(-1)!.left).toBeCloseTo(intake.budget.left!, 9);
  // Six hours are the long window of one rule and the short one of another: nothing in them counts twice.
  for (const { count } of intake.burns) expect(count).toEqual({ good: 1, total: 3 });
  expect(intake.burns.find(({ key }) => key === 'creeping')).toMatchObject({ state: 'on' });
  // At 50% nothing burns more than twice as fast.
  expect(intake.burns.find(({ key }) => key === 'fast')).toMatchObject({ state: 'off' });

  const spent = await listing.listSpent(admin, { key: 'intake' });
  expect(new Set(spent.rows.map(({ id }) => id))).toEqual(new Set([late.id, others.id]));
  const outsider = { ...agents[0], teamIds: [], permissions: agents[0].permissions };
  expect((await listing.listSpent(outsider, { key: 'intake' })).rows.map(({ id }) => id)).toEqual([late.id]);
});
