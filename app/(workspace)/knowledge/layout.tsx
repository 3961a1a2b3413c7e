import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { KnowledgeSide } from '@/components/knowledge/knowledge-side';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export default async function KnowledgeLayout({ children }: { children: ReactNode }) {
  if (!may(await requirePerson(), 'knowledge.read')) notFound();
  return (
    <>
      <KnowledgeSide />
      {children}
    </>
  );
}
