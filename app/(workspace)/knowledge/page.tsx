import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ArticlesDesk } from '@/components/knowledge/articles-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';

export const metadata: Metadata = { title: 'Knowledge' };

export default async function KnowledgePage() {
  if (!may(await requirePerson(), 'knowledge.read')) notFound();
  return <ArticlesDesk />;
}
