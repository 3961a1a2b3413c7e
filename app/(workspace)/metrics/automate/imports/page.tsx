import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HistoryDesk } from '@/components/metrics/imports/history-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Old tickets' };

export default async function HistoryPage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <HistoryDesk />;
}
