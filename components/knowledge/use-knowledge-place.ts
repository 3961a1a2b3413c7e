'use client';

import { useSearchParams } from 'next/navigation';
import type { ArticlePlace } from '@/lib/knowledge/article.schema';
import { articleViewKeySchema } from '@/lib/knowledge/article.schema';
import type { ArticleFilter } from './queries';

export const noFilter: ArticleFilter = { view: 'all', collection: null, language: null, q: '' };

/** The list is in the address: it can be sent, and going back comes back to it. */
export function knowledgeHref({ view, collection, language, q }: ArticleFilter): string {
  const query = new URLSearchParams();
  if (view !== 'all') query.set('view', view);
  if (collection !== null) query.set('collection', collection);
  if (language) query.set('language', language);
  if (q) query.set('q', q);
  const text = query.toString();
  return `/knowledge${text ? `?${text}` : ''}`;
}

export const articleHref = ({ slug, language }: ArticlePlace): string => `/knowledge/${slug}/${language}`;

export function useArticleFilter(): ArticleFilter {
  const query = useSearchParams();
  const view = articleViewKeySchema.safeParse(query.get('view'));
  return {
    view: view.success ? view.data : 'all',
    collection: query.get('collection'),
    language: query.get('language'),
    q: query.get('q') ?? '',
  };
}
