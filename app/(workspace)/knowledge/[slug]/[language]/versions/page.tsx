import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { VersionsDesk } from '@/components/knowledge/versions-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';
import { articlePlaceSchema } from '@/lib/knowledge/article.schema';

export const metadata: Metadata = { title: 'Versions' };

export default async function VersionsPage({ params }: { params: Promise<{ slug: string; language: string }> }) {
  if (!may(await requirePerson(), 'knowledge.read')) notFound();
  const place = articlePlaceSchema.safeParse(await params);
  if (!place.success) notFound();
  return <VersionsDesk place={place.data} />;
}
