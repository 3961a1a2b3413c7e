'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { z } from 'zod';
import { saveVerdict } from '@/app/(workspace)/review/actions';
import { fetchJson } from '@/components/shell/fetch-json';
import type { causeSchema, verdictSchema } from '@/lib/quality/review.schema';
import { reviewRowSchema, reviewViewSchema } from '@/lib/quality/review.schema';

const rowsSchema = z.object({ rows: z.array(reviewRowSchema), total: z.number() });

export type ReviewState = 'open' | 'done';
export type Verdict = z.infer<typeof verdictSchema>;
export type Cause = z.infer<typeof causeSchema>;

/** Live events name `['review']` when something here has changed. */
export const reviewKeys = {
  list: (state: ReviewState) => ['review', 'list', state] as const,
  one: (id: string) => ['review', 'one', id] as const,
};

export function useReviews(state: ReviewState) {
  return useQuery({
    queryKey: reviewKeys.list(state),
    queryFn: ({ signal }) => fetchJson(`/api/review?state=${state}`, rowsSchema, signal),
  });
}

export function useReview(id: string | null) {
  return useQuery({
    queryKey: reviewKeys.one(id ?? ''),
    queryFn: ({ signal }) => fetchJson(`/api/review/${encodeURIComponent(id ?? '')}`, reviewViewSchema, signal),
    enabled: id !== null,
  });
}

type Said = { reviewId: string; verdict: Verdict; cause: Cause | null; correction: string };

export function useSaveVerdict() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ reviewId, verdict, cause, correction }: Said) => {
      const result = await saveVerdict({
        reviewId,
        verdict,
        ...(cause ? { cause } : {}),
        ...(correction.trim() ? { correction: correction.trim() } : {}),
      }).catch(() => null);
      if (result === null) throw new Error('The server cannot be reached.');
      if (!result.ok) throw new Error(result.message);
    },
    onError: (error) => toast.error('The verdict was not saved', { description: error.message }),
    onSuccess: () => toast.success('Saved'),
    onSettled: () => void client.invalidateQueries({ queryKey: ['review'] }),
  });
}
