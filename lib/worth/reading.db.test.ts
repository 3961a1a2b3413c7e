import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillFacts } from '../metrics/facts.fixture';
import type { ConversationFact } from '../platform/records';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let admin: TestDatabase['people']['admin'];
let facts: ConversationFact[];

const period = { from: '2026-10-12', to: '2026-11-11' };
const span = { period };
const hour = 36_000_000; // $36

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ admin } = desk.people);
  const { saveMetricSettings } = await import('../metrics/metric-settings');
  const { metricSettingsSchema } = await import('../metrics/metric.schema');
  const { rebuildSums } = await import('../metrics/rebuild-facts');
  await saveMetricSettings(
    admin,
    metricSettingsSchema.parse({ labourMicrosPerHour: hour, platformMicrosPerMonth: 5e6 }),
  );
  await fillFacts(desk, Object.values(desk.teams).slice(0, 2));
  await rebuildSums();
  facts = (await desk.db.conversationFact.findMany()).filter(
    ({ cameAt }) => cameAt >= new Date('2026-10-12T00:00:00Z') && cameAt < new Date('2026-11-12T00:00:00Z'),
  );
}, 120_000);
afterAll(() => desk?.close());

const solvedAlone = ({ resolution }: ConversationFact) => resolution === 'verified' || resolution === 'assumed';

/** Old tickets: half about orders, of a minute each, a quarter of a theme, a quarter of nothing. */
async function bringTickets(): Promise<void> {
  const about = { name: 'a.csv', bytes: 1, encoding: 'utf-8', personId: admin.id, state: 'done' as const };
  const { id: importId } = await desk.db.historyImport.create({ data: { ...about, hash: randomUUID() } });
  const theme = await desk.db.pastTheme.create({ data: { name: 'Ice, axe', words: ['ice', 'axe'] } });
  await desk.db.pastTicket.createMany({
    data: Array.from({ length: 200 }, (_, at) => ({
      ...{ importId, line: at + 2, key: `${at}`, gist: `Ticket ${at}`, closed: true, sortedAt: new Date() },
      cameAt: new Date(Date.UTC(2026, 4, 1 + (at % 30))),
      intent: at % 2 === 0 ? 'order_status' : null,
      themeId: at % 4 === 1 ? theme.id : null,
      ...{ handleMs: at % 2 === 0 ? 60_000n : 300_000n, reopened: at % 5 === 0 ? 1 : 0, satisfied: at % 4 !== 0 },
      ...{ firstReplyMs: BigInt(at * 1_000), resolutionMs: BigInt(at * 10_000) },
    })),
  });
}

