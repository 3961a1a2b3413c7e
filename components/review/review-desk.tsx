'use client';

import { ClipboardCheck, Lock } from 'lucide-react';
import { ListFailed } from '@/components/inbox/list-states';
import { ReadFailed } from '@/components/shell/fetch-json';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { useReview, useReviews } from './queries';
import { ReviewList } from './review-list';
import { ReviewOpen } from './review-open';
import { ReviewViews } from './review-views';
import { goToReview, reviewHref, reviewPress, useReviewPlace } from './use-review-place';

/** Reviewed answers: the least sure first, the answer with what it rests on, and the verdict. */
export function ReviewDesk() {
  const place = useReviewPlace();
  const list = useReviews(place.state);
  const rows = list.data?.rows ?? [];
  const at = rows.findIndex(({ id }) => id === place.id);
  const go = (id: string | undefined) => id && goToReview({ ...place, id });
  const step = (by: number) => go(rows[at < 0 ? 0 : at + by]?.id);
  useShortcuts([
    ['KeyJ', () => step(1)],
    ['KeyK', () => step(-1)],
    ['Escape', () => goToReview({ ...place, id: null })],
  ]);
  return (
    <>
      <ReviewViews place={place} />
      <main id="main" className="relative flex min-h-0 min-w-0 flex-1">
        <h1 className="sr-only">Review</h1>
        <ReviewList place={place} list={list} onRetry={() => void list.refetch()} />
        <Chosen
          id={place.id}
          state={place.state}
          at={at}
          total={list.data?.total ?? rows.length}
          onNext={() => {
            const next = rows[at + 1] ?? rows[at - 1];
            goToReview({ ...place, id: next?.id ?? null });
          }}
        />
      </main>
    </>
  );
}

type ChosenProps = { id: string | null; state: 'open' | 'done'; at: number; total: number; onNext: () => void };

function Chosen({ id, state, at, total, onNext }: ChosenProps) {
  const review = useReview(id);
  const list = { state, id: null };
  if (id === null)
    return (
      <div className="min-w-0 flex-1 bg-surface max-pane:hidden">
        <EmptyState icon={ClipboardCheck} title="Nothing is open">
          Choose an answer, or press J for the first one.
        </EmptyState>
      </div>
    );
  if (review.data)
    return <ReviewOpen key={review.data.id} review={review.data} at={at} total={total} onNext={onNext} />;
  if (review.isError)
    return (
      <div className="min-w-0 flex-1 bg-surface">
        {review.error instanceof ReadFailed && [400, 404].includes(review.error.status) ? (
          <EmptyState
            icon={Lock}
            title="There is nothing here for you"
            actions={
              <a href={reviewHref(list)} onClick={reviewPress(list)} className={buttonClass('outlined')}>
                Back to the list
              </a>
            }
          >
            It may not exist, or belong to another team.
          </EmptyState>
        ) : (
          <ListFailed what="The answer" error={review.error} onRetry={() => void review.refetch()} />
        )}
      </div>
    );
  return (
    <div role="status" aria-label="Reading the answer" className="min-w-0 flex-1 bg-surface">
      <div className="flex h-(--bar) items-center border-b border-line px-4">
        <Skeleton className="h-3 w-32" />
      </div>
      <div className="flex flex-col gap-3 p-6">
        {['w-2/3', 'w-5/6', 'w-1/2', 'w-3/4'].map((width) => (
          <Skeleton key={width} className={`h-2.5 ${width}`} />
        ))}
      </div>
    </div>
  );
}
