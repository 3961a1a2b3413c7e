import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ResolutionPage } from '@/components/metrics/resolution-page';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Resolution ledger' };

export default async function MetricsResolutionPage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <ResolutionPage />;
}
