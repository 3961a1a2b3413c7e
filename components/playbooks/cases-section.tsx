'use client';

import { ChevronDown, CircleAlert, CircleCheck, Play, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import type { PlaybookDefinition } from '@/lib/governance/playbook.schema';
import type { PlaybookCase } from '@/lib/governance/playbook-case.schema';
import type { CasesOutcome } from '@/lib/pipeline/simulation.schema';
import { stepsOf } from './edit-playbook';
import { titleOf } from './step-words';

type Props = {
  definition: PlaybookDefinition;
  cases: PlaybookCase[];
  /** How they went, while nothing was changed since. */
  outcome: CasesOutcome | null;
  busy: boolean;
  edits: boolean;
  onRun: () => void;
  onRemove: (at: number) => void;
  /** Shows a case in the simulation above. */
  onShow: (one: PlaybookCase) => void;
  /** Begins a case that comes by a step no case has visited. */
  onCover: (node: string) => void;
};

/** What must come out before a release, and which steps nobody has tried. */
export function CasesSection({ definition, cases, outcome, busy, edits, onRun, onRemove, onShow, onCover }: Props) {
  const [open, setOpen] = useState(false);
  const steps = stepsOf(definition);
  const visited = new Set(outcome?.visited ?? []);
  const missed = outcome ? steps.find(([name]) => !visited.has(name)) : undefined;
  const failed = outcome?.cases.filter(({ passed }) => !passed) ?? [];
  return (
    <section aria-label="Cases" className="max-h-[45%] flex-none overflow-y-auto border-t border-line px-4 pt-3 pb-3.5">
      <div className="flex min-h-7 items-center gap-2">
        <button
          type="button"
          aria-expanded={open}
          disabled={cases.length === 0}
          onClick={() => setOpen(!open)}
          className="flex flex-1 items-center gap-1 text-left font-strong"
        >
          Cases
          {cases.length > 0 && (
            <ChevronDown size={14} strokeWidth={2} aria-hidden className={join('text-ink-3', !open && '-rotate-90')} />
          )}
        </button>
        {edits && cases.length > 0 && <IconButton icon={Play} label="Run all cases" disabled={busy} onClick={onRun} />}
        {outcome ? (
          <Badge tone={failed.length > 0 ? 'danger' : 'solved'} icon={failed.length > 0 ? CircleAlert : CircleCheck}>
            {outcome.passed} of {outcome.cases.length}
          </Badge>
        ) : (
          <Badge>{busy ? 'running…' : cases.length === 0 ? 'none yet' : `${cases.length}, not run`}</Badge>
        )}
      </div>
      {outcome && cases.length > 0 && (
        <p className="mt-1 flex items-center text-ink-2">
          <span className="flex-1">Steps visited by a case</span>
          <span className="tabular-nums">
            {steps.filter(([name]) => visited.has(name)).length} of {steps.length}
          </span>
        </p>
      )}
      {(open || failed.length > 0) && (
        <ul className="mt-1.5 flex flex-col gap-0.5">
          {cases.map((one, at) => {
            const result = outcome?.cases.find(({ name }) => name === one.name);
            if (!open && result?.passed !== false) return null;
            return (
              <li key={one.name} className="flex items-start gap-1.5">
                <button
                  type="button"
                  onClick={() => onShow(one)}
                  className={join(
                    'min-w-0 flex-1 rounded-corner-small py-0.5 text-left hover:underline',
                    result?.passed === false && 'font-medium text-danger-text',
                  )}
                >
                  {one.name}
                  {result?.why.map((why) => (
                    <span key={why} className="block text-meta font-text text-pretty text-ink-2">
                      {why}
                    </span>
                  ))}
                </button>
                {edits && open && (
                  <IconButton icon={Trash2} label={`Remove the case ${one.name}`} onClick={() => onRemove(at)} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {cases.length === 0 && (
        <p className="mt-0.5 text-meta text-pretty text-ink-3">
          Simulate something and keep it: a release then asks that it still comes out so.
        </p>
      )}
      {edits && missed && (
        <Button look="plain" className="mt-1 -ml-2.5 max-w-full text-accent-text" onClick={() => onCover(missed[0])}>
          <span className="truncate">Add a case for “{titleOf(missed[0], missed[1])}”</span>
          <Plus size={14} strokeWidth={2} aria-hidden className="flex-none" />
        </Button>
      )}
    </section>
  );
}
