import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModelsDesk } from '@/components/settings/models/models-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Models' };

export default async function ModelsPage() {
  if (!may(await requirePerson(), 'desk.administer')) notFound();
  return <ModelsDesk />;
}
