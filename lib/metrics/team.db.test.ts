import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { countEverything } from './facts.fixture';

let desk: TestDatabase;
let reading: typeof import('./read-team');
let rebuildSums: typeof import('./rebuild-facts').rebuildSums;
let live: typeof import('../live/read-live');

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const period = { from: day(1), to: day(0) };

beforeAll(async () => {
  desk = await openTestDatabase();
  reading = await import('./read-team');
  ({ rebuildSums } = await import('./rebuild-facts'));
  live = await import('../live/read-live');
  const holding = await import('../conversations/hold-conversation');
  const posting = await import('../conversations/post-reply');
  const locking = await import('../conversations/lock-conversation');
  const { inTransaction } = await import('../platform/db');
  const [ana] = desk.people.agents;
  for (let count = 0; count < 2; count++) {
    const { id } = await desk.conversation({ slaPolicyId: null });
    await holding.takeConversation(ana, id);
    await inTransaction(async (tx) =>
      posting.postReply(tx, await locking.lockConversation(tx, id), ana.id, { text: 'Here it is.' }),
    );
    if (count === 0) await holding.solveConversation(ana, id);
  }
  await countEverything(desk);
});
afterAll(() => desk?.close());

it('shows everybody to who may read metrics, and never the assistant', async () => {
  const { supervisor, agents, admin } = desk.people;
  const view = await reading.readTeam(supervisor, { period, compare: 'none', filters: {} });
  expect(view.ownOnly).toBe(false);
  expect(view.members.map(({ id }) => id)).toEqual(expect.arrayContaining([agents[0].id, agents[1].id, admin.id]));
  expect(view.members).toHaveLength(await desk.db.person.count());
  const ana = view.members.find(({ id }) => id === agents[0].id)!;
  expect(ana).toMatchObject({ load: 1, conversations: { value: 2 }, replies: { value: 2 }, solved: { value: 1 } });
  expect(ana).toMatchObject({
    csat: { value: null },
    sla: { value: 1, n: 1 },
    occupancy: null,
    noOccupancy: 'no_hours',
  });
  const ben = view.members.find(({ id }) => id === agents[1].id)!;
  expect(ben).toMatchObject({ conversations: { value: 0 }, firstReplyMs: { value: null } });
});

it('shows an agent their own figures and nobody else’s', async () => {
  const [ana, ben] = desk.people.agents;
  const own = await reading.readTeam(ana, { period, compare: 'none', filters: {} });
  expect(own.ownOnly).toBe(true);
  expect(own.members.map(({ id }) => id)).toEqual([ana.id]);
  expect(own.members[0]).toMatchObject({ replies: { value: 2 }, solved: { value: 1 } });
  // Asked for by the name of another, it is still one’s own.
  const tried = await reading.readTeam(ana, { period, compare: 'none', filters: { agent: [ben.id] } });
  expect(tried.members.map(({ id }) => id)).toEqual([ana.id]);
});

it.each([
  ['nothing while it may still come back', { matured: false, recontacted: false }, { value: null, n: 0 }],
  ['none after a week of quiet', { matured: true, recontacted: false }, { value: 0, n: 1 }],
  ['what did', { matured: true, recontacted: true }, { value: 1, n: 1 }],
])('tells of what came back: %s', async (_, data, cameBack) => {
  const { supervisor, agents } = desk.people;
  await desk.db.personFact.updateMany({ where: { solved: true }, data });
  await rebuildSums();
  const { members } = await reading.readTeam(supervisor, { period, compare: 'none', filters: {} });
  const [ana, ben] = agents.map(({ id }) => members.find((one) => one.id === id)!);
  expect(ana!.cameBack).toEqual(cameBack);
  expect(ben!.cameBack).toEqual({ value: null, n: 0 });
});

it('narrows to a team', async () => {
  const { supervisor } = desk.people;
  for (const teamId of Object.values(desk.teams)) {
    const { members } = await reading.readTeam(supervisor, { period, compare: 'none', filters: { team: [teamId] } });
    const expected = await desk.db.teamMember.count({ where: { teamId } });
    expect(members).toHaveLength(expected);
  }
});

