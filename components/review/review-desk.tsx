'use client';

import { ClipboardCheck } from 'lucide-react';
import { OneAwaited } from '@/components/inbox/list-states';
import { EmptyState } from '@/components/ui/empty-state';
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
  return <OneAwaited what="answer" query={review} back={{ href: reviewHref(list), onClick: reviewPress(list) }} />;
}
