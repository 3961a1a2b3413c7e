import { personRoute } from '@/lib/http/route';
import { viewGaps } from '@/lib/models/view-gaps';

export const GET = personRoute({ permission: 'knowledge.edit' }, () => viewGaps());
