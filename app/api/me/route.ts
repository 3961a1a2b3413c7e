import { readWorkspaceName } from '@/lib/auth/require-person';
import { personRoute } from '@/lib/http/route';

export const GET = personRoute({ permission: 'conversations.work' }, async ({ actor }) => {
  const { id, name, hue, role, roleName, permissions, available } = actor;
  return { id, name, hue, role, roleName, permissions, available, workspace: await readWorkspaceName() };
});
