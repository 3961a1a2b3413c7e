import { Prisma, readPlain } from '../platform/db';
import type { Chosen } from './choose-source';
import {
  type Column,
  conversationColumns,
  conversationSpreads,
  personColumns,
  personSpreads,
  type SpreadName,
  type Sums,
  turnColumns,
  turnSpreads,
} from './columns';
import { dimensionsOf, type Grain, parting } from './cuts';
import { binSql, columnOf } from './fold-facts';
import type { About } from './measures/build-measure';
import type { Dimension, Filters } from './metric.schema';
import type { Buckets } from './plan-buckets';
import { perBin } from './spread';

/** A stretch of time, cut where its buckets begin, and the whole weeks in it. */
export type Span = { from: Date; to: Date; starts: readonly Date[]; weeks: Buckets['weeks'] };

/** What is wanted: which columns and spreads of which stretches of time, for each bucket or of all together, and, where there is `by`, for each of its values. */
export type Wanted = {
  chosen: Chosen;
  spans: readonly Span[];
  filters: Filters;
  by: Dimension | null;
  /** Not for each bucket, but for all of a stretch. */
  together: boolean;
  /** The buckets are weeks. */
  weekly?: boolean;
  about: ReadonlySet<About>;
  columns: readonly Column[];
  spreads: readonly SpreadName[];
};

/** `span`: which of the stretches; `bucket`: its place among the beginnings, 0 for all together; `value`: of `by`, else empty. */
type Place = { span: number; bucket: number; value: string };
export type SumRow = Place & { sums: Sums };
export type SpreadRow = Place & { measure: SpreadName; bins: number[] };

/**
 * Reads sums and spreads, from what is summed ahead or from the facts, to the same numbers. All stretches in one question, and each
 * row's numbers as one text: the driver takes longer to read a number than the database to sum it.
 */
export async function readSums(wanted: Wanted): Promise<{ sums: SumRow[]; spreads: SpreadRow[] }> {
  const columns = [...new Set(wanted.columns)];
  const spreads = [...new Set(wanted.spreads)];
  const each = { ...wanted, columns, spreads };
  const [sums, spread] = wanted.chosen.from === 'sums' ? readAhead(each, wanted.chosen) : readFacts(each);
  const [summed, spreadOut] = await Promise.all([
    columns.length > 0 ? readPlain<Place & { numbers: string }>(sums) : [],
    spreads.length > 0 ? readPlain<Place & { measure: SpreadName; bins: string }>(spread) : [],
  ]);
  return {
    sums: summed.map(({ numbers, ...place }) => ({ ...place, sums: nameSums(columns, numbers) })),
    spreads: spreadOut.map(({ bins, ...rest }) => ({ ...rest, bins: JSON.parse(`[${bins}]`) as number[] })),
  };
}

function nameSums(columns: readonly Column[], numbers: string): Sums {
  const sums: Sums = {};
  for (const [at, number] of numbers.split(',').entries()) if (number !== '0') sums[columns[at]!] = Number(number);
  return sums;
}

type Ahead = Extract<Chosen, { from: 'sums' }>;

const valueIn = (cut: number, dimension: Dimension) =>
  Prisma.sql`split_part(slice, ${parting}, ${dimensionsOf(cut).indexOf(dimension) + 1}::int)`;

/** Which of the sums of a cut fit these filters, at any time. */
export function whereSum({ grain, cut }: Ahead, filters: Filters): Prisma.Sql {
  const order = dimensionsOf(cut);
  const narrowed = order.filter((one) => filters[one] !== undefined);
  const exact = narrowed.length === order.length;
  const slices = exact ? combine(order.map((one) => filters[one] as string[])) : [];
  const fits = exact
    ? Prisma.sql`slice = ANY(${slices})`
    : Prisma.join(
        [
          Prisma.sql`true`,
          ...narrowed.map((one) => Prisma.sql`${valueIn(cut, one)} = ANY(${filters[one] as string[]})`),
        ],
        ' AND ',
      );
  return Prisma.sql`grain = ${grain} AND cut = ${cut} AND ${fits}`;
}

function readAhead(wanted: Wanted, ahead: Ahead): [Prisma.Sql, Prisma.Sql] {
  const value = wanted.by ? valueIn(ahead.cut, wanted.by) : Prisma.sql`''`;
  const rowsOf = (table: string, cells: string, more = Prisma.empty) =>
    Prisma.join(
      wanted.spans.flatMap((span, at) =>
        partsOf(wanted, ahead, span).map(
          ({ grain, from, to }) => Prisma.sql`
            SELECT ${at}::int AS span, ${bucketOf(wanted, span, 'at')} AS bucket, ${value} AS value, ${Prisma.raw(cells)}
            FROM ${Prisma.raw(table)}
            WHERE ${whereSum({ ...ahead, grain }, wanted.filters)} AND at >= ${from} AND at < ${to} ${more}`,
        ),
      ),
      ' UNION ALL ',
    );
  const columns = wanted.columns.map((name) => `"${name}"`);
  const sums = Prisma.raw(columns.map((name) => `sum(${name})::int8`).join(', '));
  return [
    Prisma.sql`
      SELECT span, bucket, value, array_to_string(ARRAY[${sums}], ',') AS numbers
      FROM (${rowsOf('"MetricSum"', columns.join(', '))}) part GROUP BY 1, 2, 3`,
    Prisma.sql`
      SELECT span, bucket, value, measure, string_agg(array_to_string(bins, ','), ',') AS bins
      FROM (${rowsOf('"MetricSpread"', 'measure, bins', Prisma.sql`AND measure = ANY(${[...wanted.spreads]}) AND bins <> '{}'`)}) part
      GROUP BY 1, 2, 3, 4`,
  ];
}

