import { listLabelUses } from '@/lib/conversations/list-labels';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'desk.organise' }, async () => ({ labels: await listLabelUses() }));
