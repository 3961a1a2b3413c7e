'use client';

import { useRouter } from 'next/navigation';
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type FigureUnit, formatFigure } from '@/lib/format/format-figure';
import { axisText, axisWidth, EndLabels, formatTick, PlotTip, pickTicks, plot } from './plot';
import { chooseTicks } from './scale';

export type TrendPoint = {
  /** On the axis. */
  label: string;
  /** Beside the pointer, where it says more. */
  title?: string;
  value: number | null;
  previous?: number | null;
  /** How many it was measured on. */
  n?: number;
  href?: string;
};

type Props = {
  /** What those hear who do not see it; the numbers are in the table view. */
  label: string;
  points: readonly TrendPoint[];
  unit: FigureUnit;
  name: string;
  previousName?: string;
  target?: number | null;
  tone?: 'people' | 'assistant';
  /** The axis begins at nothing. */
  zero?: boolean;
  height?: number;
};

/** One figure over time beside the period before, with its target: names at the end of the lines, a press opens what is behind a point. */
export function TrendChart({
  label,
  points,
  unit,
  name,
  previousName,
  target = null,
  tone = 'people',
  zero,
  height = 192,
}: Props) {
  const router = useRouter();
  const rows = points.map((point, at) => ({ ...point, at }));
  const ticks = chooseTicks([...points.flatMap(({ value, previous = null }) => [value, previous]), target], {
    zero,
    time: unit === 'milliseconds',
    ...(unit === 'share' ? { most: 1 } : {}),
  });
  const stroke = tone === 'assistant' ? 'var(--chart-2)' : 'var(--chart-1)';
  const last = rows.findLast(({ value }) => value !== null);
  const before = rows.findLast(({ previous }) => previous !== null && previous !== undefined);
  const labels = [
    ...(last ? [{ text: name, value: last.value!, look: 'strong' as const }] : []),
    ...(before && previousName ? [{ text: previousName, value: before.previous! }] : []),
    ...(target === null ? [] : [{ text: 'Target', value: target }]),
  ];
  return (
    <figure aria-label={label} className="relative" style={{ height }}>
      <div aria-hidden className="h-full">
        <ResponsiveContainer width="100%" height="100%">
          <LineChart
            data={rows}
            margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            onClick={({ activeTooltipIndex }) => {
              const href = points[Number(activeTooltipIndex)]?.href;
              if (href) router.push(href);
            }}
          >
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis
              dataKey="at"
              type="number"
              domain={[0, Math.max(1, points.length - 1)]}
              height={plot.bottom}
              ticks={pickTicks(rows.map(({ at }) => at))}
              tickFormatter={(at: number) => points[at]?.label ?? ''}
              tick={axisText}
              axisLine={false}
              tickLine={false}
              interval={0}
            />
            <YAxis
              domain={[ticks[0]!, ticks.at(-1)!]}
              ticks={ticks}
              tickFormatter={(value: number) => formatTick(unit, value)}
              width={axisWidth(unit, ticks)}
              tick={axisText}
              axisLine={false}
              tickLine={false}
              interval={0}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: 'var(--line-strong)' }}
              content={({ active, label: at }) => {
                const point = active ? points[Number(at)] : undefined;
                if (!point) return null;
                return (
                  <PlotTip
                    title={point.title ?? point.label}
                    lines={[
                      {
                        name: point.n === undefined ? name : `${name}, of ${point.n.toLocaleString('en')}`,
                        says: formatFigure(unit, point.value),
                      },
                      ...(previousName
                        ? [{ name: previousName, says: formatFigure(unit, point.previous ?? null) }]
                        : []),
                    ]}
                  />
                );
              }}
            />
            {target !== null && (
              <ReferenceLine y={target} stroke="var(--chart-target)" strokeDasharray="2.5 3" strokeWidth={1} />
            )}
            {previousName && (
              <Line
                dataKey="previous"
                stroke="var(--chart-previous)"
                strokeWidth={1.5}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
                connectNulls
              />
            )}
            <Line
              dataKey="value"
              stroke={stroke}
              strokeWidth={2}
              isAnimationActive={false}
              connectNulls
              activeDot={{
                r: 3.5,
                stroke: 'var(--surface)',
                strokeWidth: 1.5,
                fill: stroke,
                cursor: points.some(({ href }) => href) ? 'pointer' : undefined,
              }}
              dot={({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) =>
                index === last?.at ? <circle key="last" cx={cx} cy={cy} r={3} fill={stroke} /> : <g key={index} />
              }
            />
          </LineChart>
        </ResponsiveContainer>
        <EndLabels labels={labels} ticks={ticks} height={height} />
      </div>
    </figure>
  );
}
