'use client';

import { Line, LineChart } from 'recharts';
import { lineLook, Plot, PlotAxes, PlotMark, PlotTooltip, pickTicks, plotMargin } from '@/components/metrics/plot';
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
    <Plot
      label={`${level.name}: what was left of the budget, day by day`}
      height={height}
      ticks={ticks}
      names={[
        ...(last ? [{ text: 'Left', value: last.shown!, look: 'strong' as const }] : []),
        { text: 'Spent', value: 0 },
      ]}
    >
      <LineChart
        data={points}
        margin={plotMargin}
        accessibilityLayer={false}
        onClick={({ activeTooltipIndex }) => {
          const point = points[Number(activeTooltipIndex)];
          if (point && point.total > point.good) onDay(point.day);
        }}
      >
        <PlotAxes
          x={{
            key: 'at',
            to: Math.max(1, points.length - 1),
            ticks: pickTicks(points.map(({ at }) => at)),
            say: (at) => (points[at] ? label(points[at].day) : ''),
          }}
          y={{ ticks, say: (value) => `${value < 0 ? '−' : ''}${Math.abs(value) * 100}%` }}
        />
        <PlotTooltip
          across="line"
          tell={(at) => {
            const point = points[at];
            return (
              point && {
                title: label(point.day),
                lines: [
                  { name: 'Left', says: point.left === null ? '–' : `${Math.round(point.left * 100)}%` },
                  { name: 'Bad', says: `${point.total - point.good} of ${point.total}` },
                ],
              }
            );
          }}
        />
        <PlotMark at={0} />
        <Line dataKey="shown" type="stepAfter" {...lineLook(stroke, last?.at, true)} />
      </LineChart>
    </Plot>
  );
}
