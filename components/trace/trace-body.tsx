'use client';

import { useState } from 'react';
import { formatMicros } from '@/lib/format/format-micros';
import { formatClockSeconds, formatLongDay } from '@/lib/format/format-time';
import type { TurnTrace } from '@/lib/pipeline/turn.schema';
import { Decisions } from './decisions';
import { ModelCalls } from './model-calls';
import { StageTable } from './stage-table';
import { StepDetail } from './step-detail';
import { ToolCalls } from './tool-calls';

const places = [
  ['here', 'bg-chart-previous'],
  ['other systems', 'bg-chart-4'],
  ['model', 'bg-chart-2'],
] as const;

export function TraceBody({ trace, now }: { trace: TurnTrace; now: number }) {
  // The step that took longest is what one most likely came for.
  const longest = trace.steps.reduce((most, step) => Math.max(most, step.tookMs), 0);
  const [chosen, setChosen] = useState<number | null>(null);
  const step =
    trace.steps.find(({ position }) => position === chosen) ??
    trace.steps.find(({ stage }) => trace.calls.length > 0 && isActing(stage)) ??
    trace.steps.find(({ tookMs }) => tookMs === longest);
  const acting = step ? isActing(step.stage) : false;
  return (
    <>
      <div className="px-6 pt-5 pb-3 max-pane:px-4">
        <h1 className="text-title font-strong tracking-(--tracking-title) text-balance">{trace.headline}</h1>
        <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1">
          <p className="min-w-0 flex-1 basis-80 text-ink-2">
            “{trace.asked}”{' '}
            {now > 0 && `${formatLongDay(trace.startedAt).split(', ')[1]}, ${formatClockSeconds(trace.startedAt)}.`}
            {trace.costMicros > 0 && ` ${formatMicros(trace.costMicros)}.`}
          </p>
          <ul aria-label="Where time went" className="flex gap-4 text-meta text-ink-2">
            {places.map(([name, colour]) => (
              <li key={name} className="flex items-center gap-1.5">
                <span aria-hidden className={`size-2 rounded-[2px] ${colour}`} />
                {name}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <StageTable trace={trace} chosen={step?.position ?? null} onChoose={setChosen} />
      {step && (
        <section aria-label={`${step.position} ${step.stage}`} className="px-6 pt-5 max-pane:px-4">
          <h2 className="font-strong">
            {step.position} {step.stage}
            {acting ? ': what it asked other systems to do' : ': what it saw and gave'}
          </h2>
          {acting && trace.calls.length > 0 && <ToolCalls calls={trace.calls} />}
          <StepDetail step={step} folded={acting && trace.calls.length > 0} />
        </section>
      )}
      {trace.modelCalls.length > 0 && <ModelCalls calls={trace.modelCalls} />}
      <Decisions decisions={trace.decisions} />
    </>
  );
}

/** The stage whose calls are listed under it: acting may be a stage of its own or share one with planning. */
function isActing(stage: string): boolean {
  return /\bact\b/i.test(stage);
}
