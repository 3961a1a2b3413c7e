import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportsDesk } from '@/components/knowledge/imports/imports-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Imports' };

export default async function ImportsPage() {
  if (!may(await requirePerson(), 'knowledge.edit')) notFound();
  return <ImportsDesk />;
}
