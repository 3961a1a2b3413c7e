import { db } from '../platform/db';
import { indexPassages } from './index-passages';
import type { KnowledgeIndex } from './knowledge-index';
import { splitArticle } from './split-article';

const lookMs = 1_000; // a published change is answered from within two seconds, in every process

let kept: { stamp: string; index: KnowledgeIndex } | undefined;
let looked = 0;
let looking: Promise<KnowledgeIndex> | undefined;

/** The search index over all published articles, rebuilt when one of them changed. */
export async function readIndex(now = Date.now()): Promise<KnowledgeIndex> {
  if (kept && now - looked < lookMs) return kept.index;
  looking ??= refresh().finally(() => {
    looking = undefined;
    looked = Date.now();
  });
  return looking;
}

async function refresh(): Promise<KnowledgeIndex> {
  const published = { publishedAt: { not: null }, archivedAt: null };
  const state = await db().article.aggregate({
    where: published,
    _count: true,
    _max: { updatedAt: true },
    // Of two publications the one with the earlier clock may commit later: the sum of versions sees it all the same.
    _sum: { version: true },
  });
  const stamp = `${state._count}:${state._max.updatedAt?.getTime() ?? 0}:${state._sum.version ?? 0}`;
  if (kept?.stamp === stamp) return kept.index;
  const articles = await db().article.findMany({ where: published });
  const passages = articles.flatMap((article) =>
    splitArticle({
      articleId: article.id,
      slug: article.slug,
      title: article.title,
      version: article.version,
      language: article.language,
      audience: article.audience,
      markdown: article.body,
    }),
  );
  const index = indexPassages(passages);
  kept = { stamp, index };
  return index;
}
