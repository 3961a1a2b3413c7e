'use server';

import { personAction } from '@/lib/http/action';
import { decideReview, verdictInput } from '@/lib/quality/decide-review';

const deciding = personAction({ permission: 'reviews.decide', input: verdictInput }, decideReview);

export async function saveVerdict(input: { reviewId: string; verdict: string; cause?: string; correction?: string }) {
  return deciding(input);
}
