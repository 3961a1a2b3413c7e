'use client';

import { ClipboardCheck, Languages } from 'lucide-react';
import { ListFailed, ListSkeleton } from '@/components/inbox/list-states';
import { Confidence } from '@/components/ui/confidence';
import { EmptyState } from '@/components/ui/empty-state';
import { join } from '@/components/ui/join';
import { useNow } from '@/components/ui/use-now';
import { formatLanguage } from '@/lib/format/format-language';
import { formatMoment } from '@/lib/format/format-time';
import type { ReviewRow } from '@/lib/quality/review.schema';
import type { useReviews } from './queries';
import type { ReviewPlace } from './use-review-place';
import { reviewHref, reviewPress } from './use-review-place';

type Props = { place: ReviewPlace; list: ReturnType<typeof useReviews>; onRetry: () => void };

const tabs = [
  ['open', 'To review'],
  ['done', 'Done'],
] as const;

export function ReviewList({ place, list, onRetry }: Props) {
  const rows = list.data?.rows ?? [];
  return (
    <section
      aria-label="Answers"
      className={join(
        'flex w-(--list) flex-none flex-col border-r border-line bg-surface max-pane:w-full max-pane:border-0',
        place.id !== null && 'max-pane:hidden',
      )}
    >
      <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-4 max-pane:h-14">
        <h2 className="font-strong max-desk:hidden">{place.state === 'open' ? 'To review' : 'Done'}</h2>
        <ul aria-label="Views" className="flex gap-1 desk:hidden">
          {tabs.map(([state, name]) => (
            <li key={state}>
              <a
                href={reviewHref({ state, id: null })}
                onClick={reviewPress({ state, id: null })}
                aria-current={state === place.state ? 'page' : undefined}
                className={join(
                  'flex h-7 items-center rounded-corner px-2 font-medium max-pane:h-11 max-pane:px-3',
                  state === place.state ? 'bg-fill text-ink-1' : 'text-ink-3',
                )}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
        <span className="text-meta text-ink-3 tabular-nums">{list.data?.total}</span>
        <span className="flex-1" />
        <span className="text-meta text-ink-3">{place.state === 'open' ? 'Least sure first' : 'Latest first'}</span>
      </header>
      {list.isPending ? (
        <ListSkeleton />
      ) : list.isError ? (
        <ListFailed error={list.error} onRetry={onRetry} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={ClipboardCheck}
          title={place.state === 'open' ? 'Every answer has been looked at' : 'No verdict yet'}
        >
          {place.state === 'open'
            ? 'When the assistant sends something it was less sure of, it appears here.'
            : 'What you judge is kept here.'}
        </EmptyState>
      ) : (
        <ul aria-label="Answers" className="min-h-0 flex-1 overflow-y-auto">
          {rows.map((row) => (
            <li key={row.id}>
              <Row row={row} place={place} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ row, place }: { row: ReviewRow; place: ReviewPlace }) {
  const now = useNow(60_000);
  const to = { ...place, id: row.id };
  const open = row.id === place.id;
  return (
    <a
      href={reviewHref(to)}
      onClick={reviewPress(to)}
      aria-current={open ? 'true' : undefined}
      className={join(
        'focus-inside relative block h-(--row) border-b border-line px-4 py-2 max-pane:h-20 max-pane:py-3',
        open ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <span className="sr-only">{`${row.customer.name}, ${row.question}, confidence ${row.confidence.toFixed(2)}`}</span>
      {open && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
      <span aria-hidden className="flex h-5 items-center gap-1.5">
        <span className="min-w-0 flex-1 truncate font-strong">{row.customer.name}</span>
        <Confidence value={row.confidence} />
      </span>
      <span aria-hidden className={join('block truncate', row.state === 'open' ? 'text-ink-1' : 'text-ink-2')}>
        {row.question}
      </span>
      <span aria-hidden className="flex h-4 items-center gap-2 text-meta text-ink-3">
        {row.intent && <span className="truncate">{row.intent}</span>}
        {row.language && row.language !== 'en' && (
          <span className="inline-flex items-center gap-1">
            <Languages size={12} strokeWidth={2} aria-hidden />
            {formatLanguage(row.language)}
          </span>
        )}
        {row.verdict && <span>{row.verdict}</span>}
        <span className="flex-1" />
        <span className="tabular-nums">{now > 0 && formatMoment(row.at, now)}</span>
      </span>
    </a>
  );
}
