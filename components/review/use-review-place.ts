'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ReviewState } from './queries';

export type ReviewPlace = { state: ReviewState; id: string | null };

export function reviewHref({ state, id }: ReviewPlace): string {
  return `/review${id ? `/${id}` : ''}${state === 'done' ? '?state=done' : ''}`;
}

export function useReviewPlace(): ReviewPlace {
  const [, , id] = usePathname().split('/');
  return { state: useSearchParams().get('state') === 'done' ? 'done' : 'open', id: id ?? null };
}

/** Moves by the address alone, as the inbox does. */
export function goToReview(place: ReviewPlace): void {
  window.history.pushState(null, '', reviewHref(place));
}

export function reviewPress(place: ReviewPlace) {
  return (event: React.MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goToReview(place);
  };
}
