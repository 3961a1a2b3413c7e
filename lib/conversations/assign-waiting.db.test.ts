import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let assign: typeof import('./assign-waiting').assignWaiting;
let hold: typeof import('./hold-conversation');

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ assignWaiting: assign } = await import('./assign-waiting'));
  hold = await import('./hold-conversation');
});
afterAll(() => desk?.close());
beforeEach(async () => {
  await desk.db.conversation.deleteMany();
  await desk.db.team.updateMany({ data: { autoAssign: false } });
});

const read = (id: string) => desk.db.conversation.findUniqueOrThrow({ where: { id } });

/** A team of its own that gives out by itself. */
async function team(members: { capacity: number; skills?: string[] }[]) {
  const teamId = randomUUID();
  await desk.db.team.create({ data: { id: teamId, key: teamId, name: 'Night desk', autoAssign: true } });
  const ids = [];
  for (const { capacity, skills = [] } of members) {
    const id = randomUUID();
    await desk.db.person.create({
      data: {
        id,
        name: `Agent ${ids.length}`,
        email: `${id}@x.example`,
        role: 'agent',
        passwordHash: '',
        capacity,
        skills,
        teams: { create: { teamId } },
      },
    });
    ids.push(id);
  }
  return { teamId, ids };
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe('assignWaiting', () => {
  it('gives fifty to people with room, once each, in order, with two workers at once', async () => {
    const { teamId, ids } = await team([{ capacity: 10 }, { capacity: 20 }, { capacity: 8 }]);
    const made: { id: string; priority: number; waitingSince: Date }[] = [];
    for (let n = 0; n < 50; n++) {
      const waits = { priority: (n % 3) + 1, waitingSince: minutesAgo((n * 7) % 50) };
      made.push({ ...(await desk.conversation({ holder: 'queue', teamId, ...waits })), ...waits });
    }
    const given = await Promise.all([assign(), assign()]);
    expect(given[0]! + given[1]!).toBe(38);
    const loads = await desk.db.conversation.groupBy({ by: ['agentId'], where: { holder: 'agent' }, _count: true });
    expect(Object.fromEntries(loads.map((one) => [one.agentId, one._count]))).toEqual({
      [ids[0]!]: 10,
      [ids[1]!]: 20,
      [ids[2]!]: 8,
    });
    // Those left are the least urgent that waited the shortest.
    const inOrder = [...made].sort(
      (a, b) => a.priority - b.priority || Number(a.waitingSince) - Number(b.waitingSince),
    );
    const left = (await desk.db.conversation.findMany({ where: { holder: 'queue' } })).map((one) => one.id);
    expect(left.sort()).toEqual(
      inOrder
        .slice(38)
        .map((one) => one.id)
        .sort(),
    );
    expect(await desk.db.auditEntry.count({ where: { action: 'conversation.assign' } })).toBe(38);
    expect(await desk.db.notification.count({ where: { kind: 'assigned' } })).toBe(38);
    expect(await assign()).toBe(0);

    // Somebody gets room while a newer one of the same urgency comes in: who waited longer goes first.
    const newer = await desk.conversation({ holder: 'queue', teamId, priority: 3, waitingSince: new Date() });
    const held = await desk.db.conversation.findFirstOrThrow({ where: { agentId: ids[2]!, holder: 'agent' } });
    await hold.solveConversation(desk.people.admin, held.id);
    expect(await assign()).toBe(1);
    expect(await read(inOrder[38]!.id)).toMatchObject({ holder: 'agent', agentId: ids[2] });
    expect(await read(newer.id)).toMatchObject({ holder: 'queue' });
  });

  it('waits for who can do it, and lets others past meanwhile only to somebody else', async () => {
    const { teamId, ids } = await team([{ capacity: 5 }, { capacity: 0, skills: ['warranty'] }]);
    const hard = await desk.conversation({
      holder: 'queue',
      teamId,
      skills: ['warranty'],
      waitingSince: minutesAgo(9),
    });
    const easy = await desk.conversation({ holder: 'queue', teamId, waitingSince: minutesAgo(1) });
    expect(await assign()).toBe(1);
    expect(await read(hard.id)).toMatchObject({ holder: 'queue' });
    expect(await read(easy.id)).toMatchObject({ agentId: ids[0] });
    await desk.db.person.update({ where: { id: ids[1]! }, data: { capacity: 1 } });
    expect(await assign()).toBe(1);
    expect(await read(hard.id)).toMatchObject({ agentId: ids[1] });
  });

  it('leaves alone what sleeps, what another team gives out by hand, and who is away', async () => {
    const { teamId, ids } = await team([{ capacity: 5 }]);
    const sleeps = await desk.conversation({ holder: 'queue', teamId, snoozedAt: new Date() });
    const other = await desk.conversation({ holder: 'queue', teamId: desk.teams.orders });
    const waits = await desk.conversation({ holder: 'queue', teamId });
    await desk.db.person.update({ where: { id: ids[0]! }, data: { available: false } });
    expect(await assign()).toBe(0);
    await desk.db.person.update({ where: { id: ids[0]! }, data: { available: true } });
    expect(await assign()).toBe(1);
    expect([(await read(sleeps.id)).holder, (await read(other.id)).holder]).toEqual(['queue', 'queue']);
    expect(await read(waits.id)).toMatchObject({ agentId: ids[0] });
  });

  it('asks for the skills of what it is about, from the moment it waits', async () => {
    await desk.db.skill.create({
      data: { id: randomUUID(), key: 'money', name: 'Money', intents: ['refund_request'] },
    });
    const { id } = await desk.conversation({ intent: 'refund_request' });
    await hold.assignConversation(desk.people.admin, id, { teamId: desk.teams.orders! });
    expect((await read(id)).skills).toEqual(['money']);
  });
});
