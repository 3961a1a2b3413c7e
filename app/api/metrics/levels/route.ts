import { personRoute } from '@/lib/http/route';
import { readLevels } from '@/lib/levels/read-levels';

export const GET = personRoute({ permission: 'metrics.read' }, async ({ actor }) => readLevels(actor));
