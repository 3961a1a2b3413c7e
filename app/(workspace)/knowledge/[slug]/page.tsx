import { notFound, redirect } from 'next/navigation';
import { may } from '@/lib/auth/permissions';
import { requirePerson } from '@/lib/auth/require-person';
import { findPlace } from '@/lib/knowledge/view-article';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ id?: string | string[] }> };

/** An article by its name alone, or by its id where sources name it: leads to the language there is. */
export default async function ArticleByName({ params, searchParams }: Props) {
  const person = await requirePerson();
  if (!may(person, 'knowledge.read')) notFound();
  const { id } = await searchParams;
  const { slug } = await params;
  const place = await findPlace(person, { slug, articleId: typeof id === 'string' ? id : undefined });
  if (!place) notFound();
  redirect(`/knowledge/${place.slug}/${place.language}`);
}
