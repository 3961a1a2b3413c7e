import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { allColumns } from './columns';
import { cutOf, isSummed } from './cuts';
import { fillFacts } from './facts.fixture';
import { measures } from './measures';
import type { Dimension, MetricsQuery } from './metric.schema';
import { planBuckets } from './plan-buckets';
import { spanOf } from './plan-span';
import type { Wanted } from './read-sums';
import { perBin } from './spread';

let desk: TestDatabase;
let readMetrics: typeof import('./read-metrics').readMetrics;
let readSums: typeof import('./read-sums').readSums;
let listBehind: typeof import('./list-behind').listBehind;
let teams: string[];
let admin: TestDatabase['people']['admin'];
let ana: TestDatabase['people']['agents'][0];

const zone = 'America/Denver';
const period = { from: '2026-10-20', to: '2026-11-12' };

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ readMetrics } = await import('./read-metrics'));
  ({ readSums } = await import('./read-sums'));
  ({ listBehind } = await import('./list-behind'));
  const { rebuildSums } = await import('./rebuild-facts');
  const { saveMetricSettings } = await import('./metric-settings');
  const { metricSettingsSchema } = await import('./metric.schema');
  ({ admin } = desk.people);
  ana = desk.people.agents[0];
  teams = Object.values(desk.teams).slice(0, 2);
  const targets = { csat: 0.9 };
  await saveMetricSettings(
    admin,
    metricSettingsSchema.parse({ timeZone: zone, targets, platformMicrosPerMonth: 3_000_000 }),
  );
  await fillFacts(desk, teams);
  await rebuildSums();
}, 120_000);
afterAll(() => desk?.close());

