import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MissingDesk } from '@/components/knowledge/missing-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Missing' };

export default async function MissingPage() {
  if (!may(await requirePerson(), 'knowledge.edit')) notFound();
  return <MissingDesk />;
}
