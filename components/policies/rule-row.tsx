'use client';

import { CelText } from '@/components/definitions/cel-text';
import { join } from '@/components/ui/join';
import type { PolicyFinding } from '@/lib/governance/policy-view.schema';
import { FindingList } from './cel-field';
import type { RuleChange } from './compare-policies';
import { EffectBadge } from './policy-words';

type Props = {
  number: number;
  change: RuleChange;
  sentence: string;
  findings: PolicyFinding[];
  onOpen?: () => void;
};

export const rowGrid =
  'grid grid-cols-[30px_74px_minmax(0,1fr)_auto] gap-x-0 px-6 max-pane:grid-cols-[24px_minmax(0,1fr)_auto] max-pane:px-4';

/** A rule as it is read: what it does, in plain words, and the expression under it; changed lines as − and +. */
export function RuleRow({ number, change, sentence, findings, onOpen }: Props) {
  const { rule } = change;
  const inside = (
    <>
      <span className="text-ink-3 tabular-nums">
        {onOpen && <span className="sr-only">Edit rule </span>}
        {number}
      </span>
      <span className="max-pane:col-span-2">
        <EffectBadge effect={rule.effect} />
        {change.kind === 'added' && <span className="ml-2 text-meta text-accent-text desk:hidden">new</span>}
      </span>
      <span className="min-w-0 max-pane:col-span-2 max-pane:col-start-2 max-pane:mt-1">
        <span className="block font-strong text-pretty">{sentence}</span>
        <RuleLines change={change} />
      </span>
      <span className="max-w-44 truncate pl-4 text-meta leading-5! text-ink-3 max-pane:hidden">{rule.name}</span>
    </>
  );
  const row = join(rowGrid, 'w-full py-3 text-left');
  return (
    <>
      {onOpen ? (
        <button type="button" onClick={onOpen} className={join(row, 'focus-inside hover:bg-hover')}>
          {inside}
        </button>
      ) : (
        <div className={row}>{inside}</div>
      )}
      {findings.length > 0 && (
        <div className="-mt-2 pr-6 pb-3 pl-[128px] max-pane:px-4">
          <FindingList findings={findings} />
        </div>
      )}
    </>
  );
}

/** The expression, against the one in force where they differ. */
export function RuleLines({ change: { kind, rule, before } }: { change: RuleChange }) {
  if (kind === 'same' || (before && before.when === rule.when))
    return <CelText cel={rule.when} className="mt-0.5 block leading-5!" />;
  return (
    <span className="mt-1 -ml-2 block">
      {before && <Line sign="−" says="was" cel={before.when} className="bg-danger-tint text-danger-text" />}
      <Line
        sign="+"
        says={before ? 'becomes' : 'new'}
        cel={rule.when}
        className={join('bg-solved-tint text-solved-text', before && 'mt-px')}
      />
    </span>
  );
}

function Line({ sign, says, cel, className }: { sign: string; says: string; cel: string; className: string }) {
  return (
    <span className={join('flex gap-2 px-2 py-[3px]', className)}>
      <span aria-hidden className="w-2 flex-none font-mono text-meta leading-5">
        {sign}
      </span>
      <span className="sr-only">{says}: </span>
      <CelText cel={cel} className="text-ink-1! leading-5!" />
    </span>
  );
}
