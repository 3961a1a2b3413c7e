import type { ReactNode } from 'react';
import { IntentsDesk } from '@/components/intents/intents-desk';

/** The desk stays while one goes from intent to intent: list and search are kept. */
export default function IntentsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <IntentsDesk />
      {children}
    </>
  );
}
