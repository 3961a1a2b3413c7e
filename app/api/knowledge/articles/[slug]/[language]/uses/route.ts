import { personRoute } from '@/lib/http/route';
import { articlePlaceSchema } from '@/lib/knowledge/article.schema';
import { viewUses } from '@/lib/knowledge/view-uses';

export const GET = personRoute({ permission: 'knowledge.read' }, ({ actor, params }) =>
  viewUses(actor, articlePlaceSchema.parse(params)),
);
