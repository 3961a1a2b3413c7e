import { personRoute } from '@/lib/http/route';
import { articlePlaceSchema } from '@/lib/knowledge/article.schema';
import { viewArticle } from '@/lib/knowledge/view-article';

export const GET = personRoute({ permission: 'knowledge.read' }, ({ actor, params }) =>
  viewArticle(actor, articlePlaceSchema.parse(params)),
);
