import { listKeys } from '@/lib/auth/list-keys';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'desk.administer' }, async () => ({ keys: await listKeys() }));
