import { may, type Permission, type PersonActor } from '../auth/permissions';
import type { Action, Approval } from '../platform/records';
import type { Standing } from './ballot.schema';

/** What a policy asks for by the rank of who approves, as what that person must be allowed to do. */
const needs = {
  agent: 'conversations.work',
  supervisor: 'actions.approve',
  admin: 'actions.approve_any',
} as const satisfies Record<string, Permission>;
type Rank = keyof typeof needs;

/** The rank an action waits for; what names none waits for a supervisor. */
export const rankOf = ({ approvers }: Pick<Action, 'approvers'>): Rank =>
  approvers !== null && Object.hasOwn(needs, approvers) ? (approvers as Rank) : 'supervisor';

/** Whether the first rank is higher than the second. */
export function isAbove(one: string | null, other: string | null): boolean {
  const ranks = Object.keys(needs);
  return ranks.indexOf(rankOf({ approvers: one })) > ranks.indexOf(rankOf({ approvers: other }));
}

/** Whether this person's rights are enough for it. That they may see the conversation is asked elsewhere. */
export const mayDecide = (person: Pick<PersonActor, 'permissions'>, action: Pick<Action, 'approvers'>): boolean =>
  may(person, needs[rankOf(action)]);

/** The ranks whose actions this person may decide. */
export const ranksOf = (person: Pick<PersonActor, 'permissions'>): Rank[] =>
  (Object.keys(needs) as Rank[]).filter((rank) => may(person, needs[rank]));

/** How somebody stands to an action that waits: it is theirs to decide, or why not. */
export function standingOf(
  person: Pick<PersonActor, 'id' | 'permissions'>,
  action: Pick<Action, 'approvers' | 'askedById'> & { approvals: Pick<Approval, 'personId'>[] },
): Standing {
  if (!mayDecide(person, action)) return 'not_your_rank';
  if (action.askedById === person.id) return 'your_own';
  return action.approvals.some(({ personId }) => personId === person.id) ? 'you_agreed' : 'yours';
}
