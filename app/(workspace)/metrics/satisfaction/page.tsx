import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SatisfactionPage } from '@/components/metrics/satisfaction/satisfaction-page';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Customer satisfaction' };

export default async function MetricsSatisfactionPage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <SatisfactionPage />;
}
