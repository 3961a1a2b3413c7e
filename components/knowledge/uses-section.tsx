'use client';

import { Star } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { useNow } from '@/components/ui/use-now';
import { formatMoment } from '@/lib/format/format-time';
import type { ArticleUses, ArticleView } from '@/lib/knowledge/article.schema';
import { useUses } from './queries';

const endNames: [keyof ArticleUses['ended'], string][] = [
  ['verified', 'solved, confirmed'],
  ['assumed', 'solved, assumed'],
  ['agent', 'solved by people'],
  ['abandoned', 'abandoned'],
  ['open', 'still open'],
];

/** Where customers were answered from this article, and how it ended for them. */
export function UsesSection({ article }: { article: ArticleView }) {
  const now = useNow(60_000);
  const { data: uses, isError } = useUses(article);
  return (
    <section aria-labelledby="uses" className="px-5 pt-4 pb-6 max-pane:px-4">
      <div className="mb-1 flex h-5 items-center justify-between">
        <h3 id="uses" className="font-strong">
          Where it was used
        </h3>
        <span className="text-meta text-ink-2">Last 30 days</span>
      </div>
      {isError ? (
        <p className="text-meta text-ink-2">This could not be read just now.</p>
      ) : !uses ? (
        <Skeleton className="mt-2 h-2.5 w-48" />
      ) : uses.conversations === 0 ? (
        <p className="text-meta text-ink-2">In no conversation yet.</p>
      ) : (
        <>
          <p className="text-pretty">
            In <b className="tabular-nums">{uses.conversations}</b>{' '}
            {uses.conversations === 1 ? 'conversation' : 'conversations'}
            {uses.rating && (
              <>
                , rated <b className="tabular-nums">{uses.rating.mean.toFixed(1)}</b> of 5 by {uses.rating.count}
              </>
            )}
          </p>
          <p className="mt-0.5 text-meta text-ink-2 tabular-nums">
            {endNames
              .filter(([key]) => uses.ended[key] > 0)
              .map(([key, name]) => `${uses.ended[key]} ${name}`)
              .join(' · ')}
          </p>
          <ul className="mt-2">
            {uses.latest.map((use) => (
              <li key={use.conversationId}>
                <Link
                  href={`/inbox/all/${use.conversationId}`}
                  className="-mx-2 flex min-h-7 items-center gap-2 rounded-corner px-2 hover:bg-hover max-pane:min-h-11"
                >
                  <span className="min-w-0 flex-1 truncate">{use.gist || `Conversation ${use.number}`}</span>
                  {use.rating !== null && (
                    <span className="inline-flex flex-none items-center gap-0.5 text-meta text-ink-2 tabular-nums">
                      <Star size={12} strokeWidth={2} aria-hidden className="text-ink-3" />
                      <span className="sr-only">rated </span>
                      {use.rating}
                    </span>
                  )}
                  <span className="flex-none text-meta text-ink-3">{endOf(use)}</span>
                  <span className="flex-none text-meta text-ink-3 tabular-nums">
                    {now > 0 && formatMoment(use.at, now)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function endOf({ resolution, holder }: ArticleUses['latest'][number]): string {
  switch (resolution) {
    case 'verified':
      return 'Confirmed';
    case 'assumed':
      return 'Assumed';
    case 'agent':
      return 'By people';
    case 'abandoned':
      return 'Abandoned';
    case null:
      return holder === 'assistant' ? 'Open' : 'With people';
  }
}
