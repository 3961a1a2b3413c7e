import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RolesDesk } from '@/components/settings/roles/roles-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Roles' };

export default async function RolesPage() {
  if (!may(await requirePerson(), 'people.manage')) notFound();
  return <RolesDesk />;
}
