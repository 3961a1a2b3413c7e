import { may, type PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import type { ViewCounts, ViewKey } from './conversation.schema';
import { countConversations } from './list-conversations';

const counted: ViewKey[] = ['needs-me', 'unassigned', 'approvals', 'reviewed', 'assistant'];

/** The live counts beside the views. Solved ones are not counted: nobody works that number down. */
export async function countViews(person: PersonActor): Promise<ViewCounts> {
  const [counts, teams, waiting] = await Promise.all([
    Promise.all(counted.map((view) => countConversations(person, { view }))),
    db().team.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true } }),
    db().conversation.groupBy({
      by: ['teamId'],
      where: { state: 'open', holder: { in: ['queue', 'agent'] } },
      _count: true,
    }),
  ]);
  const views = Object.fromEntries(counted.map((view, index) => [view, counts[index]!]));
  const all = may(person, 'conversations.see_all');
  const mine = all ? teams : teams.filter((team) => person.teamIds.includes(team.id));
  return {
    views,
    teams: mine.map((team) => ({ ...team, count: waiting.find((one) => one.teamId === team.id)?._count ?? 0 })),
    assistantHolds: views.assistant ?? 0,
  };
}
