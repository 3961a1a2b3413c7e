'use client';

import { useRouter } from 'next/navigation';
import { Line, LineChart } from 'recharts';
import { type FigureUnit, formatFigure } from '@/lib/format/format-figure';
import { formatTick, lineLook, Plot, PlotAxes, PlotMark, PlotTooltip, pickTicks, plotMargin } from './plot';
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
  const names = [
    ...(last ? [{ text: name, value: last.value!, look: 'strong' as const }] : []),
    ...(before && previousName ? [{ text: previousName, value: before.previous! }] : []),
    ...(target === null ? [] : [{ text: 'Target', value: target }]),
  ];
  return (
    <Plot label={label} height={height} ticks={ticks} names={names}>
      <LineChart
        data={rows}
        margin={plotMargin}
        accessibilityLayer={false}
        onClick={({ activeTooltipIndex }) => {
          const href = points[Number(activeTooltipIndex)]?.href;
          if (href) router.push(href);
        }}
      >
        <PlotAxes
          x={{
            key: 'at',
            to: Math.max(1, points.length - 1),
            ticks: pickTicks(rows.map(({ at }) => at)),
            say: (at) => points[at]?.label ?? '',
          }}
          y={{ ticks, say: (value) => formatTick(unit, value) }}
        />
        <PlotTooltip
          across="line"
          tell={(at) => {
            const point = points[at];
            return (
              point && {
                title: point.title ?? point.label,
                lines: [
                  {
                    name: point.n === undefined ? name : `${name}, of ${point.n.toLocaleString('en')}`,
                    says: formatFigure(unit, point.value),
                  },
                  ...(previousName ? [{ name: previousName, says: formatFigure(unit, point.previous ?? null) }] : []),
                ],
              }
            );
          }}
        />
        {target !== null && <PlotMark at={target} />}
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
          {...lineLook(
            stroke,
            last?.at,
            points.some(({ href }) => href),
          )}
        />
      </LineChart>
    </Plot>
  );
}
