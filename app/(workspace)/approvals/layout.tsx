import type { ReactNode } from 'react';
import { ApprovalsDesk } from '@/components/approvals/approvals-desk';
import { requirePerson } from '@/lib/auth/require-person';

export default async function ApprovalsLayout({ children }: { children: ReactNode }) {
  await requirePerson();
  return (
    <>
      <ApprovalsDesk />
      {children}
    </>
  );
}
