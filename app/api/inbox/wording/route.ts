import { personRoute } from '@/lib/http/route';
import { hasModel } from '@/lib/models/has-model';

export const GET = personRoute({ permission: 'conversations.work' }, async () => ({
  // The desk asks again the moment models change: what another process read a second ago would then stand until it is loaded anew.
  configured: await hasModel({ fresh: true }),
}));
