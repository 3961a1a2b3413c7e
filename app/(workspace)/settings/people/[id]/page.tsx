import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PersonDesk } from '@/components/settings/people/person-desk';
import { maySeePeople } from '@/lib/auth/read-people';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Person' };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  if (!maySeePeople(await requirePerson())) notFound();
  return <PersonDesk personId={(await params).id} />;
}
