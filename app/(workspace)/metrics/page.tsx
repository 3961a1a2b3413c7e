import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OverviewPage } from '@/components/metrics/overview-page';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Metrics' };

export default async function MetricsOverviewPage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <OverviewPage />;
}
