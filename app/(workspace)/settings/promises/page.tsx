import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PromisesDesk } from '@/components/settings/promises/promises-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Promises' };

export default async function PromisesPage() {
  if (!may(await requirePerson(), 'desk.organise')) notFound();
  return <PromisesDesk />;
}
