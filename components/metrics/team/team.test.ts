import { describe, expect, it } from 'vitest';
import { sayTeam } from '@/lib/format/say-team';
import type { Member } from '@/lib/metrics/team.schema';
import { isPlain, sortMembers, sumMembers } from './sort-members';

const figure = (value: number | null, n = 0) => ({ value, n });
const member = (name: string, more: Partial<Member> = {}): Member => ({
  ...{ id: name, name, hue: 1, teams: [], load: 0, capacity: 6, available: true },
  ...{ conversations: figure(20, 20), conversationsBefore: null, solved: figure(10, 20), solvedBefore: null },
  ...{ replies: figure(30, 20), firstReplyMs: figure(60_000, 20), handleMs: figure(60_000, 20), csat: figure(0.9, 10) },
  ...{ sla: figure(1, 10), cameBack: figure(0.1, 10), occupancy: null, availableMs: null, noOccupancy: 'no_hours' },
  ...more,
});
const few = (count: number) => ({
  conversations: figure(count, count),
  solved: figure(1, count),
  replies: figure(1, count),
});

describe('sortMembers', () => {
  const names = (members: Member[]) => members.map(({ name }) => name).join('');
  const [a, b, c] = [
    member('A', { firstReplyMs: figure(90_000, 20), csat: figure(0.8, 5) }),
    member('B', { firstReplyMs: figure(30_000, 20), csat: figure(1, 4) }),
    member('C', { firstReplyMs: figure(1_000, 3), ...few(3), csat: figure(0.5, 9) }),
  ];
  it.each([
    ['names', 'name', false, 'ABC'],
    ['names, the last first', 'name', true, 'CBA'],
    ['the fastest first; three conversations make nobody the fastest', 'firstReplyMs', false, 'BAC'],
    ['the slowest first; nor the slowest', 'firstReplyMs', true, 'ABC'],
    ['the best rated first; four ratings are too few', 'csat', true, 'ACB'],
    ['counts are what they are', 'conversations', false, 'CAB'],
    ['what nobody has keeps the names', 'occupancy', true, 'ABC'],
  ] as const)('%s', (_, key, down, expected) => expect(names(sortMembers([c, a, b], { key, down }))).toBe(expected));

  it('tells what is too little to compare', () => {
    expect([isPlain(c, 'firstReplyMs'), isPlain(a, 'firstReplyMs'), isPlain(b, 'csat'), isPlain(c, 'solved')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('adds up what can be added', () => {
    expect(sumMembers([a, c])).toEqual({
      conversations: 23,
      replies: 31,
      solved: 11,
      load: 0,
      capacity: 12,
      people: 2,
    });
  });
});

describe('sayTeam', () => {
  it.each([
    ['Nobody had a conversation in these days.', [member('A', few(0))], false],
    ['One person solved 1 conversation and wrote 1 reply.', [member('A', few(3)), member('B', few(0))], false],
    ['2 people solved 11 conversations and wrote 31 replies.', [member('A', few(3)), member('B')], false],
    ['You solved 10 conversations and wrote 30 replies.', [member('A')], true],
    ['You had no conversation in these days.', [member('A', few(0))], true],
  ] as const)('%s', (expected, members, ownOnly) => expect(sayTeam({ members: [...members], ownOnly })).toBe(expected));
});
