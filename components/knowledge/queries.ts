'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { useChange } from '@/components/shell/use-change';
import type { ActionResult } from '@/lib/http/action.schema';
import type { ArticlePlace, ArticleViewKey } from '@/lib/knowledge/article.schema';
import {
  articleCountsSchema,
  articlePageSchema,
  articleUsesSchema,
  articleVersionsSchema,
  articleViewSchema,
} from '@/lib/knowledge/article.schema';
import { gapsViewSchema } from '@/lib/models/gaps.schema';
import type { DraftText } from '@/lib/pipeline/preview.schema';
import { askedQuestionsSchema, previewSchema } from '@/lib/pipeline/preview.schema';

export type ArticleFilter = { view: ArticleViewKey; collection: string | null; language: string | null; q: string };

/** Live events name `['knowledge']` when something here has changed. */
export const knowledgeKeys = {
  all: ['knowledge'] as const,
  counts: ['knowledge', 'counts'] as const,
  gaps: ['knowledge', 'gaps'] as const,
  list: (filter: ArticleFilter) => ['knowledge', 'list', filter] as const,
  article: ({ slug, language }: ArticlePlace) => ['knowledge', 'article', slug, language] as const,
  versions: ({ slug, language }: ArticlePlace) => ['knowledge', 'versions', slug, language] as const,
  uses: ({ slug, language }: ArticlePlace) => ['knowledge', 'uses', slug, language] as const,
};

const pathOf = ({ slug, language }: ArticlePlace) =>
  `/api/knowledge/articles/${encodeURIComponent(slug)}/${encodeURIComponent(language)}`;

export function useArticleCounts() {
  return useQuery({
    queryKey: knowledgeKeys.counts,
    queryFn: ({ signal }) => fetchJson('/api/knowledge/counts', articleCountsSchema, signal),
  });
}

/** What customers asked and no article says. */
export function useGaps() {
  return useQuery({
    queryKey: knowledgeKeys.gaps,
    queryFn: ({ signal }) => fetchJson('/api/knowledge/gaps', gapsViewSchema, signal),
  });
}

export function useArticles(filter: ArticleFilter) {
  return useInfiniteQuery({
    queryKey: knowledgeKeys.list(filter),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ view: filter.view });
      if (filter.collection !== null) query.set('collection', filter.collection);
      if (filter.language) query.set('language', filter.language);
      if (filter.q) query.set('q', filter.q);
      if (pageParam) query.set('after', pageParam);
      return fetchJson(`/api/knowledge/articles?${query}`, articlePageSchema, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // While one types the next answer takes the place of the last; nothing blinks.
    placeholderData: keepPreviousData,
  });
}

export function useArticle(place: ArticlePlace) {
  return useQuery({
    queryKey: knowledgeKeys.article(place),
    queryFn: ({ signal }) => fetchJson(pathOf(place), articleViewSchema, signal),
  });
}

export function useVersions(place: ArticlePlace) {
  return useQuery({
    queryKey: knowledgeKeys.versions(place),
    queryFn: ({ signal }) => fetchJson(`${pathOf(place)}/versions`, articleVersionsSchema, signal),
  });
}

export function useUses(place: ArticlePlace) {
  return useQuery({
    queryKey: knowledgeKeys.uses(place),
    queryFn: ({ signal }) => fetchJson(`${pathOf(place)}/uses`, articleUsesSchema, signal),
  });
}

/**
 * What the assistant would answer, for this text of the article. Under a key of its own: a draft that is saved every
 * second must not ask everything again; `version` says when what is live has changed.
 */
export function usePreview(place: ArticlePlace, question: string, draft: DraftText | null, version: number) {
  return useQuery({
    queryKey: ['preview-answer', place.slug, place.language, version, question, draft],
    queryFn: ({ signal }) => fetchJson(`${pathOf(place)}/ask`, previewSchema, signal, { ...place, question, draft }),
    enabled: question !== '',
    placeholderData: keepPreviousData,
  });
}

export function useAskedQuestions(place: ArticlePlace, asked: string[], draft: DraftText | null, version: number) {
  return useQuery({
    queryKey: ['preview-questions', place.slug, place.language, version, asked, draft],
    queryFn: ({ signal }) => fetchJson(`${pathOf(place)}/questions`, askedQuestionsSchema, signal, { ...place, draft }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** A change by an action: what failed is said, what changed is read again. */
export function useKnowledgeChange<T>(act: (input: unknown) => Promise<ActionResult<T>>, failed: string) {
  return useChange(act, { reads: [knowledgeKeys.all], failed });
}
