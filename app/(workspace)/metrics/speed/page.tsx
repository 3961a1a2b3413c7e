import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SpeedPage } from '@/components/metrics/speed-page';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Speed' };

export default async function MetricsSpeedPage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <SpeedPage />;
}
