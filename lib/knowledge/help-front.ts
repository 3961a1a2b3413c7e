import { db } from '../platform/db';
import type { HelpFront, HelpLink } from './help.schema';
import { publicArticles } from './help-public';

const mostArticles = 2_000;
const mostUsed = 6;
const usedDays = 90;

/** The collections of a language with their articles, and the articles that answered most lately. */
export async function readHelpFront(language: string): Promise<HelpFront> {
  const [articles, used] = await Promise.all([
    db().article.findMany({
      where: { ...publicArticles, language },
      select: { id: true, slug: true, language: true, title: true, collection: true },
      orderBy: { title: 'asc' },
      take: mostArticles,
    }),
    db().articleUse.groupBy({
      by: ['articleId'],
      where: {
        article: { ...publicArticles, language },
        createdAt: { gt: new Date(Date.now() - usedDays * 24 * 3_600_000) },
      },
      _count: true,
      orderBy: [{ _count: { articleId: 'desc' } }, { articleId: 'asc' }],
      take: mostUsed,
    }),
  ]);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const named = Map.groupBy(articles, ({ collection }) => collection);
  const names = [...named.keys()].sort(
    (one, other) => Number(one === '') - Number(other === '') || compare(one, other, language),
  );
  return {
    used: used.flatMap(({ articleId }) => (byId.has(articleId) ? [toLink(byId.get(articleId)!)] : [])),
    collections: names.map((name) => ({ name, articles: named.get(name)!.map(toLink) })),
  };
}

const toLink = ({ slug, language, title }: HelpLink): HelpLink => ({ slug, language, title });

function compare(one: string, other: string, language: string): number {
  return one.localeCompare(other, language);
}
