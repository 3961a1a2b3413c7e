import type { ReactElement } from 'react';
import { CartesianGrid, type Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { FigureUnit } from '@/lib/format/format-figure';
import { formatFigure } from '@/lib/format/format-figure';
import { spreadLabels } from './scale';

/** Where a chart is drawn: room for the axis below, and for the names at the end of the lines. */
const plot = { top: 8, bottom: 24, right: 84 } as const;
export const plotMargin = { top: plot.top, right: plot.right, bottom: 0, left: 0 } as const;
const axisLook = {
  tick: { fill: 'var(--ink-2)', fontSize: 12 },
  axisLine: false,
  tickLine: false,
  interval: 0,
} as const;

type PlotProps = {
  /** What those hear who do not see it; the numbers are in the table view. */
  label: string;
  height: number;
  /** Of the axis at the left, the lowest first: names are placed by them. */
  ticks: number[];
  names: EndLabel[];
  children: ReactElement;
};

/** A chart as large as there is room, with names at the end of what they name. */
export function Plot({ label, height, ticks, names, children }: PlotProps) {
  return (
    <figure aria-label={label} className="relative" style={{ height }}>
      <div aria-hidden className="h-full">
        <ResponsiveContainer width="100%" height="100%">
          {children}
        </ResponsiveContainer>
        <EndLabels labels={names} ticks={ticks} height={height} />
      </div>
    </figure>
  );
}

type PlotAxesProps<T extends string | number> = {
  /** Where along a place stands, which of them are named, and how. `to`: a line begins at 0 and ends there. */
  x: { key: string; ticks: T[]; say: (at: T) => string; to?: number };
  y: { ticks: number[]; say: (value: number) => string };
};

/** Both axes without a line of their own, and the lines across. */
export function PlotAxes<T extends string | number>({ x, y }: PlotAxesProps<T>) {
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        {...axisLook}
        dataKey={x.key}
        {...(x.to === undefined ? {} : { type: 'number' as const, domain: [0, x.to] })}
        height={plot.bottom}
        ticks={x.ticks}
        tickFormatter={x.say}
      />
      <YAxis
        {...axisLook}
        domain={[y.ticks[0]!, y.ticks.at(-1)!]}
        ticks={y.ticks}
        tickFormatter={y.say}
        width={12 + 7.5 * Math.max(...y.ticks.map((tick) => y.say(tick).length))}
      />
    </>
  );
}

type Told = { title: string; lines: { name: string; says: string }[] };

/** Beside the pointer: what is told of the place it is at. */
export function PlotTooltip({ across, tell }: { across: 'line' | 'band'; tell: (at: number) => Told | undefined }) {
  return (
    <Tooltip
      isAnimationActive={false}
      cursor={across === 'line' ? { stroke: 'var(--line-strong)' } : { fill: 'var(--hover)' }}
      content={({ active, label }) => {
        const told = active ? tell(Number(label)) : undefined;
        return told ? <PlotTip {...told} /> : null;
      }}
    />
  );
}

/** A dashed line across, such as a target. */
export function PlotMark({ at }: { at: number }) {
  return <ReferenceLine y={at} stroke="var(--chart-target)" strokeDasharray="2.5 3" strokeWidth={1} />;
}

/** How the line that matters looks: a dot where it ends, another under the pointer. `presses`: a press there leads somewhere. */
export function lineLook(stroke: string, last: number | undefined, presses = false) {
  return {
    stroke,
    strokeWidth: 2,
    isAnimationActive: false,
    connectNulls: true,
    activeDot: {
      ...{ r: 3.5, stroke: 'var(--surface)', strokeWidth: 1.5, fill: stroke },
      ...(presses ? { cursor: 'pointer' } : {}),
    },
    dot: ({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) =>
      index === last ? <circle key="last" cx={cx} cy={cy} r={3} fill={stroke} /> : <g key={index} />,
  } satisfies Partial<React.ComponentProps<typeof Line>>;
}

/** A step of an axis: 92%, $5, 2 min. */
export function formatTick(unit: FigureUnit, value: number): string {
  if (unit === 'share') return `${Number((value * 100).toFixed(2))}%`;
  if (unit === 'micros') return value === 0 ? '$0' : formatFigure('micros', value).replace(/\.00$/, '');
  if (unit === 'count' && !Number.isInteger(value)) return String(Number(value.toFixed(2)));
  return value === 0 ? '0' : formatFigure(unit, value);
}

/** Of many places on an axis the first, the last and as many evenly between as have room. */
export function pickTicks<T>(places: readonly T[], most = 4): T[] {
  if (places.length <= most) return [...places];
  const gaps = most - 1;
  return Array.from({ length: most }, (_, at) => places[Math.round((at * (places.length - 1)) / gaps)]!);
}

export type EndLabel = { text: string; value: number; look?: 'strong' | 'plain' };

/** Names at the end of what they name, moved apart where they would lie on each other. */
function EndLabels({ labels, ticks, height }: { labels: EndLabel[]; ticks: number[]; height: number }) {
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const inner = height - plot.top - plot.bottom;
  const tops = labels.map(({ value }) => plot.top + (1 - (value - low) / (high - low)) * inner - 8);
  const placed = spreadLabels(tops, 15, height - plot.bottom + 12);
  return labels.map(({ text, look }, at) => (
    <span
      key={text}
      style={{ top: placed[at], left: `calc(100% - ${plot.right - 8}px)` }}
      className={`absolute text-meta whitespace-nowrap ${look === 'strong' ? 'font-medium text-ink-1' : 'text-ink-2'}`}
    >
      {text}
    </span>
  ));
}

function PlotTip({ title, lines }: Told) {
  return (
    <div className="rounded-corner bg-raised px-2.5 py-1.5 text-meta shadow-float">
      <p className="font-medium text-ink-1">{title}</p>
      {lines.map(({ name, says }) => (
        <p key={name} className="flex gap-3 text-ink-2 tabular-nums">
          <span className="flex-1">{name}</span>
          {says}
        </p>
      ))}
    </div>
  );
}