it('records every change of who takes work, and divides by it within working hours', async () => {
  const { supervisor, agents } = desk.people;
  const [, ben] = agents;
  const { setAvailability } = await import('../auth/set-availability');
  const rows = () => desk.db.availabilityChange.findMany({ where: { personId: ben.id }, orderBy: { id: 'asc' } });
  await setAvailability(ben, false);
  await setAvailability(ben, false);
  await setAvailability(ben, true);
  await desk.db.person.update({ where: { id: ben.id }, data: { disabledAt: new Date() } });
  await desk.db.person.update({ where: { id: ben.id }, data: { disabledAt: null } });
  expect((await rows()).map(({ available }) => available)).toEqual([true, false, true, false, true]);

  const [ana] = agents;
  const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ day: weekday, from: '00:00', to: '24:00' }));
  await desk.db.person.update({ where: { id: ana.id }, data: { workingHours: { timeZone: 'UTC', days: always } } });
  await desk.db.availabilityChange.deleteMany({ where: { personId: ana.id } });
  const from = new Date(Date.now() - 10 * 3_600_000);
  await desk.db.availabilityChange.create({ data: { personId: ana.id, available: true, at: from } });
  await desk.db.personFact.updateMany({ where: { personId: ana.id }, data: { handleMs: 3_600_000 } });
  const { members } = await reading.readTeam(supervisor, { period, compare: 'none', filters: {} });
  const told = members.find(({ id }) => id === ana.id)!;
  expect(told.availableMs! / 3_600_000).toBeCloseTo(10, 1);
  // Two conversations of an hour each, in ten hours.
  expect(told.occupancy).toBeCloseTo(0.2, 2);

  // Recorded since before the period, it is told from the sums, to the same.
  await rebuildSums();
  await desk.db.availabilityChange.updateMany({
    where: { personId: ana.id },
    data: { at: new Date(Date.now() - 10 * 86_400_000) },
  });
  const whole = (await reading.readTeam(supervisor, { period, compare: 'none', filters: {} })).members;
  const { occupancy, availableMs } = whole.find(({ id }) => id === ana.id)!;
  expect(availableMs! / 3_600_000).toBeGreaterThan(23);
  expect(occupancy! * availableMs!).toBeCloseTo(2 * 3_600_000, 0);
});

it('tells how the desk stands now, of what one may see', async () => {
  const [team] = Object.values(desk.teams);
  const waitingSince = new Date(Date.now() - 30 * 60_000);
  await desk.conversation({ holder: 'queue', teamId: team, waitingSince, dueAt: new Date(Date.now() - 60_000) });
  await desk.conversation({ holder: 'queue', waitingSince: new Date(Date.now() - 60_000) });
  const { supervisor, agents } = desk.people;
  const view = await live.readLive(supervisor);
  expect(view.waiting).toEqual({ count: 2, oldest: waitingSince.toISOString() });
  expect(view.queues.find(({ teamId }) => teamId === team)).toMatchObject({ waiting: 1, late: 1 });
  expect(view.queues.find(({ teamId }) => teamId === null)).toMatchObject({ waiting: 1, late: 0 });
  expect(view.promises).toMatchObject({ late: 1, soon: 0 });
  expect(view.today).toMatchObject({ solved: 1 });
  expect(view.people.find(({ id }) => id === agents[0].id)).toMatchObject({ load: 1, on: true });
  // An agent of another team sees only what no team has.
  const outsider = { ...agents[1], teamIds: [] };
  expect((await live.readLive(outsider)).waiting.count).toBe(1);
});

it('counts the times of a team in its working hours, anew when they change, and tells them in its days', async () => {
  const [ana] = desk.people.agents;
  const teamId = desk.teams.returns!;
  const holding = await import('../conversations/hold-conversation');
  const posting = await import('../conversations/post-reply');
  const locking = await import('../conversations/lock-conversation');
  const { inTransaction } = await import('../platform/db');
  const { readMetrics } = await import('./read-metrics');
  const { id } = await desk.conversation({ teamId, slaPolicyId: null, createdAt: new Date(Date.now() - 7_200_000) });
  await holding.takeConversation(ana, id);
  await inTransaction(async (tx) =>
    posting.postReply(tx, await locking.lockConversation(tx, id), ana.id, { text: 'Here it is.' }),
  );
  const ask = async () => {
    await countEverything(desk);
    const measures = ['first_reply_agents', 'first_reply_working'];
    const filters = { team: [teamId] };
    const answer = await readMetrics(desk.people.supervisor, { period, compare: 'none', measures, filters });
    const [all, working] = measures.map((key) => answer.measures[key]!.total);
    return { all, working, timeZone: answer.timeZone };
  };
  const hours = { value: expect.closeTo(7_200_000, -6), n: 1 };
  expect(await ask()).toEqual({ all: hours, working: hours, timeZone: 'UTC' });

  // A day of the week that was not during the last two hours, wherever one is.
  const day = ((new Date().getUTCDay() + 3) % 7) + 1;
  const weekly = { hours: [{ day, from: '09:00', to: '17:00' }], holidays: [] };
  const data = { name: 'One day', timeZone: 'Europe/Berlin', ...weekly };
  const calendar = await desk.db.calendar.create({ data });
  await desk.db.team.update({ where: { id: teamId }, data: { calendarId: calendar.id } });
  const none = { value: expect.closeTo(0, -3), n: 1 };
  expect(await ask()).toEqual({ all: hours, working: none, timeZone: 'Europe/Berlin' });

  const always = Array.from({ length: 7 }, (_, at) => ({ day: at + 1, from: '00:00', to: '24:00' }));
  await desk.db.calendar.update({ where: { id: calendar.id }, data: { hours: always } });
  expect(await ask()).toMatchObject({ working: hours });
  await desk.db.team.update({ where: { id: teamId }, data: { calendarId: null } });
  expect(await ask()).toEqual({ all: hours, working: hours, timeZone: 'UTC' });
});
