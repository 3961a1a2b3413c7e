import { listMacros } from '@/lib/conversations/list-macros';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, async ({ actor }) => ({
  macros: await listMacros(actor),
}));
