import type { FigureUnit } from '@/lib/format/format-figure';
import { formatFigure } from '@/lib/format/format-figure';
import { spreadLabels } from './scale';

/** Where a chart is drawn: room for the axis at the left and below, and for the names at the end of the lines. */
export const plot = { top: 8, bottom: 24, right: 84 } as const;

/** A step of an axis: 92%, $5, 2 min. */
export function formatTick(unit: FigureUnit, value: number): string {
  if (unit === 'share') return `${Number((value * 100).toFixed(2))}%`;
  if (unit === 'micros') return value === 0 ? '$0' : formatFigure('micros', value).replace(/\.00$/, '');
  if (unit === 'count' && !Number.isInteger(value)) return String(Number(value.toFixed(2)));
  return value === 0 ? '0' : formatFigure(unit, value);
}

/** How wide an axis is with these steps on it: their longest and a gap. */
export const axisWidth = (unit: FigureUnit, ticks: readonly number[]): number =>
  12 + 7.5 * Math.max(...ticks.map((tick) => formatTick(unit, tick).length));

/** Of many places on an axis the first, the last and as many evenly between as have room. */
export function pickTicks<T>(places: readonly T[], most = 4): T[] {
  if (places.length <= most) return [...places];
  const gaps = most - 1;
  return Array.from({ length: most }, (_, at) => places[Math.round((at * (places.length - 1)) / gaps)]!);
}

export type EndLabel = { text: string; value: number; look?: 'strong' | 'plain' };

/** Names at the end of what they name, moved apart where they would lie on each other. */
export function EndLabels({ labels, ticks, height }: { labels: EndLabel[]; ticks: number[]; height: number }) {
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

/** What stands beside the pointer. */
export function PlotTip({ title, lines }: { title: string; lines: { name: string; says: string }[] }) {
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

export const axisText = { fill: 'var(--ink-2)', fontSize: 12 } as const;
