import { personRoute } from '@/lib/http/route';
import { readTeam, teamQuerySchema } from '@/lib/metrics/read-team';

/** Everybody may read their own; the verb looks after the rest. */
export const POST = personRoute({ permission: 'conversations.work', body: teamQuerySchema }, async ({ actor, body }) =>
  readTeam(actor, body),
);
