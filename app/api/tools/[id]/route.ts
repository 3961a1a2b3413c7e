import { personRoute } from '@/lib/http/route';
import { viewTool } from '@/lib/tools/view-tool';

export const GET = personRoute({ permission: 'intents.read' }, ({ params }) => viewTool(params.id ?? ''));
