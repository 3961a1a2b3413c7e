import { Prisma, type Tx } from '../platform/db';
import {
  confidenceSpreads,
  conversationColumns,
  conversationSpreads,
  personColumns,
  personSpreads,
  scoreSpreads,
  turnColumns,
  turnSpreads,
} from './columns';
import { type Cut, dimensions, dimensionsOf, type Grain, parting, peopleCuts, sharedCuts } from './cuts';
import type { Dimension } from './metric.schema';
import { confidenceBins, growth, perBin, shortestMs } from './spread';

/** Rows of facts with a `sign`: 1 adds what they come to, −1 takes it away. */
export type Source = { conversations: Prisma.Sql; people: Prisma.Sql; turns: Prisma.Sql };

const kinds = {
  conversations: { columns: conversationColumns, spreads: conversationSpreads, cuts: sharedCuts, at: 'f."cameAt"' },
  people: { columns: personColumns, spreads: personSpreads, cuts: peopleCuts, at: 'f."cameAt"' },
  turns: { columns: turnColumns, spreads: turnSpreads, cuts: sharedCuts, at: 'f.at' },
} as const;
export type Kind = keyof typeof kinds;

/** Where the value of a dimension stands in a fact, as text. */
export const columnOf: Record<Dimension, string> = {
  channel: 'f.channel',
  team: 'f."teamId"::text',
  intent: 'f.intent',
  language: 'f.language',
  tier: 'f.tier',
  customerTier: 'f."customerTier"',
  agent: 'f."personId"::text',
};

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** Of people's facts all dimensions, of the others all but who. */
const dimensionsOfKind = (kind: Kind) => dimensions.filter((one) => one !== 'agent' || kind === 'people');

/** The dimensions of a fact: what is not known is empty, and the sign that parts values cannot stand in one. */
const valuesOf = (kind: Kind): string =>
  dimensionsOfKind(kind)
    .map((one) => `translate(coalesce(${columnOf[one]}, ''), chr(${parting.charCodeAt(0)}), '') AS "${one}"`)
    .join(', ');

/** Weeks begin on Monday. */
const bucketsOf = (at: string, timeZone: string) => Prisma.sql`
  date_trunc('hour', ${Prisma.raw(at)}, 'UTC') AS hour, date_trunc('day', ${Prisma.raw(at)}, ${timeZone}::text) AS day,
  date_trunc('week', ${Prisma.raw(at)}, ${timeZone}::text) AS week`;
const bucketOf: Record<Grain, string> = { h: 'hour', d: 'day', w: 'week' };

/** Every cut as a set of what is grouped by: the database goes through the facts once for all of them. */
const setsOf = (cuts: readonly Cut[], more = ''): Prisma.Sql =>
  Prisma.raw(
    `GROUPING SETS (${cuts
      .map(
        ({ grain, cut }) => `(${[bucketOf[grain], ...dimensionsOf(cut).map((one) => `"${one}"`)].join(', ')}${more})`,
      )
      .join(', ')})`,
  );

/** Which cut a group is of: what it is not grouped by is null there, and no value is. */
function placeOf(kind: Kind, cuts: readonly Cut[]): Prisma.Sql {
  const names = dimensionsOfKind(kind);
  const grains = [...new Set(cuts.map(({ grain }) => grain))];
  return Prisma.raw(`
    CASE ${grains.map((grain) => `WHEN ${bucketOf[grain]} IS NOT NULL THEN '${grain}'`).join(' ')} END AS grain,
    ${2 ** names.length - 1} - grouping(${quoted([...names].reverse())}) AS cut,
    array_to_string(ARRAY[${quoted(names)}], chr(${parting.charCodeAt(0)})) AS slice,
    coalesce(${grains.map((grain) => bucketOf[grain]).join(', ')}) AS at`);
}

