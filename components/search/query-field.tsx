'use client';

import { Search } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { useEffect, useId, useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { join } from '@/components/ui/join';
import {
  mostTyped,
  parseQuery,
  printQuery,
  printTerm,
  type QueryFault,
  type Term,
} from '@/lib/conversations/query.schema';

type Props = {
  /** What is searched now. */
  query: string;
  /** What is to be searched, as it is typed; never something that cannot be understood. */
  onQuery: (query: string) => void;
  label: string;
  placeholder: string;
  /** How long one has to rest before what one types counts; with 0 it counts at Enter alone. */
  restMs: number;
  autoFocus?: boolean;
  tall?: boolean;
  field?: Ref<HTMLInputElement>;
};

const split = (query: string): { filters: Term[]; words: Term[] } => {
  const parsed = parseQuery(query);
  const terms = parsed.ok ? parsed.terms : [];
  return {
    filters: terms.filter(({ kind }) => kind === 'filter'),
    words: terms.filter(({ kind }) => kind === 'word'),
  };
};

/** Words as one types them, and filters as chips before them: a filter becomes one as soon as it is whole. */
export function QueryField({ query, onQuery, label, placeholder, restMs, autoFocus, tall, field }: Props) {
  const { filters, words } = split(query);
  const [typed, setTyped] = useState({ of: query, text: printQuery(words) });
  const [fault, setFault] = useState<QueryFault | null>(null);
  const faultId = useId();
  // The address changed from elsewhere, such as by going back: what stood here was of another search.
  if (typed.of !== query) {
    setTyped({ of: query, text: printQuery(words) });
    setFault(null);
  }

  const give = (text: string, terms: Term[]) => {
    const next = printQuery(terms);
    setTyped({ of: next, text });
    setFault(null);
    if (next !== query) onQuery(next);
  };
  /** Whole filters leave the text; `end` also takes the one still being typed. */
  const take = (text: string, end: boolean) => {
    const parsed = parseQuery(text);
    if (!parsed.ok) {
      setTyped({ of: query, text });
      if (end) setFault(parsed.fault);
      return;
    }
    const fresh = parsed.terms.filter(({ kind }) => kind === 'filter');
    const rest = parsed.terms.filter(({ kind }) => kind === 'word');
    const absorb = fresh.length > 0 && (end || /\s$/.test(text));
    const known = new Set(filters.map(printTerm));
    const all = [...filters, ...fresh.filter((term) => !known.has(printTerm(term)))];
    if (end || absorb) give(absorb ? printQuery(rest) : text, [...all, ...rest]);
    else setTyped({ of: query, text });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: it waits for a rest in what is typed, and for nothing else
  useEffect(() => {
    if (restMs === 0 || typed.text === printQuery(words)) return;
    const timer = setTimeout(() => take(typed.text, !/:\S*$/.test(typed.text)), restMs);
    return () => clearTimeout(timer);
  }, [typed.text]);

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      take(typed.text, true);
    }
    if (event.key === 'Backspace' && typed.text === '' && filters.length > 0)
      give('', [...filters.slice(0, -1), ...words]);
  };
  return (
    <div className="min-w-0 flex-1">
      <div
        className={join(
          'flex flex-wrap items-center gap-1.5 rounded-corner border bg-surface px-2 py-1 text-ink-1',
          'focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)]',
          tall ? 'min-h-9' : 'min-h-7',
          fault ? 'border-danger' : 'border-line-control',
        )}
      >
        <Search size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
        {filters.map((term) => (
          <Chip
            key={printTerm(term)}
            removing={`Remove ${printTerm(term)}`}
            onRemove={() => give(typed.text, [...filters.filter((one) => one !== term), ...words])}
          >
            {printTerm(term)}
          </Chip>
        ))}
        <input
          ref={field}
          type="search"
          aria-label={label}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? faultId : undefined}
          // biome-ignore lint/a11y/noAutofocus: whoever comes to search wants to type
          autoFocus={autoFocus}
          autoComplete="off"
          spellCheck={false}
          maxLength={mostTyped}
          placeholder={filters.length === 0 ? placeholder : undefined}
          value={typed.text}
          onChange={(event) => take(event.target.value, false)}
          onKeyDown={press}
          className="h-5 min-w-8 flex-1 bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none max-pane:h-8 [&::-webkit-search-cancel-button]:hidden"
        />
      </div>
      {fault && (
        <p id={faultId} role="alert" className="mt-1 text-meta text-danger-text">
          {fault.says}
        </p>
      )}
    </div>
  );
}
