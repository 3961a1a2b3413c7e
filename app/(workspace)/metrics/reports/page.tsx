import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReportsDesk } from '@/components/metrics/reports/reports-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Reports' };

export default async function MetricsReportsPage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <ReportsDesk />;
}
