import { may, type PersonActor } from './permissions';

/** Whose a conversation is: what decides who may see it. */
export type Placement = { teamId: string | null; agentId: string | null };

/** The same rule as `visibleTo`, for a conversation whose placement is known; one that is gone is nobody's to see. */
export function maySee(
  person: Pick<PersonActor, 'id' | 'teamIds' | 'permissions'>,
  placement: Placement | null,
): boolean {
  if (may(person, 'conversations.see_all')) return true;
  if (!placement) return false;
  const { teamId, agentId } = placement;
  return teamId === null || agentId === person.id || person.teamIds.includes(teamId);
}
