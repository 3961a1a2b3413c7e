'use client';

import { CornerDownLeft } from 'lucide-react';
import { useId, useState } from 'react';
import { Confidence } from '@/components/ui/confidence';
import { join } from '@/components/ui/join';
import { Skeleton } from '@/components/ui/skeleton';
import { formatLanguage } from '@/lib/format/format-language';
import type { Tried } from '@/lib/governance/intent-view.schema';
import { useTried } from './queries';

/** A sentence of one's own: what it is understood as, which words counted, and what the version in waiting would say. */
export function TrySentence() {
  const id = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const tried = useTried(asked);
  return (
    <section aria-label="Try a sentence" className="px-5 pt-4 pb-6">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(text.trim());
        }}
      >
        <label htmlFor={id} className="block font-strong">
          Try a sentence
        </label>
        <span className="mt-2 flex h-8 items-center gap-2 rounded-corner border border-line-control bg-surface pr-1.5 pl-2.5 focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)] max-pane:h-11">
          <input
            id={id}
            value={text}
            maxLength={4000}
            placeholder="where is the money you took twice"
            onChange={(event) => setText(event.target.value)}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none"
          />
          <button
            type="submit"
            aria-label="Try it"
            className="grid size-6 place-items-center rounded-corner-small text-ink-3 hover:bg-hover max-pane:size-11"
          >
            <CornerDownLeft size={14} strokeWidth={1.75} aria-hidden />
          </button>
        </span>
      </form>
      <div aria-live="polite">
        {asked !== '' && tried.isPending && (
          <div className="mt-3 flex flex-col gap-2">
            <Skeleton className="h-3 w-2/3" />
            <Skeleton className="h-2.5 w-1/2" />
          </div>
        )}
        {tried.isError && <p className="mt-3 text-danger-text">{tried.error.message}</p>}
        {tried.data && <Result tried={tried.data} />}
      </div>
    </section>
  );
}

function Result({ tried }: { tried: Tried }) {
  const { live, next, wishes, entities, language } = tried;
  return (
    <div className="mt-3">
      <Reading title={next ? `Version ${live.version}, live` : null} reading={live} />
      {next && <Reading title={`Version ${next.version}, waiting`} reading={next} />}
      {wishes.length > 1 && (
        <p className="mt-3 text-ink-2">
          Holds {wishes.length} wishes: {wishes.map(({ name, text }) => `${name} (“${text.trim()}”)`).join(', ')}.
        </p>
      )}
      <p className="mt-3 text-meta text-ink-3">
        {language === 'und' ? 'Too short to tell its language' : formatLanguage(language)}
        {entities.length > 0 && ` · ${entities.map(({ kind, text }) => `${kind} “${text}”`).join(', ')}`}
      </p>
    </div>
  );
}

function Reading({ title, reading }: { title: string | null; reading: Tried['live'] }) {
  const largest = Math.max(...reading.words.map(({ weight }) => Math.abs(weight)), 1e-9);
  return (
    <div className="mt-2">
      {title && <p className="text-meta text-ink-3">{title}</p>}
      <p className="flex items-center gap-2">
        <span className="flex-1 font-medium">{reading.name}</span>
        <Confidence value={reading.probability} />
      </p>
      {reading.ranked.slice(1, 3).map(({ intent, name, probability }) => (
        <p key={intent} className="flex items-center gap-2 text-ink-3">
          <span className="flex-1">{name}</span>
          <span className="text-meta tabular-nums">{probability.toFixed(2)}</span>
        </p>
      ))}
      {reading.words.length > 0 && (
        <ul aria-label="Words that counted" className="mt-2 flex flex-wrap gap-1">
          {reading.words.map(({ word, weight }) => (
            <li
              key={word}
              className={join(
                'flex h-5 items-center gap-1 rounded-corner-small px-1.5 text-meta',
                weight > 0 ? 'text-assistant-text' : 'text-danger-text',
              )}
              style={{
                background: `color-mix(in oklch, var(--${weight > 0 ? 'assistant' : 'danger'}) ${Math.round(6 + 16 * (Math.abs(weight) / largest))}%, var(--canvas))`,
              }}
            >
              {word}
              <span className="sr-only">{weight > 0 ? 'speaks for it' : 'speaks against it'}</span>
              <span aria-hidden>{weight > 0 ? '+' : '−'}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
