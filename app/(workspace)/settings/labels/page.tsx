import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LabelsDesk } from '@/components/settings/labels/labels-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Labels' };

export default async function LabelsPage() {
  if (!may(await requirePerson(), 'desk.organise')) notFound();
  return <LabelsDesk />;
}
