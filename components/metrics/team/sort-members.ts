import { fewestRatings, isComparable } from '@/lib/format/say-team';
import type { Member } from '@/lib/metrics/team.schema';

export type SortKey =
  | 'name'
  | 'load'
  | 'occupancy'
  | 'conversations'
  | 'replies'
  | 'solved'
  | 'firstReplyMs'
  | 'handleMs'
  | 'csat'
  | 'sla'
  | 'cameBack';
export type Sorting = { key: SortKey; down: boolean };

/** What a column is sorted by; null where there is nothing to tell, or too little. */
export function rankedBy(member: Member, key: SortKey): number | null {
  switch (key) {
    case 'name':
      return null;
    case 'load':
      return member.load;
    case 'occupancy':
      return member.occupancy;
    case 'conversations':
    case 'replies':
    case 'solved':
      return member[key].value;
    case 'csat':
      return member.csat.n < fewestRatings ? null : member.csat.value;
    case 'firstReplyMs':
    case 'handleMs':
    case 'sla':
    case 'cameBack':
      return isComparable(member) ? member[key].value : null;
  }
}

const asCounted = new Set<SortKey>(['name', 'load', 'conversations', 'replies', 'solved', 'occupancy']);

const byName = (a: Member, b: Member): number => a.name.localeCompare(b.name, 'en', { numeric: true });

/**
 * In the order that is asked for. What is counted on too few stands last whichever way one sorts: three conversations make
 * nobody the fastest, and nobody the slowest.
 */
export function sortMembers(members: readonly Member[], { key, down }: Sorting): Member[] {
  const way = down ? -1 : 1;
  return [...members].sort((a, b) => {
    if (key === 'name') return way * byName(a, b);
    const [one, other] = [rankedBy(a, key), rankedBy(b, key)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
    return way * (one - other) || byName(a, b);
  });
}

/** Whether a figure is told plainly, or as too little to compare. */
export const isPlain = (member: Member, key: SortKey): boolean => asCounted.has(key) || rankedBy(member, key) !== null;

export type Sums = Record<'conversations' | 'replies' | 'solved' | 'load' | 'capacity' | 'people', number>;

/** What can be added up; a median of medians is none, so times are left out. */
export function sumMembers(members: readonly Member[]): Sums {
  const sum = (of: (member: Member) => number | null) =>
    members.reduce((total, member) => total + (of(member) ?? 0), 0);
  return {
    conversations: sum((member) => member.conversations.value),
    replies: sum((member) => member.replies.value),
    solved: sum((member) => member.solved.value),
    load: sum((member) => member.load),
    capacity: sum((member) => member.capacity),
    people: members.length,
  };
}
