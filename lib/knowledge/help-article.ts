import { db } from '../platform/db';
import type { HelpArticle } from './help.schema';
import { publicArticles } from './help-public';
import { findRelated } from './help-search';
import { splitArticle } from './split-article';

const mostRelated = 4;
/** As much as search engines show. */
const summaryLetters = 155;

/** A public article in one language; null when there is none, or none for everybody. */
export async function readHelpArticle(language: string, slug: string): Promise<HelpArticle | null> {
  const article = await db().article.findFirst({ where: { ...publicArticles, language, slug } });
  if (!article) return null;
  const [variants, related] = await Promise.all([
    db().article.findMany({
      where: { ...publicArticles, slug },
      select: { language: true },
      orderBy: { language: 'asc' },
    }),
    findRelated(article, mostRelated),
  ]);
  const { id, title, version, body, collection, publishedAt } = article;
  return {
    articleId: id,
    slug,
    language,
    title,
    version,
    body,
    summary: summarise(article),
    collection,
    updatedAt: publishedAt!.toISOString(),
    languages: variants.map((one) => one.language),
    related,
  };
}

function summarise(article: {
  id: string;
  slug: string;
  title: string;
  version: number;
  language: string;
  body: string;
}) {
  const { id, slug, title, version, language, body } = article;
  const [first] = splitArticle({ articleId: id, slug, title, version, language, audience: 'public', markdown: body });
  const text = (first?.text ?? title).replace(/\s+/g, ' ');
  return text.length <= summaryLetters ? text : `${text.slice(0, summaryLetters).replace(/\s+\S*$/, '')}…`;
}
