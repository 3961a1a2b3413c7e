import { personRoute } from '@/lib/http/route';
import { readEscalation } from '@/lib/levels/measure-escalation';

export const POST = personRoute({ permission: 'metrics.read' }, () => readEscalation(new Date()));
