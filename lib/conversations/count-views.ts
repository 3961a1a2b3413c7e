import { may, type PersonActor } from '../auth/permissions';
import { db, Prisma } from '../platform/db';
import { countDecidable } from '../tools/list-approvals';
import type { ViewCounts } from './conversation.schema';
import { inView, seenBy } from './where-conversations';

type Group = { holder: string; teamId: string | null; mine: boolean; asleep: boolean; count: number };

/**
 * The live counts beside the views. Solved ones are not counted: nobody works that number down. What is open is summed
 * from its tally, which every change adds to in its own transaction, and the views are summed from its groups.
 */
export async function countViews(person: PersonActor): Promise<ViewCounts> {
  const [groups, [others], teams, decide] = await Promise.all([
    db().$queryRaw<Group[]>`
      SELECT c.holder::text AS holder, c."teamId"::text AS "teamId", coalesce(c."agentId" = ${person.id}::uuid, false) AS mine,
        c.asleep, sum(c.count)::int AS count
      FROM "OpenTally" c WHERE ${seenBy(person)} GROUP BY 1, 2, 3, 4`,
    // From what waits to the conversation, one by one: the other way round all that is open is gone through again.
    db().$queryRaw<{ approvals: number; reviewed: number }[]>`
      SELECT (SELECT count(*)::int FROM (SELECT DISTINCT a."conversationId" FROM "Action" a WHERE a.status = 'waiting_approval') a
          CROSS JOIN LATERAL (SELECT 1 FROM "Conversation" c WHERE c.id = a."conversationId" AND ${seenBy(person)}
            AND c.state = 'open' AND c."snoozedAt" IS NULL OFFSET 0) seen) AS approvals,
        (${countReviewed(person)}) AS reviewed`,
    db().team.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true } }),
    countDecidable(person),
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
      // No view of the inbox: what this person may decide, on the page of approvals.
      decide,
    },
    teams: mine.map((team) => ({
      ...team,
      count: sum(({ teamId, holder, asleep }) => teamId === team.id && !asleep && holder !== 'assistant'),
    })),
    assistantHolds: assistant,
  };
}

/** Whoever sees everything need not be asked about each. */
const countReviewed = (person: PersonActor): Prisma.Sql =>
  may(person, 'conversations.see_all')
    ? Prisma.sql`SELECT count(DISTINCT t."conversationId")::int FROM "Review" r JOIN "Turn" t ON t.id = r."turnId" WHERE r.state = 'open'`
    : Prisma.sql`SELECT count(*)::int FROM "Conversation" c WHERE ${seenBy(person)} AND ${inView(person, 'reviewed')}`;