describe('reading', () => {
  it('finds the same in sums by the day, sums by the hour and the facts themselves, whatever is asked', async () => {
    const values: Partial<Record<Dimension, string[]>> = {
      ...{ channel: ['web_chat', 'email'], team: [...teams, ''], intent: ['return_item', 'order_status', ''] },
      ...{ language: ['en', 'de'], customerTier: ['gold', ''], agent: desk.people.agents.map(({ id }) => id) },
    };
    const narrowing = fc
      .subarray(Object.keys(values) as Dimension[], { maxLength: 2 })
      .chain((dimensions) =>
        fc.tuple(...dimensions.map((one) => fc.tuple(fc.constant(one), fc.subarray(values[one]!, { minLength: 1 })))),
      );
    const buckets = planBuckets(period, 'day', zone);
    expect(buckets.weeks).not.toBeNull();
    const compared = { d: 0, h: 0 };
    await fc.assert(
      fc.asyncProperty(narrowing, fc.boolean(), fc.boolean(), async (narrowed, broken, together) => {
        const by = broken ? (narrowed.at(-1)?.[0] ?? null) : null;
        const people = narrowed.some(([one]) => one === 'agent');
        const wanted: Wanted = {
          ...{ chosen: { from: 'facts' }, spans: [spanOf(buckets)], by, together },
          filters: Object.fromEntries(narrowed.filter(([one]) => one !== by)),
          about: new Set(people ? ['people'] : ['conversations', 'turns']),
          columns: allColumns.filter((name) => name.startsWith('person') === people),
          spreads: people
            ? ['personFirstReply', 'personHandle']
            : [
                'assistantReply',
                'peopleReply',
                'peopleReplyWork',
                'resolutionAlone',
                'resolutionWork',
                'turn',
                'confidence',
                'confidenceWrong',
                'rating',
                'nps',
              ],
        };
        const facts = summarise(await readSums(wanted));
        const cut = cutOf(narrowed.map(([one]) => one));
        for (const grain of ['d', 'h'] as const) {
          if (!isSummed(grain, cut)) continue;
          expect(summarise(await readSums({ ...wanted, chosen: { from: 'sums', cut, grain } }))).toEqual(facts);
          compared[grain]++;
        }
      }),
      { numRuns: 120, seed: 3 },
    );
    expect(compared.d).toBe(120);
    expect(compared.h).toBeGreaterThan(20);
  }, 120_000);

  it('tells a period beside the one before, with definitions and targets', async () => {
    const compare = { from: '2026-10-13', to: '2026-10-19' };
    const answer = await readMetrics(admin, { period, compare });
    const facts = await desk.db.conversationFact.findMany();
    const within = (from: string, to: string) => {
      const { starts, end } = planBuckets({ from, to }, 'day', zone);
      return facts.filter(({ cameAt }) => cameAt >= starts[0]! && cameAt < end);
    };
    const [now, before] = [within(period.from, period.to), within(compare.from, compare.to)];
    const rated = now.filter(({ rating }) => rating !== null);
    expect(answer.previousPeriod).toEqual(compare);
    expect(answer.starts).toHaveLength(24);
    expect(answer.measures.conversations).toMatchObject({
      total: { value: now.length },
      previous: { value: before.length },
    });
    expect(answer.measures.csat).toMatchObject({
      ...{ name: 'CSAT', unit: 'share', better: 'up', target: 0.9 },
      total: { value: rated.filter(({ rating }) => rating! >= 4).length / rated.length, n: rated.length },
    });
    expect(answer.measures.csat!.series.reduce((sum, { n }) => sum + n, 0)).toBe(rated.length);
    // 24 days and the hour the clocks went back, of a month of 30.4375 days.
    expect(answer.measures.cost_platform!.total.value).toBeCloseTo((3_000_000 * (24 + 1 / 24)) / 30.4375, 3);
    expect(
      (await readMetrics(admin, { period, filters: { channel: ['email'] } })).measures.cost_platform!.total.value,
    ).toBeNull();
    const ends = ['verified_resolution', 'assumed_resolution', 'agent_resolution', 'abandoned'];
    expect(ends.reduce((sum, key) => sum + answer.measures[key]!.total.value!, 0)).toBeCloseTo(1, 12);
  });

  it('compares shares with a time the desk saw in part, and no sums; the platform costs from its first day', async () => {
    const asked = { period, measures: ['conversations', 'csat', 'cost', 'cost_platform'] };
    const { measures, previousPeriod, breakdown } = await readMetrics(admin, { ...asked, by: 'channel' });
    expect(previousPeriod).toEqual({ from: '2026-09-26', to: '2026-10-19' });
    for (const key of ['conversations', 'cost', 'cost_platform'])
      expect(measures[key], key).toMatchObject({ previous: null, previousSeries: null });
    expect(measures.csat!.previous!.n).toBeGreaterThan(5);
    expect(breakdown![0]!.measures).toMatchObject({
      conversations: { previous: null },
      csat: { previous: { n: expect.any(Number) } },
    });
    // In Denver the first of them came on the evening of the 11th.
    const { starts, measures: of } = await readMetrics(admin, { ...asked, period: previousPeriod!, compare: 'none' });
    const daily = of.cost_platform!.series.map(({ value }) => value);
    const first = starts.indexOf('2026-10-11T06:00:00.000Z');
    expect(daily.slice(0, first)).toEqual(Array(first).fill(0));
    for (const value of daily.slice(first)) expect(value).toBeCloseTo(3_000_000 / 30.4375, 3);
    expect(of.cost_platform!.total.value).toBeCloseTo((3_000_000 * 9) / 30.4375, 3);
  });

  it('puts an hour into the local day of whoever reads, and the days make the whole', async () => {
    const totals = [];
    for (const timeZone of [zone, 'UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Tokyo']) {
      const answer = await readMetrics(admin, { period, timeZone, measures: ['conversations', 'resolution_time'] });
      const { starts, end } = planBuckets(period, 'day', timeZone);
      const facts = await desk.db.conversationFact.findMany({ where: { cameAt: { gte: starts[0]!, lt: end } } });
      const byDay = starts.map(
        (from, at) => facts.filter(({ cameAt }) => cameAt >= from && cameAt < (starts[at + 1] ?? end)).length,
      );
      expect(answer.measures.conversations!.series.map(({ value }) => value)).toEqual(byDay);
      totals.push(answer.measures.conversations!.total.value);
    }
    expect(new Set(totals).size).toBeGreaterThan(1);
  });

  it.each([null, 'channel', 'team', 'intent', 'agent'] as const)(
    'as one, by %s, is what its days come to',
    async (by) => {
      const conversations = ['conversations', 'csat', 'first_reply_agents', 'first_reply_working', 'escalated', 'cost'];
      const measures = by === 'agent' ? ['person_conversations', 'person_first_reply'] : conversations;
      const asked = { period, measures, ...(by ? { by } : {}) };
      const [whole, days] = [
        await readMetrics(admin, { ...asked, granularity: 'period' }),
        await readMetrics(admin, { ...asked, granularity: 'day' }),
      ];
      expect(whole.starts).toEqual(days.starts.slice(0, 1));
      expect(whole.breakdown).toEqual(days.breakdown);
      for (const key of measures) {
        const { total, previous, series } = whole.measures[key]!;
        expect({ total, previous }, key).toEqual({
          total: days.measures[key]!.total,
          previous: days.measures[key]!.previous,
        });
        expect(series, key).toEqual([total]);
      }
      expect(whole.measures[measures[0]!]!.total.value).toBeGreaterThan(50);
    },
  );

  it('breaks down by a dimension, what is not known among it', async () => {
    const answer = await readMetrics(admin, {
      period,
      by: 'intent',
      filters: { channel: ['email'] },
      measures: ['conversations'],
    });
    expect(answer.breakdown!.map(({ key }) => key).toSorted()).toEqual(['', 'order_status', 'return_item']);
    const sum = answer.breakdown!.reduce((all, row) => all + row.measures.conversations!.total.value!, 0);
    expect(sum).toBe(answer.measures.conversations!.total.value);
  });
});

