import type { ErrorCode } from '../platform/errors';
import type { ActionStatus } from '../platform/records';

export type Vote = { personId: string; decision: 'approve' | 'refuse' };

export type Ballot = {
  status: ActionStatus;
  /** How many must say yes. */
  approvalsNeeded: number;
  /** The person who asked for the action; null where the assistant did. */
  askedById: string | null;
  dueAt: Date | null;
  votes: readonly Vote[];
};

/** A yes that is not the last one needed leaves it waiting. */
export type VoteOutcome =
  | { kind: 'counts'; status: 'approved' | 'refused' | 'waiting_approval' }
  | { kind: 'not_heard'; code: ErrorCode; why: string };

/**
 * Whether a person's yes or no is heard, and what becomes of the action. Who is allowed to decide is asked before; `decided`
 * is how the end came about, in words, for whoever was too late.
 */
export function decideVote(ballot: Ballot, vote: Vote, decided: string, now: Date): VoteOutcome {
  if (ballot.status !== 'waiting_approval') return { kind: 'not_heard', code: 'conflict', why: decided };
  if (ballot.dueAt && ballot.dueAt <= now)
    return {
      kind: 'not_heard',
      code: 'conflict',
      why: 'The time to decide is over. People take the conversation over.',
    };
  if (ballot.askedById === vote.personId)
    return { kind: 'not_heard', code: 'forbidden', why: 'You asked for this yourself. Somebody else has to decide.' };
  if (vote.decision === 'refuse') return { kind: 'counts', status: 'refused' };
  if (ballot.votes.some(({ personId, decision }) => personId === vote.personId && decision === 'approve'))
    return { kind: 'not_heard', code: 'conflict', why: 'You have agreed already. It waits for a second person.' };
  const agreed = ballot.votes.filter(({ decision }) => decision === 'approve').length + 1;
  return { kind: 'counts', status: agreed >= ballot.approvalsNeeded ? 'approved' : 'waiting_approval' };
}
