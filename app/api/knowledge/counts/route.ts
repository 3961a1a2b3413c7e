import { personRoute } from '@/lib/http/route';
import { countArticles } from '@/lib/knowledge/list-articles';

export const GET = personRoute({ permission: 'knowledge.read' }, ({ actor }) => countArticles(actor));
