import { personRoute } from '@/lib/http/route';
import { viewDeskSettings } from '@/lib/tools/view-desk-settings';

export const GET = personRoute({ permission: 'intents.read' }, () => viewDeskSettings());
