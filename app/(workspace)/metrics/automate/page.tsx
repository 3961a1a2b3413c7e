import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AutomateDesk } from '@/components/metrics/automate/automate-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Where to automate' };

export default async function AutomatePage() {
  if (!may(await requirePerson(), 'metrics.read')) notFound();
  return <AutomateDesk />;
}
