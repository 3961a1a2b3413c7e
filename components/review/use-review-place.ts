'use client';

import { moveTo, useAddress } from '@/components/shell/use-address';
import type { ReviewState } from './queries';

export type ReviewPlace = { state: ReviewState; id: string | null };

export function reviewHref({ state, id }: ReviewPlace): string {
  return `/review${id ? `/${id}` : ''}${state === 'done' ? '?state=done' : ''}`;
}

export function useReviewPlace(): ReviewPlace {
  const { path, search } = useAddress('/review');
  const [, , id] = path.split('/');
  return { state: search.get('state') === 'done' ? 'done' : 'open', id: id ?? null };
}

/** Moves by the address alone, as the inbox does. */
export function goToReview(place: ReviewPlace): void {
  moveTo(reviewHref(place));
}

export function reviewPress(place: ReviewPlace) {
  return (event: React.MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goToReview(place);
  };
}
