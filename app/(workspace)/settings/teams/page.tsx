import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TeamsDesk } from '@/components/settings/teams/teams-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Teams' };

export default async function TeamsPage() {
  if (!may(await requirePerson(), 'people.manage')) notFound();
  return <TeamsDesk />;
}
