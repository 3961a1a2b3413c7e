import { describe, expect, it } from 'vitest';
import { choosePolicy } from './choose-policy';
import { decideDue, type Promised } from './decide-due';
import { type Clocks, fitsSchema, type Policy } from './sla.schema';

const at = (clock: string) => new Date(`2026-11-20T${clock}:00Z`);
const policy = (more: Partial<Policy> = {}): Policy => ({
  id: 'p',
  fits: fitsSchema.parse({}),
  firstReplyMinutes: 60,
  nextReplyMinutes: 30,
  resolveMinutes: null,
  calendar: null,
  pauseSnoozed: true,
  pauseWaiting: true,
  ...more,
});
const waiting = (more: Partial<Promised> = {}): Promised => ({
  open: true,
  withPeople: true,
  waitingSince: at('10:00'),
  asleep: false,
  answered: false,
  ...more,
});

describe('decideDue', () => {
  it.each<
    [string, Clocks, Promised, Policy | null, { dueAt: Date | null; dueKind: string | null; left: number | null }]
  >([
    ['a first reply', {}, waiting(), policy(), { dueAt: at('11:00'), dueKind: 'first_reply', left: null }],
    [
      'a next reply',
      {},
      waiting({ answered: true }),
      policy(),
      { dueAt: at('10:30'), dueKind: 'next_reply', left: null },
    ],
    [
      'nothing while we wait for them',
      {},
      waiting({ waitingSince: null }),
      policy(),
      { dueAt: null, dueKind: null, left: null },
    ],
    [
      'nothing of the assistant',
      {},
      waiting({ withPeople: false }),
      policy(),
      { dueAt: null, dueKind: null, left: null },
    ],
    ['nothing that is solved', {}, waiting({ open: false }), policy(), { dueAt: null, dueKind: null, left: null }],
    ['nothing that nobody promised', {}, waiting(), null, { dueAt: null, dueKind: null, left: null }],
    [
      'the nearer of two',
      {},
      waiting(),
      policy({ resolveMinutes: 40 }),
      { dueAt: at('10:40'), dueKind: 'resolve', left: null },
    ],
    [
      'a clock that stands while it sleeps',
      { reply: { spent: 0, since: at('10:00') } },
      waiting({ asleep: true }),
      policy(),
      { dueAt: null, dueKind: 'first_reply', left: 40 * 60 },
    ],
    [
      'a clock that runs while it sleeps, where the policy says so',
      { reply: { spent: 0, since: at('10:00') } },
      waiting({ asleep: true }),
      policy({ pauseSnoozed: false }),
      { dueAt: at('11:00'), dueKind: 'first_reply', left: null },
    ],
    [
      'a clock that goes on where it stood',
      { reply: { spent: 20 * 60, since: null } },
      waiting(),
      policy(),
      { dueAt: at('11:00'), dueKind: 'first_reply', left: null },
    ],
    [
      'what is late already',
      { reply: { spent: 70 * 60, since: null } },
      waiting(),
      policy(),
      { dueAt: at('10:10'), dueKind: 'first_reply', left: null },
    ],
    [
      'the end, standing while we wait for them',
      { resolve: { spent: 0, since: at('10:00') } },
      waiting({ waitingSince: null, answered: true }),
      policy({ resolveMinutes: 120 }),
      { dueAt: null, dueKind: 'resolve', left: 100 * 60 },
    ],
    [
      'the end, running on where the policy says so',
      { resolve: { spent: 0, since: at('10:00') } },
      waiting({ waitingSince: null, answered: true }),
      policy({ resolveMinutes: 120, pauseWaiting: false }),
      { dueAt: at('12:00'), dueKind: 'resolve', left: null },
    ],
    [
      'more of what is more urgent now, and nothing given back',
      { reply: { spent: 0, since: at('10:00') } },
      waiting(),
      policy({ firstReplyMinutes: 15 }),
      { dueAt: at('10:15'), dueKind: 'first_reply', left: null },
    ],
  ])('shows %s', (_, known, now, of, { dueAt, dueKind, left }) => {
    expect(decideDue(known, now, of, at('10:20'))).toMatchObject({ dueAt, dueKind, pausedSeconds: left });
  });

  it('keeps the end’s clock through question and answer, and drops the reply’s', () => {
    const both = policy({ resolveMinutes: 120 });
    const asked = decideDue({}, waiting(), both, at('10:00'));
    const answered = decideDue(asked.clocks, waiting({ waitingSince: null, answered: true }), both, at('10:20'));
    expect(answered.clocks).toEqual({ resolve: { spent: 20 * 60, since: null } });
    const again = decideDue(answered.clocks, waiting({ waitingSince: at('12:00'), answered: true }), both, at('12:00'));
    expect(again).toMatchObject({ dueAt: at('12:30'), dueKind: 'next_reply' });
    const late = decideDue(again.clocks, waiting({ waitingSince: null, answered: true }), both, at('12:10'));
    expect(late.pausedSeconds).toBe(90 * 60);
  });

  it('changes nothing when asked twice', () => {
    const once = decideDue({}, waiting(), policy({ resolveMinutes: 120 }), at('10:05'));
    expect(decideDue(once.clocks, waiting(), policy({ resolveMinutes: 120 }), at('10:30'))).toEqual(once);
  });
});

describe('choosePolicy', () => {
  const named = (name: string, fits: object) => ({ name, fits: fitsSchema.parse(fits) });
  const policies = [
    named('summit mail', { tiers: ['summit'], channels: ['email'] }),
    named('urgent', { priorities: [1] }),
    named('billing', { teamIds: ['b'] }),
    named('rest', {}),
  ];
  it.each([
    [{ priority: 1, tier: 'Summit', teamId: null, channel: 'email' }, 'summit mail'],
    [{ priority: 1, tier: 'Summit', teamId: null, channel: 'api' }, 'urgent'],
    [{ priority: 3, tier: null, teamId: 'b', channel: 'api' }, 'billing'],
    [{ priority: 3, tier: null, teamId: 'a', channel: 'email' }, 'rest'],
  ])('of %j is %s', (one, name) => {
    expect(choosePolicy(policies, one)?.name).toBe(name);
  });
  it('is none where none fits', () => {
    expect(choosePolicy(policies.slice(0, 1), { priority: 3, tier: null, teamId: null, channel: 'api' })).toBeNull();
  });
});
