'use client';

import { diffLines } from 'diff';
import { CircleSlash, Eye } from 'lucide-react';
import { useMemo } from 'react';
import { decideChange } from '@/app/(workspace)/automation/tools/actions';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import type { ToolView } from '@/lib/tools/registry.schema';
import { useToolChange } from './queries';

type Props = { id: string; change: NonNullable<ToolView['change']>; edits: boolean };

/** What a tool is offered as now beside what was accepted: in words first, then line by line. */
export function ToolChange({ id, change, edits }: Props) {
  const deciding = useToolChange(decideChange, 'It was not decided', 'Decided');
  const { fits, refused, changes, before, after, hash } = change;
  const Sign = fits ? Eye : CircleSlash;
  const decide = (decision: 'accept' | 'refuse') => deciding.mutate({ id, hash, decision });
  return (
    <section aria-label="What has changed" className="border-b border-line py-5">
      <h2 className={join('flex items-center gap-2 font-strong', fits ? 'text-attention-text' : 'text-danger-text')}>
        <Sign size={16} strokeWidth={1.75} aria-hidden />
        {refused ? 'A change was refused' : 'It is offered otherwise than it was accepted'}
      </h2>
      <p className="mt-1 max-w-[720px] text-pretty text-ink-2">
        {fits
          ? 'It goes on as it was accepted: what is new is not sent, and models read the old words.'
          : 'It is not called, because a call as it was accepted would not mean the same any more.'}
      </p>
      <ul className="mt-3 list-disc pl-5">
        {changes.map((one) => (
          <li key={one} className="text-pretty [overflow-wrap:anywhere]">
            {one}
          </li>
        ))}
      </ul>
      {before.description !== after.description && (
        <Lines name="Its own words" before={before.description} after={after.description} />
      )}
      {before.schema !== after.schema && <Lines name="Its schema" before={before.schema} after={after.schema} />}
      {edits && (
        <div className="mt-4 flex gap-2">
          <Button
            size="form"
            look="filled"
            busy={deciding.isPending && deciding.variables?.decision === 'accept'}
            onClick={() => decide('accept')}
          >
            Accept the change
          </Button>
          {!refused && (
            <Button
              size="form"
              busy={deciding.isPending && deciding.variables?.decision === 'refuse'}
              onClick={() => decide('refuse')}
            >
              Refuse it
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** Lines around a change; what is the same over a long way is folded. */
const around = 2;

function Lines({ name, before, after }: { name: string; before: string; after: string }) {
  const lines = useMemo(() => linesOf(before, after), [before, after]);
  return (
    <figure className="mt-4">
      <figcaption className="text-meta text-ink-3">{name}</figcaption>
      <section
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached by keys
        tabIndex={0}
        className="mt-1 max-h-80 overflow-auto rounded-corner bg-fill py-1.5 font-mono text-meta leading-5"
      >
        {lines.map(({ key, kind, text }) =>
          kind === 'fold' ? (
            <p key={key} className="px-3 text-ink-3">
              ⋯
            </p>
          ) : (
            <p
              key={key}
              className={join(
                'px-3 whitespace-pre-wrap [overflow-wrap:anywhere]',
                kind === 'came' && 'bg-solved-tint text-solved-text',
                kind === 'went' && 'bg-danger-tint text-danger-text',
              )}
            >
              <span aria-hidden>{kind === 'came' ? '+ ' : kind === 'went' ? '− ' : '  '}</span>
              {kind !== 'same' && <span className="sr-only">{kind === 'came' ? 'came: ' : 'went: '}</span>}
              {text}
            </p>
          ),
        )}
      </section>
    </figure>
  );
}

type Line = { key: number; kind: 'same' | 'came' | 'went' | 'fold'; text: string };

function linesOf(before: string, after: string): Line[] {
  const all = diffLines(before, after).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind: added ? ('came' as const) : removed ? ('went' as const) : ('same' as const), text })),
  );
  const near = (at: number) => all.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same');
  return all.flatMap((line, key): Line[] => {
    if (near(key)) return [{ key, ...line }];
    return key > 0 && near(key - 1) ? [{ key, kind: 'fold', text: '' }] : [];
  });
}
