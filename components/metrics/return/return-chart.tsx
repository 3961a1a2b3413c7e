'use client';

import { Area, ComposedChart, Line, ReferenceDot } from 'recharts';
import { lineLook, Plot, PlotAxes, PlotMark, PlotTooltip, plotMargin } from '@/components/metrics/plot';
import { chooseTicks } from '@/components/metrics/scale';
import type { Return } from './compute-return';
import { wholeDollars } from './say-return';

type Props = { low: Return; expected: Return; high: Return };

const height = 288;

/** What is back by the end of each month: expected as a line, the cautious and the hopeful end as a band, the day it is paid marked. */
export function ReturnChart({ low, expected, high }: Props) {
  const rows = expected.points.map(({ month, cumulative }, at) => {
    const ends = [low.points[at]!.cumulative, high.points[at]!.cumulative];
    return { month, cumulative, band: [Math.min(...ends), Math.max(...ends)] as [number, number] };
  });
  const ticks = chooseTicks([0, ...rows.flatMap(({ band }) => band), ...rows.map(({ cumulative }) => cumulative)]);
  const last = rows.at(-1)!;
  const months = last.month;
  const { breakEven } = expected;
  const names = [
    { text: 'Expected', value: last.cumulative, look: 'strong' as const },
    { text: 'High', value: last.band[1] },
    { text: 'Low', value: last.band[0] },
  ];
  return (
    <Plot label="Return by month" height={height} ticks={ticks} names={names}>
      <ComposedChart data={rows} margin={{ ...plotMargin, left: 16 }} accessibilityLayer={false}>
        <PlotAxes
          x={{
            key: 'month',
            to: months,
            ticks: [0, 1, 2, 3, 4].map((at) => (months / 4) * at),
            say: (month) => (month === 0 ? 'Start' : month === 12 ? '12 months' : String(month)),
          }}
          y={{ ticks, say: shortDollars }}
        />
        <PlotTooltip
          across="line"
          tell={(month) => {
            const row = rows[month];
            return (
              row && {
                title: month === 0 ? 'At the start' : `After ${month} ${month === 1 ? 'month' : 'months'}`,
                lines: [
                  { name: 'High', says: wholeDollars(row.band[1]) },
                  { name: 'Expected', says: wholeDollars(row.cumulative) },
                  { name: 'Low', says: wholeDollars(row.band[0]) },
                ],
              }
            );
          }}
        />
        <Area
          dataKey="band"
          stroke="none"
          fill="var(--chart-1)"
          fillOpacity={0.14}
          isAnimationActive={false}
          activeDot={false}
        />
        <PlotMark at={0} />
        <Line dataKey="cumulative" {...lineLook('var(--chart-1)', months)} />
        {breakEven !== null && breakEven > 0 && breakEven <= months && (
          <ReferenceDot
            x={breakEven}
            y={0}
            r={4}
            fill="var(--surface)"
            stroke="var(--chart-1)"
            strokeWidth={2}
            label={{
              value: 'Paid back',
              position: 'top',
              offset: 10,
              fill: 'var(--ink-1)',
              fontSize: 12,
              fontWeight: 520,
            }}
          />
        )}
      </ComposedChart>
    </Plot>
  );
}

/** On an axis: $1.5M, −$20k. */
export function shortDollars(value: number): string {
  const size = Math.abs(value);
  const text =
    size >= 1e6
      ? `${Number((size / 1e6).toFixed(2))}M`
      : size >= 1_000
        ? `${Number((size / 1_000).toFixed(1))}k`
        : String(Number(size.toFixed(0)));
  return `${value < 0 ? '−' : ''}$${text}`;
}
