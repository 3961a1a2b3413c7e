import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CostPage } from '@/components/metrics/cost-page';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Cost' };

export default async function MetricsCostPage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <CostPage />;
}
