import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { TestDatabase } from '../platform/test-database';

const intents = ['return_item', 'order_status', null];

/** Facts of 400 conversations from 12 October to 12 November, by a generator that gives the same each time. */
export async function fillFacts({ db, channels, people }: TestDatabase, teams: readonly string[]): Promise<void> {
  const [numbers] = fc.sample(fc.infiniteStream(fc.nat(9_999)), { numRuns: 1, seed: 7 });
  const draw = (below: number): number => numbers!.next().value! % below;
  const agents = people.agents.map(({ id }) => id);
  const drawn = Array.from({ length: 400 }, () => drawOne(channels.api, teams, agents, draw));
  await db.customer.createMany({ data: drawn.map(({ customer }) => customer) });
  await db.conversation.createMany({ data: drawn.map(({ conversation }) => conversation) });
  await db.conversationFact.createMany({ data: drawn.map(({ fact }) => fact) });
  await db.turnFact.createMany({ data: drawn.map(({ turn }) => turn) });
  await db.personFact.createMany({ data: drawn.flatMap(({ persons }) => persons) });
}

function drawOne(
  channelId: string,
  teams: readonly string[],
  agents: readonly string[],
  draw: (below: number) => number,
) {
  const either = <T>(one: T, other: T): T => (draw(2) ? one : other);
  const ms = (most: number) => BigInt(draw(most) * 1_000 + draw(1_000));
  const cameAt = new Date(Date.parse('2026-10-12T00:00:00Z') + draw(31 * 24) * 3_600_000 + draw(60) * 60_000);
  const [intent, teamId] = [intents[draw(3)]!, [...teams, null][draw(3)]!];
  const [id, customerId] = [randomUUID(), randomUUID()];
  const dims = {
    ...{ channel: either('web_chat', 'email'), teamId, intent, language: either('en', 'de') },
    ...{ customerTier: either('gold', null), tier: either('autonomous', 'reviewed') },
  };
  const [people, solved] = [draw(2) === 0, draw(5) > 0];
  const rating = solved && draw(3) === 0 ? 1 + draw(5) : null;
  // By the place in the month, so that what is drawn after it stays as it was.
  const asked = {
    ratingAsked: rating !== null || cameAt.getUTCDate() % 2 === 0,
    npsAsked: cameAt.getUTCDate() % 3 === 0,
    nps: cameAt.getUTCDate() % 3 === 0 && cameAt.getUTCHours() % 2 === 0 ? cameAt.getUTCMinutes() % 11 : null,
  };
  const end = {
    ...{
      solvedAt: cameAt,
      firstSolvedAt: cameAt,
      resolutionMs: ms(9_000),
      matured: draw(4) > 0,
      recontacted: draw(9) === 0,
    },
    resolution: people ? 'agent' : ['verified', 'assumed', 'abandoned'][draw(3)]!,
  };
  const withPeople = {
    ...{ peopleReplyMs: ms(4_000), peopleWaitMs: ms(3_000), peopleHandleMs: ms(900), reason: 'no_answer' },
    labourMicros: BigInt(draw(9_000)),
  };
  const fact = {
    ...{ id, customerId, cameAt, ...dims, rating, ...asked, peopleTookPart: people, assistantSpoke: !people },
    ...(solved ? end : {}),
    ...(people ? { ...withPeople, peopleReplyWorkMs: withPeople.peopleReplyMs / 2n, peopleWaitWorkMs: 0n } : {}),
    ...(people && solved ? { resolutionWorkMs: end.resolutionMs / 3n } : {}),
    ...{ assistantReplyMs: ms(30), assistantHandleMs: ms(20), modelMicros: BigInt(draw(500)) },
    ...{ sla: ['met', 'breached', null][draw(3)]!, automations: draw(3), failed: draw(2) },
  };
  const turn = {
    ...{ turnId: randomUUID(), conversationId: id, at: cameAt, outcome: 'replied', engine: 'local', ...dims },
    ...{ carried: draw(2) === 0, micros: 5n, ms: ms(4) },
    ...{ verdict: [null, null, 'right', 'wrong', 'partly'][draw(5)]!, confidence: draw(9) ? draw(101) / 100 : null },
  };
  const had = people ? agents.slice(0, 1 + draw(2)) : [];
  const persons = had.map((personId) => {
    const did = { replies: draw(4), handleMs: ms(800), firstReplyMs: ms(600), solved, rating };
    const ended = solved
      ? { sla: ['met', 'breached', null][draw(3)]!, matured: draw(2) === 0, recontacted: draw(3) === 0 }
      : {};
    return { conversationId: id, personId, cameAt, ...dims, ...did, ...ended };
  });
  return {
    customer: { id: customerId, name: 'Ada Winter' },
    conversation: { id, customerId, channelId, verified: true, intent, teamId, createdAt: cameAt },
    ...{ fact, turn, persons },
  };
}

/**
 * Counts until all that was told is counted. Other tests share the cluster: while one of their transactions is open, the log of events is
 * read up to it only.
 */
export async function countEverything(desk: TestDatabase): Promise<void> {
  const { keepCounting } = await import('./keep-counting');
  for (const until = Date.now() + 60_000; ; ) {
    while ((await keepCounting()) > 0);
    const [left] = await desk.db.$queryRaw<{ unread: bigint }[]>`
      SELECT count(*) AS unread FROM "OutboxEvent" e, "MetricState" s WHERE (e.xid, e.seq) > (s.xid, s.seq)`;
    if (left!.unread === 0n) return;
    if (Date.now() > until) throw new Error(`${left!.unread} events were never read`);
    await pause(50);
  }
}
