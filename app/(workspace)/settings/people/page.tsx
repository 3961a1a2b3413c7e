import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PeopleDesk } from '@/components/settings/people/people-desk';
import { maySeePeople } from '@/lib/auth/read-people';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  if (!maySeePeople(await requirePerson())) notFound();
  return <PeopleDesk />;
}