type Part = { grain: Grain; from: Date; to: Date };

/** Where days are not told apart, the whole weeks of the desk by the week, and what is before and after them by the day. */
function partsOf({ together, weekly }: Wanted, { grain }: Ahead, { from, to, weeks }: Span): Part[] {
  if (grain !== 'd' || !weeks || !(together || weekly)) return [{ grain, from, to }];
  const parts: Part[] = [
    { grain, from, to: weeks.from },
    { grain: 'w', ...weeks },
    { grain, from: weeks.to, to },
  ];
  return parts.filter((part) => part.from < part.to);
}

/** Every combination of a value of each, as slices write it. */
const combine = (lists: string[][]): string[] =>
  lists
    .reduce<string[][]>((made, list) => made.flatMap((before) => list.map((value) => [...before, value])), [[]])
    .map((values) => values.join(parting));

const kinds = {
  conversations: {
    table: '"ConversationFact"',
    at: 'f."cameAt"',
    columns: conversationColumns,
    spreads: conversationSpreads,
  },
  turns: { table: '"TurnFact"', at: 'f.at', columns: turnColumns, spreads: turnSpreads },
  people: { table: '"PersonFact"', at: 'f."cameAt"', columns: personColumns, spreads: personSpreads },
} as const;

/** The place of the bucket that a moment falls into: width_bucket counts the beginnings that are not after it. */
const bucketOf = ({ together }: Wanted, { starts }: Span, at: string): Prisma.Sql =>
  together ? Prisma.sql`0` : Prisma.sql`width_bucket(${Prisma.raw(at)}, ${listed(starts)}::timestamptz[]) - 1`;

/** As one text, made once for each plan: the driver writes moments one by one. */
const texts = new WeakMap<readonly Date[], string>();
function listed(starts: readonly Date[]): string {
  const known = texts.get(starts) ?? `{${starts.map((at) => at.toISOString()).join(',')}}`;
  texts.set(starts, known);
  return known;
}

function readFacts(wanted: Wanted): [Prisma.Sql, Prisma.Sql] {
  const asked = [...wanted.about].map((about) => kinds[about]);
  const value = wanted.by ? Prisma.raw(`coalesce(${columnOf[wanted.by]}, '')`) : Prisma.sql`''`;
  const place = (span: Span, at: number, time: string) =>
    Prisma.sql`${at}::int AS span, ${bucketOf(wanted, span, time)} AS bucket, ${value} AS value`;
  const sums = wanted.spans.flatMap((span, at) =>
    asked.map(({ table, at: time, columns }) => {
      const own = wanted.columns.map((name) =>
        name in columns ? `coalesce(sum(${(columns as Record<string, string>)[name]}), 0)::int8` : '0',
      );
      return Prisma.sql`SELECT ${place(span, at, time)}, array_to_string(ARRAY[${Prisma.raw(own.join(', '))}], ',') AS numbers
        FROM ${Prisma.raw(table)} f WHERE ${whereFact({ ...span, filters: wanted.filters }, time)} GROUP BY 1, 2, 3`;
    }),
  );
  const spreads = wanted.spans.flatMap((span, at) =>
    asked.flatMap(({ table, at: time, spreads: own }) => {
      const named = Object.entries(own).filter(([name]) => wanted.spreads.includes(name as SpreadName));
      if (named.length === 0) return [];
      const rows = Prisma.raw(named.map(([name, ms]) => `('${name}', ${binSql(name, ms)}, ${ms})`).join(', '));
      return Prisma.sql`SELECT ${place(span, at, time)}, spread.measure, spread.bin, count(*)::int AS n
        FROM ${Prisma.raw(table)} f CROSS JOIN LATERAL (VALUES ${rows}) AS spread(measure, bin, ms)
        WHERE ${whereFact({ ...span, filters: wanted.filters }, time)} AND spread.ms IS NOT NULL GROUP BY 1, 2, 3, 4, 5`;
    }),
  );
  return [
    Prisma.join(sums, ' UNION ALL '),
    spreads.length === 0
      ? Prisma.sql`SELECT`
      : Prisma.sql`SELECT span, bucket, value, measure, string_agg((n * ${perBin} + bin)::text, ',') AS bins
          FROM (${Prisma.join(spreads, ' UNION ALL ')}) spread GROUP BY 1, 2, 3, 4`,
  ];
}

/** A filter of what is not known is an empty text. */
export function whereFact({ from, to, filters }: { from: Date; to: Date; filters: Filters }, at: string): Prisma.Sql {
  const time = Prisma.raw(at);
  const narrowed = (Object.entries(filters) as [Dimension, string[] | undefined][]).flatMap(([dimension, values]) => {
    if (!values) return [];
    const known = values.filter((value) => value !== '');
    const isId = dimension === 'team' || dimension === 'agent';
    const column = Prisma.raw(isId ? columnOf[dimension].replace('::text', '') : columnOf[dimension]);
    const fits = Prisma.sql`${column} = ANY(${known}${Prisma.raw(isId ? '::uuid[]' : '::text[]')})`;
    return known.length < values.length ? Prisma.sql`(${fits} OR ${column} IS NULL OR ${column}::text = '')` : fits;
  });
  return Prisma.join([Prisma.sql`${time} >= ${from} AND ${time} < ${to}`, ...narrowed], ' AND ');
}
