'use client';

import { Check, ChevronDown, ChevronUp, Minus, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import { Skeleton } from '@/components/ui/skeleton';
import type { CaseLook } from '@/lib/governance/policy-view.schema';
import { effectVerbs } from './effect-names';

type Props = {
  looks: CaseLook[] | undefined;
  edits: boolean;
  /** Opens a case by its place, or a new one. */
  onOpen: (at: number | null) => void;
};

/** As many as are read at a glance; what fails is always shown. */
const mostShown = 8;

/** What must come out, and what does: what fails comes first. */
export function CasesSection({ looks, edits, onOpen }: Props) {
  const [all, setAll] = useState(false);
  const placed = (looks ?? []).map((look, at) => ({ look, at }));
  const failing = placed.filter(({ look }) => look.passed === false);
  const others = placed.filter(({ look }) => look.passed !== false);
  const room = all ? others.length : Math.max(0, mostShown - failing.length);
  // One more row is shorter than the line that says there is one more.
  const shown = others.length - room === 1 ? others : others.slice(0, room);
  const hidden = others.length - shown.length;
  const passed = placed.filter(({ look }) => look.passed === true).length;
  return (
    <section aria-label="Cases that must pass" className="border-b border-line px-5 py-4 max-pane:px-4">
      <header className="flex min-h-5 items-center gap-2">
        <h2 className="flex-1 font-strong">Cases that must pass</h2>
        {placed.length > 0 && (
          <Badge tone={failing.length > 0 ? 'danger' : 'solved'} icon={failing.length > 0 ? X : Check}>
            {passed} of {placed.length}
          </Badge>
        )}
      </header>
      {looks === undefined ? (
        <div role="status" aria-label="Running the cases" className="flex flex-col gap-3 py-3">
          {['w-4/5', 'w-3/5', 'w-2/3'].map((width) => (
            <Skeleton key={width} className={`h-2.5 ${width}`} />
          ))}
        </div>
      ) : placed.length === 0 ? (
        <p className="mt-1 text-pretty text-ink-2">
          None yet. A case says what must be decided in one situation; while one fails, nothing is released.
        </p>
      ) : (
        <table className="mt-0.5 w-full table-fixed border-separate border-spacing-0">
          <thead>
            <tr className="text-left text-meta text-ink-3">
              <th scope="col" className="h-7 w-[26px] border-b border-line font-text">
                <span className="sr-only">Passes</span>
              </th>
              <th scope="col" className="border-b border-line font-text">
                Case
              </th>
              <th scope="col" className="w-[52px] border-b border-line font-text">
                Must
              </th>
              <th scope="col" className="w-10 border-b border-line font-text">
                Does
              </th>
            </tr>
          </thead>
          <tbody>
            {[...failing, ...shown].map(({ look, at }) => (
              <CaseRow key={`${at} ${look.name}`} look={look} onOpen={() => onOpen(at)} />
            ))}
          </tbody>
        </table>
      )}
      <div className="-ml-2 mt-1.5 flex flex-wrap items-center gap-1">
        {(hidden > 0 || all) && others.length > mostShown - failing.length && (
          <Button look="plain" className="px-2! text-accent-text!" onClick={() => setAll(!all)}>
            {all ? 'Fewer' : `${hidden} more, all pass`}
            {all ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          </Button>
        )}
        {edits && looks !== undefined && (
          <Button look="plain" icon={Plus} className="px-2!" onClick={() => onOpen(null)}>
            Add a case
          </Button>
        )}
      </div>
    </section>
  );
}

function CaseRow({ look: { name, must, does, passed, why }, onOpen }: { look: CaseLook; onOpen: () => void }) {
  const fails = passed === false;
  const Sign = fails ? X : passed ? Check : Minus;
  const cell = 'border-b border-line py-1.5 align-top';
  return (
    <tr className="group">
      <td className={cell}>
        <Sign
          size={14}
          strokeWidth={2}
          aria-label={fails ? 'fails' : passed ? 'passes' : 'expects nothing'}
          className={join('mt-[3px]', fails ? 'text-danger-text' : passed ? 'text-solved-text' : 'text-ink-3')}
        />
      </td>
      <td className={join(cell, 'pr-3')}>
        <button
          type="button"
          onClick={onOpen}
          className={join('block max-w-full truncate text-left hover:underline', fails && 'font-strong')}
        >
          {name}
        </button>
        {fails && why && <p className="text-meta text-pretty [overflow-wrap:anywhere] text-ink-2">{why}</p>}
      </td>
      <td className={join(cell, 'text-ink-2')}>{must ? effectVerbs[must.effect] : '–'}</td>
      <td className={join(cell, fails ? 'font-strong text-danger-text' : 'text-ink-2')}>
        {does ? effectVerbs[does.effect] : '–'}
      </td>
    </tr>
  );
}
