import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LevelsDesk } from '@/components/metrics/levels/levels-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Service levels' };

export default async function LevelsPage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <LevelsDesk />;
}
