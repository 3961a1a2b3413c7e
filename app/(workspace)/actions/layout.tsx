import type { ReactNode } from 'react';
import { LedgerDesk } from '@/components/actions/ledger-desk';
import { requirePerson } from '@/lib/auth/require-person';

export default async function ActionsLayout({ children }: { children: ReactNode }) {
  await requirePerson();
  return (
    <>
      <LedgerDesk />
      {children}
    </>
  );
}
