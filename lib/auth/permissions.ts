import type { Prisma } from '../platform/records';
import { type Permission, permissionSchema, type RoleKey } from './permission.schema';

export type { Permission } from './permission.schema';

/** Who asks, when a person does. */
export type PersonActor = {
  id: string;
  name: string;
  email: string;
  role: RoleKey;
  /** What the role is called: a role of one's own making has a name of its own. */
  roleName: string;
  /** What this person may do, from the role or from a set of their own. Nothing else is asked when something is decided. */
  permissions: readonly Permission[];
  hue: number;
  teamIds: string[];
  available: boolean;
};

const granted: Record<RoleKey, readonly Permission[]> = {
  agent: ['conversations.work', 'customers.edit', 'privacy.reveal', 'knowledge.read'],
  supervisor: [
    'conversations.work',
    'conversations.see_all',
    'customers.edit',
    'customers.merge',
    'privacy.reveal',
    'actions.approve',
    'reviews.decide',
    'metrics.read',
    'knowledge.read',
    'knowledge.edit',
    'intents.read',
    'desk.organise',
  ],
  admin: permissionSchema.options,
};

/**
 * What somebody may do: a custom role counts instead of the role, never beside it. Names that are no permission any more
 * grant nothing.
 */
export function permissionsOf(role: RoleKey, custom: readonly string[] | null): readonly Permission[] {
  if (!custom) return granted[role];
  const known = custom.flatMap((one) => permissionSchema.safeParse(one).data ?? []);
  return [...new Set<Permission>(['conversations.work', ...known])];
}

export const may = (person: Pick<PersonActor, 'permissions'>, permission: Permission): boolean =>
  person.permissions.includes(permission);

/** The conversations a person may see: what is not in here is not found. Others see their teams', their own and what no team has. */
export function visibleTo(person: Pick<PersonActor, 'id' | 'teamIds' | 'permissions'>): Prisma.ConversationWhereInput {
  if (may(person, 'conversations.see_all')) return {};
  return { OR: [{ teamId: null }, { teamId: { in: person.teamIds } }, { agentId: person.id }] };
}
