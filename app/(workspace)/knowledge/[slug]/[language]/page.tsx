import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ArticleDesk } from '@/components/knowledge/article-desk';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';
import { articlePlaceSchema } from '@/lib/knowledge/article.schema';

export const metadata: Metadata = { title: 'Article' };

export default async function ArticlePage({ params }: { params: Promise<{ slug: string; language: string }> }) {
  if (!may(await requirePerson(), 'knowledge.read')) notFound();
  const place = articlePlaceSchema.safeParse(await params);
  if (!place.success) notFound();
  return <ArticleDesk key={`${place.data.slug} ${place.data.language}`} place={place.data} />;
}