/** The bin a duration falls into, a confidence or a score: of a hundredth each, with all that is sure in the last, and of one. */
export const binSql = (name: string, value: string): string =>
  name in scoreSpreads
    ? `(${value})::int`
    : name in confidenceSpreads
      ? `least(greatest(floor((${value}) * ${confidenceBins} + 1e-9), 0), ${confidenceBins - 1})::int`
      : `CASE WHEN (${value}) <= 0 THEN 0
          ELSE 1 + floor(ln(greatest((${value})::float8, ${shortestMs}) / ${shortestMs}) / ln(${growth}::float8))::int END`;

/**
 * Moves the sums and spreads by these facts, in the caller's transaction. What cancels out is not written. One at a time:
 * the caller holds the lock of the sums, or two who touch the same rows in another order would wait for each other.
 */
export async function foldFacts(tx: Tx, source: Source, timeZone: string): Promise<void> {
  for (const kind of ['conversations', 'turns', 'people'] as const) {
    const names = Object.keys(kinds[kind].columns);
    await tx.$executeRaw`
      INSERT INTO "MetricSum" (grain, cut, slice, at, ${Prisma.raw(quoted(names))})
      SELECT * FROM (${sumsOf(kind, source[kind], timeZone)}) moved
      WHERE ${Prisma.raw(names.map((name) => `"${name}" <> 0`).join(' OR '))}
      ORDER BY grain, cut, slice COLLATE "C", at
      ON CONFLICT (grain, cut, slice, at) DO UPDATE SET ${Prisma.raw(
        names.map((name) => `"${name}" = "MetricSum"."${name}" + excluded."${name}"`).join(', '),
      )}`;
    await tx.$executeRaw`
      INSERT INTO "MetricSpread" (grain, cut, slice, at, measure, bins) ${spreadsOf(kind, source[kind], timeZone)}
      ORDER BY grain, cut, slice COLLATE "C", at, measure
      ON CONFLICT (grain, cut, measure, slice, at) DO UPDATE SET bins = add_bins("MetricSpread".bins, excluded.bins)`;
  }
}

/** What facts of one kind come to for each cut, slice and bucket: the columns of MetricSum in the order of `columnsOfKind`. */
export function sumsOf(kind: Kind, rows: Prisma.Sql, timeZone: string): Prisma.Sql {
  const { columns, cuts, at } = kinds[kind];
  // Each column is worked out once for a fact (OFFSET 0 keeps the planner from doing it for each cut).
  const each = Object.entries(columns).map(([name, sql]) => `f.sign * (${sql}) AS "${name}"`);
  const sums = Object.keys(columns).map((name) => `sum("${name}")::bigint AS "${name}"`);
  return Prisma.sql`
    SELECT ${placeOf(kind, cuts)}, ${Prisma.raw(sums.join(', '))}
    FROM (SELECT ${bucketsOf(at, timeZone)}, ${Prisma.raw(valuesOf(kind))}, ${Prisma.raw(each.join(', '))} FROM (${rows}) f OFFSET 0) f
    GROUP BY ${setsOf(cuts)}`;
}

export const columnsOfKind = (kind: Kind): string => quoted(Object.keys(kinds[kind].columns));

/** How the durations of facts of one kind are spread, for the same: grain, cut, slice, at, measure, bins. */
export function spreadsOf(kind: Kind, rows: Prisma.Sql, timeZone: string): Prisma.Sql {
  const { spreads, cuts, at } = kinds[kind];
  const each = Object.entries(spreads).map(([name, ms]) => `('${name}', ${binSql(name, ms)}, ${ms})`);
  return Prisma.sql`
    SELECT grain, cut, slice, at, measure, array_agg(n * ${perBin} + bin) AS bins FROM (
      SELECT ${placeOf(kind, cuts)}, measure, bin, sum(sign)::int AS n FROM (
        SELECT ${bucketsOf(at, timeZone)}, ${Prisma.raw(valuesOf(kind))}, f.sign, spread.measure, spread.bin
        FROM (${rows}) f CROSS JOIN LATERAL (VALUES ${Prisma.raw(each.join(', '))}) AS spread(measure, bin, ms)
        WHERE spread.ms IS NOT NULL OFFSET 0) f
      GROUP BY ${setsOf(cuts, ', measure, bin')} HAVING sum(sign) <> 0) moved
    GROUP BY grain, cut, slice, at, measure`;
}
