import { personRoute } from '@/lib/http/route';
import { articlePlaceSchema } from '@/lib/knowledge/article.schema';
import { listVersions } from '@/lib/knowledge/view-article';

export const GET = personRoute({ permission: 'knowledge.read' }, ({ actor, params }) =>
  listVersions(actor, articlePlaceSchema.parse(params)),
);