describe('the map', () => {
  it('of this desk sums to what came, with what the assistant solves as the facts tell', async () => {
    const { readMap } = await import('./read-map');
    const map = await readMap(admin, { source: 'desk', span });
    expect(map.tickets).toBe(facts.length);
    expect(map.categories.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(facts.length);
    for (const one of map.categories.filter(({ kind }) => kind === 'intent')) {
      const own = facts.filter(({ intent }) => `intent:${intent}` === one.key);
      const closed = own.filter(({ solvedAt }) => solvedAt);
      expect(one.tickets).toBe(own.length);
      expect(one.achieved).toEqual({ value: closed.filter(solvedAlone).length / closed.length, n: closed.length });
      const handled = closed.filter(({ peopleHandleMs }) => peopleHandleMs > 0n);
      const mean = handled.reduce((sum, { peopleHandleMs }) => sum + Number(peopleHandleMs), 0) / handled.length;
      expect(one.handleMs).toEqual({ value: expect.closeTo(mean), n: handled.length });
      expect(one.coverage).toMatchObject({ intent: true });
    }
    expect(map.categories.find(({ key }) => key === 'intent:order_status')!.coverage.playbook).not.toBeNull();
  });

  it('is empty before anything came, and is nobody’s who may not read figures', async () => {
    const { readMap } = await import('./read-map');
    expect(await readMap(admin, { source: 'history', span })).toMatchObject({ tickets: 0, from: null, categories: [] });
    const [agent] = desk.people.agents;
    await expect(readMap(agent, { source: 'desk', span })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('of old tickets has intents, themes and the rest, by their own volume', async () => {
    await bringTickets();
    const { readMap } = await import('./read-map');
    const { listExamples } = await import('./list-examples');
    const map = await readMap(admin, { source: 'history', span });
    const of = (kind: string) => map.categories.find((one) => one.kind === kind)!;
    expect(map).toMatchObject({ tickets: 200, from: '2026-05-01', to: '2026-05-30' });
    expect(of('intent')).toMatchObject({
      key: 'intent:order_status',
      tickets: 100,
      handleMs: { value: 60_000, n: 100 },
    });
    expect(of('theme')).toMatchObject({ name: 'Ice, axe', tickets: 50, coverage: { intent: false } });
    expect(of('none')).toMatchObject({ tickets: 50, savingMicros: 0, potential: 0 });
    const { rows } = await listExamples(admin, {
      key: of('theme').key,
      source: 'history',
      span: { ...span, filters: {} },
    });
    expect(rows).toHaveLength(12);
    expect(rows.every(({ gist, href }) => /^Ticket \d+$/.test(gist) && href === null)).toBe(true);
  });
});

it('the calculator begins with what was measured', async () => {
  const { readMeasured } = await import('./read-measured');
  const measured = await readMeasured(admin, span);
  const closed = facts.filter(({ solvedAt }) => solvedAt);
  const handled = closed.filter(({ peopleHandleMs }) => peopleHandleMs > 0n);
  const mean = handled.reduce((sum, { peopleHandleMs }) => sum + Number(peopleHandleMs), 0) / handled.length;
  expect(measured.ticketsPerMonth).toEqual({
    value: expect.closeTo((facts.length / 31) * (365.25 / 12)),
    n: facts.length,
  });
  expect(measured.deflection).toEqual({ value: closed.filter(solvedAlone).length / closed.length, n: closed.length });
  expect(measured.humanMicros).toEqual({ value: expect.closeTo((mean / 3_600_000) * hour), n: handled.length });
  const nothing = await readMeasured(admin, { period: { from: '2020-01-01', to: '2020-01-31' } });
  expect([nothing.ticketsPerMonth, nothing.deflection, nothing.humanMicros, nothing.automatedMicros]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

describe('before beside now', () => {
  it('comes from old tickets, by what can be counted of them', async () => {
    const { readComparison } = await import('./read-comparison');
    const { rows, before, comparable, hasHistory } = await readComparison(admin, { against: 'history', span });
    const of = (key: string) => rows.find((row) => row.key === key)!;
    expect([before?.tickets, hasHistory]).toEqual([200, true]);
    // Of old tickets half are about orders, half fit none; both come now as well.
    expect(comparable).toBe(1);
    expect(of('first_contact').before).toEqual({ value: 0.8, n: 200 });
    expect(of('csat').before).toEqual({ value: 0.75, n: 200 });
    expect(of('handle_time').before).toEqual({ value: 180_000, n: 200 });
    expect(of('cost').before).toEqual({ value: (180_000 / 3_600_000) * hour, n: 200 });
    expect(of('first_reply').before).toEqual({ value: 99_500, n: 200 });
    const rated = facts.filter(({ rating }) => rating !== null);
    expect(of('csat').now).toEqual({
      value: rated.filter(({ rating }) => rating! >= 4).length / rated.length,
      n: rated.length,
    });
    expect(of('csat').interval).not.toBeNull();
    expect(of('handle_time').adjusted).not.toBeNull();
  });
  it('comes from what somebody entered, which is audited', async () => {
    const { saveBaseline } = await import('./save-baseline');
    const { readComparison } = await import('./read-comparison');
    await saveBaseline(admin, { name: 'The old desk', values: { csat: 0.7, first_reply: 3_600_000 } });
    const { rows, baseline, before } = await readComparison(admin, { against: 'hand', span });
    expect([baseline?.name, before]).toEqual(['The old desk', null]);
    expect(rows.find(({ key }) => key === 'csat')!.before).toEqual({ value: 0.7, n: null });
    expect(rows.find(({ key }) => key === 'cost')!.before).toEqual({ value: null, n: null });
    expect(await desk.db.auditEntry.count({ where: { action: 'metrics.baseline' } })).toBe(1);
  });
});
