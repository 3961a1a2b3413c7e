import { listPeople } from '@/lib/auth/list-people';
import { listCalendars, listPolicies } from '@/lib/conversations/arrange-promises';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'desk.organise' }, async () => {
  const [policies, calendars, { teams }] = await Promise.all([listPolicies(), listCalendars(), listPeople()]);
  return { policies, calendars: calendars.map(({ id, name }) => ({ id, name })), teams };
});
