'use client';

import { useState } from 'react';
import { Segments } from '@/components/ui/segments';
import { Skeleton } from '@/components/ui/skeleton';
import { formatFigure } from '@/lib/format/format-figure';
import type { FilterKey } from '@/lib/format/metrics-place';
import { filterNames, nameValue } from '@/lib/format/name-value';
import { MetricTable, type TableCell } from './metric-table';
import { FiguresAwaited } from './metrics-page';
import { useMetrics, useMetricValues } from './queries';
import { useBehindHref } from './use-behind-href';

type Props = {
  title: string;
  measures: string[];
  by: readonly FilterKey[];
  /** Heads, where a measure's own name is too long. */
  heads?: Record<string, string>;
  /** After a measure stands on how many it was measured, under this head. */
  measuredOn?: Record<string, string>;
};

/** More values than these are narrowed down to by the filter. */
const shown = 40;

/** Measures for each value of a dimension, of one's choice; every number opens what is behind it. */
export function ByValueTable({ title, measures, by, heads = {}, measuredOn = {} }: Props) {
  const [chosen, setChosen] = useState<FilterKey>(by[0]!);
  const answer = useMetrics({ measures, by: chosen, compare: 'none' });
  const { data: values } = useMetricValues();
  const behind = useBehindHref();
  const choice = (
    <Segments
      label={title}
      options={by.map((key) => [key, filterNames[key].one] as const)}
      chosen={chosen}
      onChoose={setChosen}
    />
  );
  if (!answer.data)
    return (
      <FiguresAwaited query={answer} what="The table">
        {choice}
        <Skeleton className="mt-4 h-40 w-full" />
      </FiguresAwaited>
    );
  const { breakdown, measures: found } = answer.data;
  return (
    <MetricTable
      title={title}
      doing={<div className="max-w-full overflow-x-auto">{choice}</div>}
      heads={[
        filterNames[chosen].one,
        ...measures.flatMap((key) => [
          heads[key] ?? found[key]?.name ?? key,
          ...(measuredOn[key] ? [measuredOn[key]] : []),
        ]),
      ]}
      rows={(breakdown ?? []).slice(0, shown).map((row): TableCell[] => [
        nameValue(chosen, row.key, values),
        ...measures.flatMap((key): TableCell[] => {
          const total = row.measures[key]?.total ?? { value: null, n: 0 };
          const unit = found[key]?.unit ?? 'count';
          const filters = { [chosen]: [row.key] };
          const counted = unit === 'count' || unit === 'share' ? ('in' as const) : ('of' as const);
          const figure = {
            says: formatFigure(unit, total.value),
            value: total.value,
            href: behind({ measure: key, counted, filters }),
          };
          if (!measuredOn[key]) return [figure];
          const on = { says: formatFigure('count', total.n), value: total.n };
          return [figure, { ...on, href: behind({ measure: key, counted: 'of', filters }) }];
        }),
      ])}
    />
  );
}