describe('what is behind a number', () => {
  it('is as many conversations as the number says, page by page', async () => {
    const { from, to } = period;
    const answer = await readMetrics(admin, { period: { from, to } });
    for (const measure of [...measures.values()].filter(
      ({ about, unit }) => about === 'conversations' && (unit === 'share' || unit === 'count'),
    )) {
      if (measure.key === 'error_rate') continue; // counts actions, of which a conversation may have several
      const figure = answer.measures[measure.key]!.total;
      const [counted, of] = [await countBehind(measure.key, 'in'), await countBehind(measure.key, 'of')];
      expect([measure.key, of]).toEqual([measure.key, figure.n]);
      const value = measure.unit === 'share' ? figure.value! * figure.n : figure.value!;
      expect([measure.key, counted]).toEqual([measure.key, Math.round(figure.n === 0 ? 0 : value)]);
    }
  }, 60_000);

  it('is that of one point of the calibration: each twentieth by itself, and nothing but turns', async () => {
    const { readConfidence } = await import('./read-confidence');
    const { bins } = await readConfidence(admin, { period });
    const { starts, end } = planBuckets(period, 'day', zone);
    const turns = await desk.db.turnFact.findMany({ where: { at: { gte: starts[0]!, lt: end } } });
    const told = bins.filter(({ turns: count }) => count > 0);
    expect(told.length).toBeGreaterThan(2);
    for (const { from, to, turns: count } of told) {
      const within = turns.filter(({ confidence }) => {
        const place = Math.min(99, Math.floor((confidence ?? -1) * 100 + 1e-9));
        return place >= Math.round(from * 100) && place < Math.round(to * 100);
      });
      expect([from, within.length]).toEqual([from, count]);
      const asked = { period, measure: 'turns', confidence: { from, to }, limit: 1 };
      const conversations = new Set(within.map(({ conversationId }) => conversationId));
      expect([from, (await listBehind(admin, asked)).total]).toEqual([from, conversations.size]);
    }
    const of = { period, measure: 'csat', confidence: { from: 0, to: 1 } };
    await expect(listBehind(admin, of)).rejects.toMatchObject({ code: 'invalid' });
  });

  async function countBehind(measure: string, counted: 'in' | 'of'): Promise<number> {
    const seen = new Set<string>();
    for (let after: string | undefined; ; ) {
      const page = await listBehind(admin, { period, measure, counted, limit: 100, ...(after ? { after } : {}) });
      for (const { id } of page.rows) seen.add(id);
      if (!page.next) return seen.size;
      after = page.next;
    }
  }

  it('is only what one may see', async () => {
    const query = { period, measure: 'person_conversations', filters: { agent: [ana.id] }, limit: 100 };
    const rows = (await listBehind(ana, query)).rows;
    expect(rows.length).toBeGreaterThan(0);
    const visible = new Set([null, ...ana.teamIds]);
    expect(rows.filter(({ team }) => !visible.has(team?.id ?? null))).toEqual([]);
  });
});

