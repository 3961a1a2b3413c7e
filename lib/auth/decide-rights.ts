import type { Permission } from './permission.schema';

type Standing = { id: string; permissions: readonly Permission[] };

export type RightsRefusal = 'own' | 'above' | 'beyond' | 'last_admin';

/** Who can let people in and arrange everything. Without one nobody could ever again. */
export const runsTheHouse = (permissions: readonly Permission[]): boolean =>
  permissions.includes('people.manage') && permissions.includes('desk.administer');

/** Whether all of `wanted` is among what somebody has: nobody gives what they have not. */
export const hasAll = (has: readonly Permission[], wanted: readonly Permission[]): boolean =>
  wanted.every((permission) => has.includes(permission));

/**
 * Whether one person may give another these rights; `wanted` is null for being disabled. Nobody changes their own, nobody
 * reaches above themselves, and whoever is the last to run the house keeps it.
 */
export function decideRights(
  actor: Standing,
  target: Standing,
  wanted: readonly Permission[] | null,
  othersRunTheHouse: boolean,
): RightsRefusal | null {
  if (actor.id === target.id) return 'own';
  if (!hasAll(actor.permissions, target.permissions)) return 'above';
  if (wanted && !hasAll(actor.permissions, wanted)) return 'beyond';
  const stays = wanted !== null && runsTheHouse(wanted);
  if (runsTheHouse(target.permissions) && !stays && !othersRunTheHouse) return 'last_admin';
  return null;
}
