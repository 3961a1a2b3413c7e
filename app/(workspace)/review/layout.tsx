import type { ReactNode } from 'react';
import { ReviewDesk } from '@/components/review/review-desk';

export default function ReviewLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ReviewDesk />
      {children}
    </>
  );
}
