'use client';

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { axisText, EndLabels, PlotTip, pickTicks, plot } from '@/components/metrics/plot';
import { formatDay } from '@/lib/format/format-time';
import type { LevelView } from '@/lib/levels/level.schema';

type Props = { level: LevelView; height?: number; onDay: (day: string) => void };

/** Overspent by more than the whole budget all lines look alike: below this they are cut. */
const lowest = -1;

/** What was left of the budget at the end of each day, from all of it down to nothing and below. A press on a day shows what spent it. */
export function BurnChart({ level, height = 132, onDay }: Props) {
  const points = level.days.map(({ day, left, good, total }, at) => ({
    ...{ at, day, good, total, left },
    shown: left === null ? null : Math.max(lowest, left),
  }));
  const spent = points.some(({ shown }) => shown !== null && shown < 0);
  const ticks = spent ? [lowest, 0, 1] : [0, 0.5, 1];
  const last = points.findLast(({ shown }) => shown !== null);
  const label = (day: string) => formatDay(`${day}T12:00:00Z`, Date.parse(`${day}T12:00:00Z`), 'UTC');
  const stroke = level.budget.left !== null && level.budget.left <= 0 ? 'var(--danger)' : 'var(--chart-1)';
  return (
    <figure
      aria-label={`${level.name}: what was left of the budget, day by day`}
      className="relative"
      style={{ height }}
    >
      <div aria-hidden className="h-full">
        <ResponsiveContainer width="100%" height="100%">
          <LineChart
            data={points}
            margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            onClick={({ activeTooltipIndex }) => {
              const point = points[Number(activeTooltipIndex)];
              if (point && point.total > point.good) onDay(point.day);
            }}
          >
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis
              dataKey="at"
              type="number"
              domain={[0, Math.max(1, points.length - 1)]}
              height={plot.bottom}
              ticks={pickTicks(points.map(({ at }) => at))}
              tickFormatter={(at: number) => (points[at] ? label(points[at].day) : '')}
              tick={axisText}
              axisLine={false}
              tickLine={false}
              interval={0}
            />
            <YAxis
              domain={[ticks[0]!, 1]}
              ticks={ticks}
              tickFormatter={(value: number) => `${value < 0 ? '−' : ''}${Math.abs(value) * 100}%`}
              width={48}
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
                    title={label(point.day)}
                    lines={[
                      { name: 'Left', says: point.left === null ? '–' : `${Math.round(point.left * 100)}%` },
                      { name: 'Bad', says: `${point.total - point.good} of ${point.total}` },
                    ]}
                  />
                );
              }}
            />
            <ReferenceLine y={0} stroke="var(--chart-target)" strokeDasharray="2.5 3" strokeWidth={1} />
            <Line
              dataKey="shown"
              type="stepAfter"
              stroke={stroke}
              strokeWidth={2}
              isAnimationActive={false}
              connectNulls
              activeDot={{ r: 3.5, stroke: 'var(--surface)', strokeWidth: 1.5, fill: stroke, cursor: 'pointer' }}
              dot={({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) =>
                index === last?.at ? <circle key="last" cx={cx} cy={cy} r={3} fill={stroke} /> : <g key={index} />
              }
            />
          </LineChart>
        </ResponsiveContainer>
        <EndLabels
          ticks={ticks}
          height={height}
          labels={[
            ...(last ? [{ text: 'Left', value: last.shown!, look: 'strong' as const }] : []),
            { text: 'Spent', value: 0 },
          ]}
        />
      </div>
    </figure>
  );
}
