'use client';

import { ContextSection } from '@/components/inbox/context-section';
import { useNow } from '@/components/ui/use-now';
import { formatClockSeconds, formatMoment } from '@/lib/format/format-time';
import type { LifeStep } from '@/lib/tools/ledger.schema';

const names: Record<LifeStep['name'], string> = {
  proposed: 'Asked for',
  denied: 'Denied by a rule',
  agreed: 'Agreed',
  refused: 'Refused',
  approved: 'Approved',
  expired: 'Ran out of time',
  waits: 'Waits for approval',
  started: 'Started',
  succeeded: 'Done',
  failed: 'Failed',
  unknown: 'Nobody knows whether it happened',
  taken_back: 'Taken back',
};

const tones: Partial<Record<LifeStep['name'], string>> = {
  denied: 'bg-danger',
  refused: 'bg-danger',
  expired: 'bg-danger',
  failed: 'bg-danger',
  waits: 'bg-attention',
  unknown: 'bg-attention',
  succeeded: 'bg-solved',
};

/** What became of it, step by step. */
export function ActionLife({ life }: { life: LifeStep[] }) {
  const now = useNow();
  return (
    <ContextSection name="Life" title="What became of it">
      <ol className="relative flex flex-col gap-2">
        <span aria-hidden className="absolute top-2.5 bottom-2.5 left-[3px] w-px bg-line" />
        {life.map((step) => (
          <li key={`${step.name} ${step.at} ${step.by}`} className="relative grid grid-cols-[7px_1fr_auto] gap-x-2.5">
            <span
              aria-hidden
              className={`mt-[7px] size-[7px] rounded-full shadow-[0_0_0_2px_var(--canvas)] ${tones[step.name] ?? 'bg-ink-3'}`}
            />
            <span className="min-w-0 text-pretty">
              {names[step.name]}
              {step.by && <span className="text-ink-2"> by {step.by}</span>}
              {step.name === 'proposed' && !step.by && <span className="text-ink-2"> by the assistant</span>}
              {step.says && <span className="block text-meta text-ink-3">{step.says}</span>}
            </span>
            <span className="text-meta leading-5 whitespace-nowrap text-ink-3 tabular-nums">
              {now > 0 &&
                step.at &&
                (step.name === 'waits' ? `until ${formatMoment(step.at, now)}` : said(step.at, now))}
            </span>
          </li>
        ))}
      </ol>
    </ContextSection>
  );
}

/** To the second on the day it was: steps follow each other closely. */
const said = (at: string, now: number): string =>
  now - Date.parse(at) < 12 * 3_600_000 ? formatClockSeconds(at) : formatMoment(at, now);
