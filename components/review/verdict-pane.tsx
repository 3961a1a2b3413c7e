'use client';

import type { LucideIcon } from 'lucide-react';
import { Check, Minus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import { Keys } from '@/components/ui/keys';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { ReviewView } from '@/lib/quality/review.schema';
import type { Cause, Verdict } from './queries';
import { useSaveVerdict } from './queries';

const verdicts: { key: Verdict; name: string; icon: LucideIcon; hint: string; chosen: string }[] = [
  {
    key: 'right',
    name: 'Right',
    icon: Check,
    hint: '1',
    chosen: 'border-solved bg-solved-tint text-solved-text shadow-[inset_0_0_0_1px_var(--solved)]',
  },
  {
    key: 'partly',
    name: 'Partly',
    icon: Minus,
    hint: '2',
    chosen: 'border-attention bg-attention-tint text-attention-text shadow-[inset_0_0_0_1px_var(--attention)]',
  },
  {
    key: 'wrong',
    name: 'Wrong',
    icon: X,
    hint: '3',
    chosen: 'border-danger bg-danger-tint text-danger-text shadow-[inset_0_0_0_1px_var(--danger)]',
  },
];

const causes: { key: Cause; name: string }[] = [
  { key: 'intent', name: 'Intent' },
  { key: 'wording', name: 'Wording' },
  { key: 'made_up', name: 'Made up' },
  { key: 'missing_article', name: 'Missing article' },
  { key: 'old_article', name: 'Old article' },
  { key: 'tool', name: 'Tool' },
  { key: 'rule', name: 'Rule' },
];

type Props = { review: ReviewView; at: number; total: number; onNext: () => void };

export function VerdictPane({ review, at, total, onNext }: Props) {
  const save = useSaveVerdict();
  const [verdict, setVerdict] = useState<Verdict | null>(review.verdict);
  const [cause, setCause] = useState<Cause | null>(review.cause);
  const [correction, setCorrection] = useState(review.correction ?? '');
  const ready = verdict !== null && !save.isPending;
  const keep = () => {
    if (verdict) save.mutate({ reviewId: review.id, verdict, cause, correction }, { onSuccess: onNext });
  };
  useShortcuts([
    ['Digit1', () => setVerdict('right')],
    ['Digit2', () => setVerdict('partly')],
    ['Digit3', () => setVerdict('wrong')],
    ['Mod+Enter', ready && keep],
  ]);
  return (
    <aside
      aria-label="Verdict"
      className="flex w-(--context) flex-none flex-col bg-canvas max-wide:w-full max-wide:border-t border-line"
    >
      <header className="flex h-(--bar) flex-none items-center border-b border-line px-4">
        <h2 className="flex-1 font-strong">Your verdict</h2>
        {at >= 0 && (
          <span className="text-meta text-ink-3 tabular-nums">
            {at + 1} of {total}
          </span>
        )}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <fieldset aria-label="Verdict" className="flex gap-2 border-b border-line px-4 py-3">
          {verdicts.map(({ key, name, icon: Icon, hint, chosen }) => (
            <button
              key={key}
              type="button"
              aria-pressed={verdict === key}
              onClick={() => setVerdict(key)}
              className={join(
                'flex h-9 flex-1 items-center justify-center gap-1.5 rounded-corner border font-medium max-pane:h-11',
                verdict === key ? chosen : 'border-line-strong bg-press shadow-press hover:bg-hover',
              )}
            >
              <Icon size={14} strokeWidth={2} aria-hidden />
              {name}
              <Keys keys={[hint]} look={verdict === key ? 'off' : 'rest'} />
            </button>
          ))}
        </fieldset>
        <div className="border-b border-line px-4 pt-3 pb-3.5">
          <label className="block font-strong" htmlFor="correction">
            What it should have said
          </label>
          <textarea
            id="correction"
            value={correction}
            onChange={(event) => setCorrection(event.target.value)}
            maxLength={4000}
            rows={3}
            className="mt-2 block max-h-60 min-h-14 w-full resize-none [field-sizing:content] rounded-corner border border-line-control bg-surface px-2.5 py-1.5 outline-none focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]"
          />
        </div>
        <fieldset aria-label="Cause" className="border-b border-line px-4 pt-3 pb-3.5">
          <h3 className="mb-2 font-strong">Cause</h3>
          <div className="flex flex-wrap gap-2">
            {causes.map(({ key, name }) => {
              const on = cause === key;
              return (
                <button
                  key={key}
                  type="button"
                  aria-pressed={on}
                  onClick={() => setCause(on ? null : key)}
                  className={join(
                    'inline-flex h-6 items-center gap-1 rounded-corner-small border px-2 text-meta font-medium max-pane:h-11 max-pane:px-3',
                    on
                      ? 'border-accent-line bg-accent-tint text-accent-text'
                      : 'border-line-strong bg-press text-ink-2 hover:bg-hover',
                  )}
                >
                  {on && <Check size={12} strokeWidth={2} aria-hidden />}
                  {name}
                </button>
              );
            })}
          </div>
        </fieldset>
      </div>
      <footer className="flex h-[52px] flex-none items-center justify-between border-t border-line px-4 max-pane:h-16">
        <Button look="plain" keys={['J']} onClick={onNext}>
          Skip
        </Button>
        <Button look="filled" keys={['⌘', '⏎']} disabled={!ready} onClick={keep}>
          Save, next
        </Button>
      </footer>
    </aside>
  );
}
