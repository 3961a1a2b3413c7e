import { personRoute } from '@/lib/http/route';
import { listArticlesQuery } from '@/lib/knowledge/article.schema';
import { listArticles } from '@/lib/knowledge/list-articles';

export const GET = personRoute({ permission: 'knowledge.read', query: listArticlesQuery }, ({ actor, query }) =>
  listArticles(actor, query),
);
