import type { PersonActor } from '../auth/permissions';
import type { Action, Approval } from '../platform/records';
import type { Ballot } from '../tools/ballot.schema';
import { rankOf, standingOf } from '../tools/who-decides';
import type { Names } from './list-conversations';

/** How the vote on an action stands for this person: as the approvals page and the vote itself decide it. */
export const viewBallot = (person: PersonActor, action: Action & { approvals: Approval[] }, names: Names): Ballot => ({
  standing: standingOf(person, action),
  rank: rankOf(action),
  needed: action.approvalsNeeded,
  agreed: action.approvals.flatMap(({ personId, decision }) =>
    decision === 'approve' ? (names.people.get(personId)?.name ?? []) : [],
  ),
});
