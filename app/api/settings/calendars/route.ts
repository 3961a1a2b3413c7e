import { listCalendars } from '@/lib/conversations/arrange-promises';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'desk.organise' }, async () => ({ calendars: await listCalendars() }));
