import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { KeysDesk } from '@/components/settings/keys/keys-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Keys' };

export default async function KeysPage() {
  if (!may(await requirePerson(), 'desk.administer')) notFound();
  return <KeysDesk />;
}
