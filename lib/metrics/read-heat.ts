import type { PersonActor } from '../auth/permissions';
import { Prisma, readPlain } from '../platform/db';
import { binSql } from './fold-facts';
import type { HeatAnswer, SpanQuery } from './metric.schema';
import { type PlannedSpan, planSpan } from './plan-span';
import { whereFact, whereSum } from './read-sums';
import { addBins, countOf, perBin, quantileOf, type Spread } from './spread';

/**
 * When conversations come, by the weekday and the hour of whoever reads, and how long those of an hour wait for the first reply of an
 * agent. Throws `forbidden`, `invalid`.
 */
export async function readHeat(person: PersonActor, query: SpanQuery): Promise<HeatAnswer> {
  const planned = await planSpan(person, query);
  const { period, timeZone, countedAt } = planned;
  const [times, came, replies] = await readHours(planned);
  const key = ({ weekday, hour }: { weekday: number; hour: number }) => (weekday - 1) * 24 + hour;
  const cameAt = new Map(came.map((row) => [key(row), row.came]));
  const spreads = new Map(replies.map((row) => [key(row), row.bins]));
  const timesAt = new Map(times.map((row) => [key(row), row.times]));
  return {
    ...{ timeZone, period, countedAt: countedAt.toISOString() },
    cells: Array.from({ length: 7 * 24 }, (_, at) => {
      const spread: Spread = [];
      addBins(spread, spreads.has(at) ? (JSON.parse(`[${spreads.get(at)}]`) as number[]) : []);
      return {
        ...{ weekday: 1 + Math.floor(at / 24), hour: at % 24, came: cameAt.get(at) ?? 0, times: timesAt.get(at) ?? 0 },
        ...{ firstReply: quantileOf([spread], 0.5), replies: countOf([spread]) },
      };
    }),
  };
}

type Hour = { weekday: number; hour: number };
type Read = [(Hour & { times: number })[], (Hour & { came: number })[], (Hour & { bins: string })[]];

/** Every moment of an hour of UTC falls into one local hour where the zone is full hours from it: else the facts are read. */
async function readHours({ span, filters, timeZone, choose }: PlannedSpan): Promise<Read> {
  const chosen = choose([], 'hour');
  const local = (at: string) => {
    const moment = Prisma.sql`(${Prisma.raw(at)} AT TIME ZONE zone.name)`;
    return Prisma.sql`extract(isodow FROM ${moment})::int AS weekday, extract(hour FROM ${moment})::int AS hour`;
  };
  const zone = Prisma.sql`(SELECT ${timeZone}::text AS name) zone`;
  // The clocks may leave an hour out, or have it twice.
  const times = readPlain<Read[0][number]>(Prisma.sql`
    SELECT ${local('at')}, count(*)::float8 AS times
    FROM generate_series(${span.from}::timestamptz, ${span.to}::timestamptz - interval '1 hour', interval '1 hour') at, ${zone} GROUP BY 1, 2`);
  if (chosen.from === 'sums') {
    const where = Prisma.sql`${whereSum(chosen, filters)} AND at >= ${span.from} AND at < ${span.to}`;
    return Promise.all([
      times,
      readPlain<Read[1][number]>(Prisma.sql`
        SELECT ${local('at')}, sum(conversations)::float8 AS came FROM "MetricSum", ${zone} WHERE ${where} GROUP BY 1, 2`),
      readPlain<Read[2][number]>(Prisma.sql`
        SELECT ${local('at')}, string_agg(array_to_string(bins, ','), ',') AS bins FROM "MetricSpread", ${zone}
        WHERE ${where} AND measure = 'peopleReply' AND bins <> '{}' GROUP BY 1, 2`),
    ]);
  }
  const [at, ms] = ['f."cameAt"', 'f."peopleReplyMs"'];
  const where = whereFact({ ...span, filters }, at);
  return Promise.all([
    times,
    readPlain<Read[1][number]>(Prisma.sql`
      SELECT ${local(at)}, count(*)::float8 AS came FROM "ConversationFact" f, ${zone} WHERE ${where} GROUP BY 1, 2`),
    readPlain<Read[2][number]>(Prisma.sql`
      SELECT weekday, hour, string_agg((n * ${perBin} + bin)::text, ',') AS bins FROM (
        SELECT ${local(at)}, ${Prisma.raw(binSql('peopleReply', ms))} AS bin, count(*) AS n FROM "ConversationFact" f, ${zone}
        WHERE ${where} AND ${Prisma.raw(ms)} IS NOT NULL GROUP BY 1, 2, 3) replies GROUP BY 1, 2`),
  ]);
}
