'use client';

import { Search, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import type { IntentRow, IntentsView } from '@/lib/governance/intent-view.schema';

/** Under this an intent is mixed up too often to be left alone. */
export const weakF1 = 0.85;

type Props = { view: IntentsView | undefined; chosen: string | null };

export function IntentList({ view, chosen }: Props) {
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const rows = view?.intents.filter(({ name, key }) => `${name} ${key}`.toLowerCase().includes(wanted)) ?? [];
  return (
    <section
      aria-label="All intents"
      className={join(
        'flex w-[260px] flex-none flex-col border-r border-line max-pane:w-full max-pane:border-0',
        chosen && 'max-pane:hidden',
      )}
    >
      <div className="flex-none px-3 pt-3 pb-2">
        <label className="flex h-8 items-center gap-2 rounded-corner border border-line-control px-2.5 focus-within:border-focus focus-within:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)] max-pane:h-11">
          <Search size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
          <input
            type="search"
            aria-label="Find an intent"
            placeholder="Find an intent"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 focus-visible:shadow-none"
          />
        </label>
      </div>
      <div className="flex h-7 flex-none items-center gap-1.5 px-5 text-meta text-ink-3">
        <span className="flex-1">
          {view ? `${rows.length} ${rows.length === 1 ? 'intent' : 'intents'}` : 'Intents'}
        </span>
        <span className="w-12 text-right">F1</span>
        <span className="w-9 text-right">Turns</span>
      </div>
      {view ? (
        <ul className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
          {rows.map((row) => (
            <li key={row.id}>
              <Row row={row} open={row.key === chosen} />
            </li>
          ))}
          {rows.length === 0 && <li className="px-3 py-6 text-ink-3">No intent is called so.</li>}
        </ul>
      ) : (
        <div role="status" aria-label="Reading the intents" className="flex flex-col gap-4 px-5 pt-2">
          {['w-28', 'w-20', 'w-32', 'w-24', 'w-36', 'w-22', 'w-30', 'w-26'].map((width) => (
            <Skeleton key={width} className={`h-3 ${width}`} />
          ))}
        </div>
      )}
    </section>
  );
}

function Row({ row, open }: { row: IntentRow; open: boolean }) {
  const weak = row.f1 !== null && row.f1 < weakF1;
  return (
    <Link
      href={`/automation/intents/${row.key}`}
      aria-current={open ? 'page' : undefined}
      className={join(
        'focus-inside flex h-8 items-center gap-1.5 rounded-corner px-3 max-pane:h-11',
        open ? 'bg-selected font-medium' : 'hover:bg-hover',
      )}
    >
      <span className="min-w-0 flex-1 truncate">{row.name}</span>
      {row.suggestions > 0 && (
        <span
          role="img"
          aria-label={`${row.suggestions} suggested`}
          title={`${row.suggestions} suggested`}
          className="size-1.5 flex-none rounded-full bg-assistant"
        />
      )}
      <span className={join('flex w-12 items-center justify-end gap-1 tabular-nums', weak && 'text-attention-text')}>
        {weak && <TriangleAlert size={12} strokeWidth={2} aria-label="weak" />}
        {row.f1 === null ? <span className="text-meta text-ink-3">new</span> : row.f1.toFixed(2)}
      </span>
      <span className="w-9 text-right text-ink-2 tabular-nums">{row.turns.toLocaleString('en')}</span>
    </Link>
  );
}
