import type { ReactNode } from 'react';
import { InboxDesk } from '@/components/inbox/inbox-desk';

/** The desk stands in the layout, so that moving from conversation to conversation never builds it anew. */
export default function InboxLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <InboxDesk />
      {children}
    </>
  );
}
