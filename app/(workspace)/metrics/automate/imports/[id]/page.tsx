import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HistoryPane } from '@/components/metrics/imports/history-pane';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Old tickets' };

export default async function HistoryImportPage({ params }: { params: Promise<{ id: string }> }) {
  if (!may(await requirePerson(), 'desk.administer')) notFound();
  return <HistoryPane id={(await params).id} />;
}
