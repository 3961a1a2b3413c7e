import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { ReviewDesk } from '@/components/review/review-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

/** For those who review: to others it is not there, instead of a desk whose every list fails. */
export default async function ReviewLayout({ children }: { children: ReactNode }) {
  if (!may(await requirePerson(), 'reviews.decide')) notFound();
  return (
    <>
      <ReviewDesk />
      {children}
    </>
  );
}
