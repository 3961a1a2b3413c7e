import type { Member, TeamView } from '../metrics/team.schema';
import { formatFigure } from './format-figure';

/** Fewer than these are too few to set somebody beside others by them. */
export const fewestConversations = 10;
export const fewestRatings = 5;

export const isComparable = ({ conversations }: Pick<Member, 'conversations'>): boolean =>
  conversations.n >= fewestConversations;

/** What the people of the desk did, together and in one sentence: no one is named, nobody is ranked in it. */
export function sayTeam({ members, ownOnly }: Pick<TeamView, 'members' | 'ownOnly'>): string {
  const active = members.filter(({ conversations }) => conversations.n > 0);
  const sum = (of: (member: Member) => number) => active.reduce((total, member) => total + of(member), 0);
  const solved = sum((member) => member.solved.value ?? 0);
  const replies = sum((member) => member.replies.value ?? 0);
  const count = (value: number, one: string) => `${formatFigure('count', value)} ${one}${value === 1 ? '' : 's'}`;
  if (ownOnly) {
    if (active.length === 0) return 'You had no conversation in these days.';
    return `You solved ${count(solved, 'conversation')} and wrote ${count(replies, 'reply').replace('replys', 'replies')}.`;
  }
  if (active.length === 0) return 'Nobody had a conversation in these days.';
  const who = active.length === 1 ? 'One person' : `${active.length} people`;
  return `${who} solved ${count(solved, 'conversation')} and wrote ${count(replies, 'reply').replace('replys', 'replies')}.`;
}

/** The line below. */
export const teamHint = ({ ownOnly }: Pick<TeamView, 'ownOnly'>): string =>
  ownOnly
    ? 'These are your own figures; nobody else’s are shown to you.'
    : 'The assistant is no person and never among them. Who holds it when it is closed is who solved it.';