describe('who may read', () => {
  const own = (): MetricsQuery => ({ period, filters: { agent: [ana.id] } });
  it('supervisors and admins everything, an agent their own figures only', async () => {
    expect((await readMetrics(desk.people.supervisor, { period })).measures.conversations).toBeDefined();
    const answer = await readMetrics(ana, own());
    expect(answer.measures.person_conversations!.total.value).toBeGreaterThan(0);
    expect(answer.measures.conversations).toBeUndefined();
  });

  it.each<[string, () => MetricsQuery]>([
    ['all', () => ({ period })],
    ['a colleague', () => ({ period, filters: { agent: [desk.people.agents[1].id] } })],
    ['both', () => ({ period, filters: { agent: desk.people.agents.map(({ id }) => id) } })],
    ['everybody side by side', () => ({ ...own(), by: 'agent' })],
  ])('not %s', async (_, query) => {
    await expect(readMetrics(ana, query())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listBehind(ana, { ...query(), measure: 'conversations' } as never)).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|invalid/),
    });
  });

  it.each<[string, object]>([
    ['a measure that is not there', { measures: ['nonsense'] }],
    ['one that is told by agent only', { measures: ['person_csat'] }],
  ])('nobody %s', async (_, more) => {
    await expect(readMetrics(admin, { period, ...more })).rejects.toMatchObject({ code: 'invalid' });
  });

  it.each<[string, object]>([
    ['a zone that is none', { timeZone: 'Mars/Olympus' }],
    ['hours of a year', { granularity: 'hour', period: { from: '2026-01-01', to: '2026-12-31' } }],
    ['a period that ends before it begins', { period: { from: '2026-02-01', to: '2026-01-31' } }],
  ])('in %s', async (_, more) => {
    await expect(readMetrics(admin, { period, ...more })).rejects.toThrow();
  });
});

/** By the local day each falls into. */
function summarise({ sums, spreads }: Awaited<ReturnType<typeof readSums>>) {
  const days = new Map<string, Map<string, number>>();
  const add = (key: string, name: string, value: number) => {
    if (value === 0) return;
    const day = days.get(key) ?? days.set(key, new Map()).get(key)!;
    day.set(name, (day.get(name) ?? 0) + value);
  };
  const place = ({ bucket, value }: { bucket: number; value: string }) => `${bucket} ${value}`;
  for (const row of sums) for (const [name, value] of Object.entries(row.sums)) add(place(row), name, value);
  for (const row of spreads)
    for (const pair of row.bins) add(place(row), `${row.measure} ${pair % perBin}`, Math.floor(pair / perBin));
  return [...days]
    .map(([key, day]) => [key, Object.fromEntries([...day].sort())] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
