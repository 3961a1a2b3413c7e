import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Ballot, decideVote, type Vote } from './decide-vote';

const now = new Date('2026-11-21T12:00:00Z');
const later = new Date('2026-11-21T12:30:00Z');
const ballot = (more: Partial<Ballot> = {}): Ballot => ({
  status: 'waiting_approval',
  approvalsNeeded: 1,
  askedById: null,
  dueAt: later,
  votes: [],
  ...more,
});
const yes = (personId: string): Vote => ({ personId, decision: 'approve' });
const no = (personId: string): Vote => ({ personId, decision: 'refuse' });
const two = { approvalsNeeded: 2 };

const rows: [string, Ballot, Vote, string][] = [
  ['one yes approves', ballot(), yes('sam'), 'approved'],
  ['one no refuses', ballot(), no('sam'), 'refused'],
  ['the first of two waits', ballot(two), yes('sam'), 'waiting_approval'],
  ['the second of two approves', ballot({ ...two, votes: [yes('sam')] }), yes('nora'), 'approved'],
  ['the same person twice is not two', ballot({ ...two, votes: [yes('sam')] }), yes('sam'), 'conflict'],
  ['one no refuses what one agreed to', ballot({ ...two, votes: [yes('sam')] }), no('nora'), 'refused'],
  ['who agreed may still say no', ballot({ ...two, votes: [yes('sam')] }), no('sam'), 'refused'],
  ['who asked does not approve', ballot({ askedById: 'sam' }), yes('sam'), 'forbidden'],
  ['who asked does not refuse either', ballot({ askedById: 'sam' }), no('sam'), 'forbidden'],
  ['what was decided stays', ballot({ status: 'refused' }), yes('sam'), 'conflict'],
  ['what ran out of time stays', ballot({ dueAt: now }), yes('sam'), 'conflict'],
  ['without an end it waits', ballot({ dueAt: null }), yes('sam'), 'approved'],
];

it.each(rows)('%s', (_, on, vote, expected) => {
  const outcome = decideVote(on, vote, 'Nora refused it.', now);
  expect(outcome.kind === 'counts' ? outcome.status : outcome.code).toBe(expected);
});

it('tells the late one who decided', () => {
  expect(decideVote(ballot({ status: 'approved' }), yes('sam'), 'Nora approved it.', now)).toMatchObject({
    why: 'Nora approved it.',
  });
});

it('never approves without as many different people as it needs, and never with whoever asked', () => {
  const people = fc.constantFrom('ana', 'ben', 'cem', 'dan');
  const votes = fc.array(fc.record({ personId: people, decision: fc.constantFrom('approve', 'refuse') }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(votes, fc.integer({ min: 1, max: 3 }), people, (all, approvalsNeeded, askedById) => {
      let now_ = ballot({ approvalsNeeded, askedById });
      for (const vote of all as Vote[]) {
        const outcome = decideVote(now_, vote, '', now);
        if (outcome.kind === 'not_heard') continue;
        now_ = { ...now_, status: outcome.status, votes: [...now_.votes, vote] };
      }
      const agreed = new Set(now_.votes.filter((one) => one.decision === 'approve').map((one) => one.personId));
      expect(agreed.has(askedById)).toBe(false);
      expect(now_.status === 'approved').toBe(
        agreed.size >= approvalsNeeded && now_.votes.every((one) => one.decision === 'approve'),
      );
    }),
  );
});
