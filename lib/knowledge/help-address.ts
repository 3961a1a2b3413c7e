import { db } from '../platform/db';
import { env } from '../platform/env';
import { isId } from '../platform/ids';
import { publicArticles } from './help-public';

/** Where customers can read these articles, by id. What is not for everybody has no address. */
export async function findHelpAddresses(articleIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(articleIds)].filter(isId);
  if (ids.length === 0) return new Map();
  const rows = await db().article.findMany({
    where: { ...publicArticles, id: { in: ids } },
    select: { id: true, slug: true, language: true },
  });
  return new Map(
    rows.map(({ id, slug, language }) => [id, `${env().BATON_URL}/help/${language}/${encodeURIComponent(slug)}`]),
  );
}
