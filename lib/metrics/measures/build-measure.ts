import { type Column, conversationColumns, personColumns, type SpreadName, type Sums, turnColumns } from '../columns';
import type { MeasureDefinition } from '../metric.schema';
import { countOf, quantileOf, type Spread } from '../spread';

/** What a figure is computed from. `platformMicros`: what the platform costs in that time; null where it is shared with what a filter leaves out. */
export type Counted = { sums: Sums; spreads: Partial<Record<SpreadName, Spread>>; platformMicros: number | null };

/** Whose facts it is computed from. */
export type About = 'conversations' | 'turns' | 'people';

export type Measure = Omit<MeasureDefinition, 'target'> & {
  about: About;
  /** Grows with the time it is counted over: of half a month it is half. */
  adds: boolean;
  value(counted: Counted): number | null;
  /** How many it was measured on. */
  n(counted: Counted): number;
  /** The sums and spreads it is computed from: nothing else is read for it. */
  columns: readonly Column[];
  spreads: readonly SpreadName[];
  /** The facts that are counted in it, and those it is measured on, as SQL over a fact `f`. */
  counts: string;
  of: string;
};

export type Named = Pick<Measure, 'key' | 'name' | 'says' | 'better'>;
export type Of = Column | readonly [Column, ...Column[]];

const columnsOf = { ...conversationColumns, ...turnColumns, ...personColumns } as Record<Column, string>;
const aboutOf = (column: Column): About =>
  column in conversationColumns ? 'conversations' : column in turnColumns ? 'turns' : 'people';
const listed = (of: Of): readonly Column[] => (typeof of === 'string' ? [of] : of);
export const add = (sums: Sums, of: Of): number => listed(of).reduce((sum, column) => sum + (sums[column] ?? 0), 0);
export const among = (of: Of): string =>
  listed(of)
    .map((column) => `(${columnsOf[column]}) > 0`)
    .join(' OR ');
export const per = (sum: number, count: number): number | null => (count > 0 ? sum / count : null);

export const count = (named: Named, of: Of): Measure => ({
  ...named,
  about: aboutOf(listed(of)[0]!),
  adds: true,
  unit: 'count',
  value: ({ sums }) => add(sums, of),
  n: ({ sums }) => add(sums, of),
  columns: listed(of),
  spreads: [],
  counts: among(of),
  of: among(of),
});

export const share = (named: Named, part: Of, whole: Of): Measure => ({
  ...named,
  about: aboutOf(listed(part)[0]!),
  adds: false,
  unit: 'share',
  value: ({ sums }) => per(add(sums, part), add(sums, whole)),
  n: ({ sums }) => add(sums, whole),
  columns: [...listed(part), ...listed(whole)],
  spreads: [],
  counts: `(${among(part)}) AND (${among(whole)})`,
  of: among(whole),
});

export const mean = (named: Named, unit: 'milliseconds' | 'micros', sum: Of, whole: Of): Measure => ({
  ...share(named, sum, whole),
  unit,
});

export const money = (named: Named, sum: Of): Measure => ({
  ...count(named, sum),
  unit: 'micros',
});

export const quantile = (
  named: Named,
  rank: number,
  spreads: readonly SpreadName[],
  of: string,
  about: About,
): Measure => ({
  ...named,
  about,
  adds: false,
  unit: 'milliseconds',
  value: (counted) => quantileOf(spreadsOf(counted, spreads), rank),
  n: (counted) => countOf(spreadsOf(counted, spreads)),
  columns: [],
  spreads,
  counts: of,
  of,
});

export const spreadsOf = ({ spreads }: Counted, names: readonly SpreadName[]): Spread[] =>
  names.flatMap((name) => (spreads[name] ? [spreads[name]] : []));

export const say = (key: string, name: string, better: 'up' | 'down' | null, says: string): Named => ({
  key,
  name,
  better,
  says,
});

/** The median and the time nine in ten stay below. */
export const times = (named: Named, spreads: readonly SpreadName[], of: string, about: About): Measure[] => [
  quantile({ ...named, name: `${named.name}, median` }, 0.5, spreads, of, about),
  quantile(
    {
      ...named,
      key: `${named.key}_p90`,
      name: `${named.name}, 90th percentile`,
      says: `Nine in ten stay below it. ${named.says}`,
    },
    0.9,
    spreads,
    of,
    about,
  ),
];

export const has = (column: string) => `f."${column}" IS NOT NULL`;
/** Two sums, one less the other, such as what people had a part in: all less what the assistant did alone. */
export const apart = (
  named: Named,
  part: [Column, Column],
  whole: [Column, Column],
  counts: string,
  of: string,
): Measure => ({
  ...named,
  about: 'conversations',
  adds: false,
  unit: 'share',
  value: ({ sums }) => per(less(sums, part), less(sums, whole)),
  n: ({ sums }) => less(sums, whole),
  columns: [...part, ...whole],
  spreads: [],
  counts,
  of,
});
const less = (sums: Sums, [all, alone]: [Column, Column]) => (sums[all] ?? 0) - (sums[alone] ?? 0);
/** What people had a part in, over a fact `f`. */
export const withPeople = 'f."peopleTookPart"';
