import { may, type PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import type { ViewCounts, ViewKey } from './conversation.schema';
import { inView, seenBy } from './where-conversations';

/** Counted by joining to what they wait for: few, and found by an index of their own. */
const joined = ['approvals', 'reviewed'] as const satisfies ViewKey[];

type Group = { holder: string; teamId: string | null; mine: boolean; asleep: boolean; count: number };

/**
 * The live counts beside the views. Solved ones are not counted: nobody works that number down. All that is open is gone
 * through once, by an index that holds every column needed, and the views are summed from its groups.
 */
export async function countViews(person: PersonActor): Promise<ViewCounts> {
  const [groups, [others], teams] = await Promise.all([
    db().$queryRaw<Group[]>`
      SELECT c.holder::text AS holder, c."teamId"::text AS "teamId", coalesce(c."agentId" = ${person.id}::uuid, false) AS mine,
        c."snoozedAt" IS NOT NULL AS asleep, count(*)::int AS count
      FROM "Conversation" c WHERE c.state = 'open' AND ${seenBy(person)} GROUP BY 1, 2, 3, 4`,
    db().$queryRaw<{ approvals: number; reviewed: number }[]>`
      SELECT (SELECT count(*)::int FROM "Conversation" c WHERE ${seenBy(person)} AND ${inView(person, joined[0])}) AS approvals,
        (SELECT count(*)::int FROM "Conversation" c WHERE ${seenBy(person)} AND ${inView(person, joined[1])}) AS reviewed`,
    db().team.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true } }),
  ]);
  const sum = (counts: (group: Group) => boolean) =>
    groups.reduce((all, group) => (counts(group) ? all + group.count : all), 0);
  const queued = ({ holder, asleep }: Group) => !asleep && holder === 'queue';
  const ours = ({ teamId }: Group) => teamId === null || person.teamIds.includes(teamId);
  const assistant = sum(({ holder, asleep }) => !asleep && holder === 'assistant');
  const mine = may(person, 'conversations.see_all') ? teams : teams.filter(({ id }) => person.teamIds.includes(id));
  return {
    views: {
      'needs-me': sum((group) =>
        group.holder === 'agent' ? group.mine && !group.asleep : queued(group) && ours(group),
      ),
      unassigned: sum(queued),
      snoozed: sum(({ asleep }) => asleep),
      assistant,
      ...others!,
    },
    teams: mine.map((team) => ({
      ...team,
      count: sum(({ teamId, holder, asleep }) => teamId === team.id && !asleep && holder !== 'assistant'),
    })),
    assistantHolds: assistant,
  };
}
