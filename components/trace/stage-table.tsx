'use client';

import { join } from '@/components/ui/join';
import { formatTook } from '@/lib/format/format-time';
import type { StepView, TurnTrace } from '@/lib/pipeline/turn.schema';
import { chooseTicks, nameTick } from './choose-ticks';

const colours: Record<StepView['place'], string> = {
  here: 'bg-chart-previous',
  other: 'bg-chart-4',
  model: 'bg-chart-2',
};

type Props = { trace: TurnTrace; chosen: number | null; onChoose: (position: number) => void };

/** Stages under each other, each with the time it began and took as a bar on one scale. */
export function StageTable({ trace, chosen, onChoose }: Props) {
  const span = Math.max(trace.tookMs ?? 0, ...trace.steps.map(({ startedMs, tookMs }) => startedMs + tookMs), 1);
  const ticks = chooseTicks(span);
  const percent = (ms: number) => `${(ms / span) * 100}%`;
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">Stages of this turn</caption>
      <thead>
        <tr className="h-8 border-b border-line text-left text-meta text-ink-3">
          <th className="w-[52px] pl-6 font-medium max-pane:w-9 max-pane:pl-4">
            <span className="sr-only">Number</span>
          </th>
          <th className="w-[120px] font-medium">Stage</th>
          <th className="font-medium">What it gave</th>
          <th className="w-[27%] font-text max-pane:hidden">
            <span className="relative block h-8 leading-8">
              <span>0</span>
              {ticks.map((tick) => (
                <span key={tick} className="absolute whitespace-nowrap pl-1" style={{ left: percent(tick) }}>
                  {nameTick(tick)}
                </span>
              ))}
            </span>
          </th>
          <th className="w-[88px] pr-6 text-right font-medium max-pane:pr-4">Took</th>
        </tr>
      </thead>
      <tbody>
        {trace.steps.map((step) => {
          const on = step.position === chosen;
          return (
            <tr
              key={step.position}
              onClick={() => onChoose(step.position)}
              className={join('relative h-[35px] border-b border-line', on ? 'bg-selected' : 'hover:bg-hover')}
            >
              <td className="relative pl-6 text-meta text-ink-3 tabular-nums max-pane:pl-4">
                {on && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
                {step.position}
              </td>
              <td>
                <button
                  type="button"
                  aria-pressed={on}
                  onClick={() => onChoose(step.position)}
                  className="rounded-corner-small font-medium whitespace-nowrap"
                >
                  {step.stage}
                </button>
              </td>
              <td className="truncate pr-4 text-ink-2" title={step.summary}>
                {step.summary}
              </td>
              <td className="max-pane:hidden">
                <span aria-hidden className="relative block h-[35px]">
                  {ticks.map((tick) => (
                    <span
                      key={tick}
                      className="absolute inset-y-0 w-px bg-chart-grid"
                      style={{ left: percent(tick) }}
                    />
                  ))}
                  <span
                    className={join('absolute top-[13px] h-2 min-w-[3px] rounded-[2px]', colours[step.place])}
                    style={{ left: percent(step.startedMs), width: percent(step.tookMs) }}
                  />
                </span>
              </td>
              <td className="pr-6 text-right text-ink-2 tabular-nums max-pane:pr-4">{formatTook(step.tookMs)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
