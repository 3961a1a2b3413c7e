import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { MetricsAnswer } from './metric.schema';

let desk: TestDatabase;
let readMetrics: typeof import('./read-metrics').readMetrics;
let listBehind: typeof import('./list-behind').listBehind;

const period = { from: '2026-11-01', to: '2026-11-30' };
const measures = [
  ...['nps', 'nps_promoters', 'nps_detractors', 'nps_passives', 'nps_response_rate', 'csat', 'csat_response_rate'],
  ...['rating_1', 'rating_4', 'nps_0', 'nps_6', 'nps_10'],
];

/** Ten conversations that were asked after: 10, 10, 9, 8, 7, 6, 0, and three who said nothing. */
const said = [10, 10, 9, 8, 7, 6, 0, null, null, null];
/** Of twelve closed: five asked by a link and rated 5, 4, 4, 1 and not at all, one rated by itself, six not asked. */
const rated = [5, 4, 4, 1, null, 3];

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ readMetrics } = await import('./read-metrics'));
  ({ listBehind } = await import('./list-behind'));
  const cameAt = new Date('2026-11-10T10:00:00Z');
  for (let at = 0; at < 12; at++) {
    const { id, customerId } = await desk.conversation({ state: 'closed', createdAt: cameAt, closedAt: cameAt });
    const rating = rated[at] ?? null;
    await desk.db.conversationFact.create({
      data: {
        ...{
          id,
          customerId,
          cameAt,
          channel: at % 2 ? 'email' : 'api',
          solvedAt: cameAt,
          resolution: 'agent',
          resolutionMs: 0n,
        },
        ...{ rating, ratingAsked: at < 6, npsAsked: at < 10, nps: said[at] ?? null },
      },
    });
  }
  const { inTransaction } = await import('../platform/db');
  const { foldFacts } = await import('./fold-facts');
  const { Prisma } = await import('../platform/db');
  await inTransaction((tx) =>
    foldFacts(
      tx,
      {
        conversations: Prisma.sql`SELECT 1 AS sign, f.* FROM "ConversationFact" f`,
        people: Prisma.sql`SELECT 1 AS sign, f.* FROM "PersonFact" f`,
        turns: Prisma.sql`SELECT 1 AS sign, f.* FROM "TurnFact" f`,
      },
      'UTC',
    ),
  );
});
afterAll(() => desk.close());

const figures = ({ measures: found }: MetricsAnswer) =>
  Object.fromEntries(Object.entries(found).map(([key, { total }]) => [key, [total.value, total.n]]));

describe('scores', () => {
  it('come to what is computed by hand', async () => {
    const all = figures(await readMetrics(desk.people.admin, { period, measures }));
    // Three promoters and two detractors of seven.
    expect(all.nps).toEqual([(100 * (3 - 2)) / 7, 7]);
    expect(all.nps_promoters).toEqual([3 / 7, 7]);
    expect(all.nps_detractors).toEqual([2 / 7, 7]);
    expect(all.nps_passives).toEqual([2 / 7, 7]);
    expect(all.nps_response_rate).toEqual([0.7, 10]);
    expect(all.csat).toEqual([3 / 5, 5]);
    expect(all.csat_response_rate).toEqual([5 / 6, 6]);
    expect([all.rating_1, all.rating_4, all.nps_0, all.nps_6, all.nps_10]).toEqual([
      [1, 5],
      [2, 5],
      [1, 7],
      [1, 7],
      [2, 7],
    ]);
  });

  it('are told by channel, and the same read from the facts', async () => {
    const answer = await readMetrics(desk.people.admin, { period, measures, by: 'channel' });
    const nps = Object.fromEntries(answer.breakdown!.map(({ key, measures: own }) => [key, own.nps!.total]));
    // 10, 9, 7, 0 over the API; 10, 8, 6 by mail.
    expect(nps).toEqual({ api: { value: 25, n: 4 }, email: { value: 0, n: 3 } });
    const narrowed = { channel: ['api' as const], team: [''], language: [''] };
    const facts = figures(await readMetrics(desk.people.admin, { period, measures, filters: narrowed }));
    expect(facts.nps).toEqual([25, 4]);
    expect(facts.nps_10).toEqual([1, 4]);
  });

  it('have the conversations behind them', async () => {
    const behind = async (measure: string, counted: 'in' | 'of' = 'in') =>
      (await listBehind(desk.people.admin, { period, measure, counted })).rows.length;
    expect(await behind('nps', 'of')).toBe(7);
    expect(await behind('nps_detractors')).toBe(2);
    expect(await behind('nps_10')).toBe(2);
    expect(await behind('nps_passives')).toBe(2);
    expect(await behind('rating_4')).toBe(2);
    expect(await behind('csat_response_rate', 'of')).toBe(6);
  });

  it('are nothing where nobody was asked', async () => {
    const none = await readMetrics(desk.people.admin, { period: { from: '2026-09-01', to: '2026-09-30' }, measures });
    expect(none.measures.nps?.total).toEqual({ value: null, n: 0 });
    expect(none.measures.csat_response_rate?.total).toEqual({ value: null, n: 0 });
  });
});
