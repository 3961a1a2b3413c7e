import { readWorkspaceName } from '@/lib/auth/require-person';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, async ({ actor }) => {
  const { id, name, hue, role } = actor;
  return { id, name, hue, role, workspace: await readWorkspaceName() };
});
