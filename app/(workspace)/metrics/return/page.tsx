import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReturnDesk } from '@/components/metrics/return/return-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Return' };

export default async function ReturnPage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <ReturnDesk />;
}
