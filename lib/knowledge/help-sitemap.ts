import { db } from '../platform/db';
import { publicArticles } from './help-public';

/** The most a sitemap may name. */
const most = 50_000;

/** Every public article with the day it changed, those in several languages together. */
export async function listHelpAddresses(): Promise<{ slug: string; language: string; at: string }[]> {
  const rows = await db().article.findMany({
    where: publicArticles,
    select: { slug: true, language: true, publishedAt: true },
    orderBy: [{ slug: 'asc' }, { language: 'asc' }],
    take: most,
  });
  return rows.map(({ slug, language, publishedAt }) => ({ slug, language, at: publishedAt!.toISOString() }));
}
