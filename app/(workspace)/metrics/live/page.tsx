import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LiveDesk } from '@/components/metrics/live/live-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Live' };

export default async function LivePage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <LiveDesk />;
}
