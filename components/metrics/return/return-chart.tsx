'use client';

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { axisText, EndLabels, PlotTip, plot } from '@/components/metrics/plot';
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
  const labels = [
    { text: 'Expected', value: last.cumulative, look: 'strong' as const },
    { text: 'High', value: last.band[1] },
    { text: 'Low', value: last.band[0] },
  ];
  return (
    <figure aria-label="Return by month" className="relative" style={{ height }}>
      <div aria-hidden className="h-full">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={rows}
            margin={{ top: plot.top, right: plot.right, bottom: 0, left: 16 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis
              dataKey="month"
              type="number"
              domain={[0, months]}
              height={plot.bottom}
              ticks={[0, 1, 2, 3, 4].map((at) => (months / 4) * at)}
              tickFormatter={(month: number) => (month === 0 ? 'Start' : month === 12 ? '12 months' : String(month))}
              tick={axisText}
              axisLine={false}
              tickLine={false}
              interval={0}
            />
            <YAxis
              domain={[ticks[0]!, ticks.at(-1)!]}
              ticks={ticks}
              tickFormatter={shortDollars}
              width={12 + 7.5 * Math.max(...ticks.map((tick) => shortDollars(tick).length))}
              tick={axisText}
              axisLine={false}
              tickLine={false}
              interval={0}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--line-strong)' }}
              content={({ active, label }) => {
                const row = active ? rows[Number(label)] : undefined;
                return row ? (
                  <PlotTip
                    title={
                      row.month === 0 ? 'At the start' : `After ${row.month} ${row.month === 1 ? 'month' : 'months'}`
                    }
                    lines={[
                      { name: 'High', says: wholeDollars(row.band[1]) },
                      { name: 'Expected', says: wholeDollars(row.cumulative) },
                      { name: 'Low', says: wholeDollars(row.band[0]) },
                    ]}
                  />
                ) : null;
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
            <ReferenceLine y={0} stroke="var(--chart-target)" strokeDasharray="3 3" />
            <Line
              dataKey="cumulative"
              stroke="var(--chart-1)"
              strokeWidth={2}
              dot={false}
              activeDot={{ r: 3.5, stroke: 'var(--surface)', fill: 'var(--chart-1)' }}
              isAnimationActive={false}
            />
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
        </ResponsiveContainer>
      </div>
      <EndLabels labels={labels} ticks={ticks} height={height} />
    </figure>
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
