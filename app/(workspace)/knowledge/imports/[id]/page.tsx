import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportPane } from '@/components/knowledge/imports/import-pane';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  if (!may(await requirePerson(), 'knowledge.edit')) notFound();
  return <ImportPane id={(await params).id} />;
}
