'use client';

import { useRouter } from 'next/navigation';
import { Bar, BarChart } from 'recharts';
import { type FigureUnit, formatFigure } from '@/lib/format/format-figure';
import { formatTick, Plot, PlotAxes, PlotMark, PlotTooltip, pickTicks, plotMargin } from './plot';
import { chooseTicks } from './scale';

export type Stack = { label: string; title?: string; values: Record<string, number | null>; href?: string };
/** `colour`: a token, such as `--chart-2`. From the bottom up. */
export type StackSeries = { key: string; name: string; colour: string };

type Props = {
  label: string;
  stacks: readonly Stack[];
  series: readonly StackSeries[];
  unit: FigureUnit;
  target?: number | null;
  /** Shares of a whole: the axis ends at all of it. */
  whole?: boolean;
  height?: number;
};

/** Of the height of the axis: a part that is thinner is not seen, and its name would stand at nothing. */
const thinnest = 0.012;

/** Which bar the names stand at: the last of those that have the most parts, and are no mere beginning of a day or a week. */
function chooseNamed(stacks: readonly Stack[], series: readonly StackSeries[], least: number): Stack | undefined {
  const sized = stacks.map((stack) => ({
    stack,
    parts: series.filter(({ key }) => (stack.values[key] ?? 0) > least).length,
    sum: series.reduce((all, { key }) => all + (stack.values[key] ?? 0), 0),
  }));
  const middle = sized.map(({ sum }) => sum).sort((a, b) => a - b)[Math.floor(sized.length / 2)] ?? 0;
  const whole = sized.filter(({ sum }) => sum > 0 && sum >= middle / 2);
  const most = Math.max(0, ...whole.map(({ parts }) => parts));
  return whole.findLast(({ parts }) => parts === most)?.stack;
}

/** Parts of a sum over time, named beside the last bar; the target dashed. A press opens what is behind a bar. */
export function StackedBars({ label, stacks, series, unit, target = null, whole, height = 192 }: Props) {
  const router = useRouter();
  const rows = stacks.map(({ values, ...stack }, at) => ({ ...stack, ...values, at: String(at) }));
  const sum = (values: Stack['values']) => series.reduce((all, { key }) => all + (values[key] ?? 0), 0);
  const ticks = whole
    ? [0, 0.25, 0.5, 0.75, 1]
    : chooseTicks([...stacks.map(({ values }) => sum(values)), target], { zero: true, time: unit === 'milliseconds' });
  const least = ticks.at(-1)! * thinnest;
  const last = chooseNamed(stacks, series, least);
  let below = 0;
  const names = series.flatMap(({ key, name }) => {
    const value = last?.values[key] ?? 0;
    below += value;
    return value > least ? [{ text: name, value: below - value / 2 }] : [];
  });
  const labels = target === null ? names : [...names, { text: 'Target', value: target }];
  return (
    <Plot label={label} height={height} ticks={ticks} names={labels}>
      <BarChart
        data={rows}
        margin={plotMargin}
        barCategoryGap={stacks.length > 10 ? '4%' : '19%'}
        maxBarSize={28}
        accessibilityLayer={false}
        onClick={({ activeTooltipIndex }) => {
          const href = stacks[Number(activeTooltipIndex)]?.href;
          if (href) router.push(href);
        }}
      >
        <PlotAxes
          x={{
            key: 'at',
            ticks: pickTicks(
              rows.map(({ at }) => at),
              stacks.length > 6 ? 4 : 3,
            ),
            say: (at) => stacks[Number(at)]?.label ?? '',
          }}
          y={{ ticks, say: (value) => formatTick(unit, value) }}
        />
        <PlotTooltip
          across="band"
          tell={(at) => {
            const stack = stacks[at];
            return (
              stack && {
                title: stack.title ?? stack.label,
                lines: [
                  ...series
                    .toReversed()
                    .map(({ key, name }) => ({ name, says: formatFigure(unit, stack.values[key] ?? null) })),
                  ...(whole ? [] : [{ name: 'Together', says: formatFigure(unit, sum(stack.values)) }]),
                ],
              }
            );
          }}
        />
        {series.map(({ key, colour }) => (
          <Bar
            key={key}
            dataKey={key}
            stackId="all"
            fill={`var(${colour})`}
            stroke="var(--surface)"
            strokeWidth={1}
            radius={1.5}
            isAnimationActive={false}
            cursor={stacks.some(({ href }) => href) ? 'pointer' : undefined}
          />
        ))}
        {target !== null && <PlotMark at={target} />}
      </BarChart>
    </Plot>
  );
}
