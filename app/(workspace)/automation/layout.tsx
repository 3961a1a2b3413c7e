import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { AutomationSide } from '@/components/intents/automation-side';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

/** For those who may see what the assistant is taught. */
export default async function AutomationLayout({ children }: { children: ReactNode }) {
  if (!may(await requirePerson(), 'intents.read')) notFound();
  return (
    <>
      <AutomationSide />
      {children}
    </>
  );
}
