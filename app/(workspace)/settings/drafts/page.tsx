import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftsTable } from '@/components/settings/drafts/drafts-table';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';
import { measureDrafts } from '@/lib/quality/measure-drafts';

export const metadata: Metadata = { title: 'Drafts' };

export default async function DraftsPage() {
  if (!may(await requirePerson(), 'reviews.decide')) notFound();
  return <DraftsTable weeks={await measureDrafts()} />;
}
