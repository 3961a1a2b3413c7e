import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { fillFacts } from './facts.fixture';

let desk: TestDatabase;
let listBehind: typeof import('./list-behind').listBehind;
let listMetricValues: typeof import('./list-metric-values').listMetricValues;
let readCounting: typeof import('./read-counting').readCounting;
let teams: string[];

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ listBehind } = await import('./list-behind'));
  ({ listMetricValues } = await import('./list-metric-values'));
  ({ readCounting } = await import('./read-counting'));
  const { rebuildSums } = await import('./rebuild-facts');
  teams = Object.values(desk.teams).slice(0, 2);
  await fillFacts(desk, teams);
  await rebuildSums();
});
afterAll(() => desk?.close());

const period = { from: '2026-10-12', to: '2026-11-12' };

describe('conversations behind a number', () => {
  it('are counted on the first page, and say how each ended', async () => {
    const { admin } = desk.people;
    const facts = await desk.db.conversationFact.findMany({
      where: { resolution: 'verified', solvedAt: { not: null } },
    });
    const first = await listBehind(admin, { period, measure: 'verified_resolution', limit: 20 });
    expect(first.total).toBe(facts.length);
    expect(first.rows).toHaveLength(20);
    const second = await listBehind(admin, { period, measure: 'verified_resolution', limit: 20, after: first.next! });
    expect(second.total).toBeNull();
    const factOf = new Map(facts.map((fact) => [fact.id, fact]));
    for (const row of [...first.rows, ...second.rows])
      expect({ resolution: row.resolution, rating: row.rating, cameAt: row.cameAt }).toEqual({
        resolution: 'verified',
        rating: factOf.get(row.id)!.rating,
        cameAt: factOf.get(row.id)!.cameAt.toISOString(),
      });
  });

  it('count only what one may see', async () => {
    const [ana] = desk.people.agents;
    const query = { period, measure: 'person_conversations', filters: { agent: [ana!.id] }, limit: 100 };
    const all = await listBehind(desk.people.admin, query);
    const { id: teamId } = await desk.db.team.create({ data: { key: 'elsewhere', name: 'Elsewhere', position: 99 } });
    const moved = all.rows.slice(0, 3).map(({ id }) => id);
    await desk.db.conversation.updateMany({ where: { id: { in: moved } }, data: { teamId, agentId: null } });
    const own = await listBehind(ana!, query);
    let rows = own.rows.length;
    for (let { next } = own; next; ) {
      const page = await listBehind(ana!, { ...query, after: next });
      rows += page.rows.length;
      next = page.next;
    }
    expect(own.total).toBe(rows);
    expect(own.total).toBe(all.total! - moved.length);
  });
});

it('lists every value that was ever counted, and teams by name', async () => {
  const values = await listMetricValues();
  expect(values).toMatchObject({ channel: ['email', 'web_chat'], language: ['de', 'en'], customerTier: ['gold'] });
  expect(values.team.map(({ key }) => key)).toEqual(expect.arrayContaining(teams));
});

it('says up to when it was counted, and the day it is at the desk', async () => {
  const at = new Date('2026-11-12T10:00:00Z');
  await desk.db.metricState.update({
    where: { id: 1 },
    data: { countedAt: at, settings: { timeZone: 'Pacific/Kiritimati' } },
  });
  const counting = await readCounting();
  expect(counting).toMatchObject({ timeZone: 'Pacific/Kiritimati', stale: false });
  // Fourteen hours ahead of UTC: most of the day it is tomorrow there.
  const dayOf = (moment: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(moment);
  expect(counting.today).toBe(dayOf(new Date()));
  const [first] = await desk.db.conversationFact.findMany({ orderBy: { cameAt: 'asc' }, take: 1 });
  expect(counting.since).toBe(dayOf(first!.cameAt));
});
