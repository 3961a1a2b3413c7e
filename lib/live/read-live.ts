import { DateTime } from 'luxon';
import { z } from 'zod';
import type { PersonActor } from '../auth/permissions';
import { isWorking } from '../conversations/add-working-time';
import { hoursSchema, timeZoneSchema } from '../conversations/sla.schema';
import { seenBy } from '../conversations/where-conversations';
import { readMetricSettings } from '../metrics/metric-settings';
import { databaseNow } from '../platform/clock';
import { db, Prisma } from '../platform/db';
import type { LiveView } from './live.schema';
import { readSystems } from './read-systems';

/** Due within so many minutes is about to be late. */
const soonMinutes = 15;
const workingHoursSchema = z.object({ timeZone: timeZoneSchema, days: hoursSchema });

/**
 * How the desk stands now, in a handful of short questions; asked again with every event, so none of them may walk through
 * what is closed. Conversations a person may not see are not counted. The assistant is never among people.
 */
export async function readLive(person: PersonActor): Promise<LiveView> {
  const [now, { timeZone }] = await Promise.all([databaseNow(), readMetricSettings()]);
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day').toJSDate();
  const [queues, people, turns, days, promises, systems] = await Promise.all([
    readQueues(person),
    readPeople(now),
    readTurns(),
    readToday(person, today),
    readPromises(person),
    readSystems(),
  ]);
  const oldest = queues.flatMap(({ oldest: at }) => at ?? []).sort()[0] ?? null;
  return {
    at: now.toISOString(),
    waiting: { count: queues.reduce((sum, { waiting }) => sum + waiting, 0), oldest },
    queues: queues.map((queue) => ({
      ...queue,
      ...sumTeam(people.filter(({ teamIds }) => queue.teamId !== null && teamIds.includes(queue.teamId))),
    })),
    people: people.map(({ teamIds: _, ...one }) => one),
    ...{ turns, today: days, promises },
    ...systems,
  };
}

type Member = LiveView['people'][number] & { teamIds: string[] };

const sumTeam = (members: Member[]) => {
  const on = members.filter((one) => one.on);
  return {
    on: on.length,
    load: on.reduce((sum, { load }) => sum + load, 0),
    capacity: on.reduce((sum, { capacity }) => sum + capacity, 0),
  };
};

type QueueRow = { teamId: string | null; name: string | null; waiting: number; oldest: Date | null; late: number };

/** Every team, and what no team has where something waits there. */
async function readQueues(person: PersonActor) {
  const rows = await db().$queryRaw<QueueRow[]>`
    WITH waiting AS (
      SELECT c."teamId", count(*)::int AS waiting, min(c."waitingSince") AS oldest,
        (count(*) FILTER (WHERE c."dueAt" < clock_timestamp()))::int AS late
      FROM "Conversation" c
      WHERE c.state = 'open' AND c.holder = 'queue' AND c."snoozedAt" IS NULL AND ${seenBy(person)} GROUP BY 1)
    SELECT t.id::text AS "teamId", t.name, coalesce(w.waiting, 0) AS waiting, w.oldest, coalesce(w.late, 0) AS late, t.position
    FROM "Team" t LEFT JOIN waiting w ON w."teamId" = t.id
    UNION ALL SELECT NULL, NULL, waiting, oldest, late, 1000000 FROM waiting WHERE "teamId" IS NULL
    ORDER BY position, name`;
  return rows.map(({ teamId, name, waiting, oldest, late }) => ({
    ...{ teamId, name: name ?? 'Without a team', waiting, late },
    oldest: oldest?.toISOString() ?? null,
  }));
}

/** Everybody of a team, those with the least room first. */
async function readPeople(now: Date): Promise<Member[]> {
  const [rows, loads] = await Promise.all([
    db().person.findMany({
      where: { disabledAt: null, teams: { some: {} } },
      orderBy: { name: 'asc' },
      include: { teams: { select: { teamId: true } } },
    }),
    db().conversation.groupBy({
      by: ['agentId'],
      where: { state: 'open', holder: 'agent', snoozedAt: null },
      _count: true,
    }),
  ]);
  const load = new Map(loads.map((one) => [one.agentId, one._count]));
  return rows
    .map(({ id, name, hue, available, workingHours, capacity, lastSeenAt, teams }): Member => {
      const hours = workingHoursSchema.safeParse(workingHours).data;
      const working = !hours || isWorking(now, { timeZone: hours.timeZone, hours: hours.days });
      return {
        ...{ id, name, hue, capacity, on: available && working, load: load.get(id) ?? 0 },
        off: !available ? 'away' : working ? null : 'not_working',
        lastSeenAt: lastSeenAt?.toISOString() ?? null,
        teamIds: teams.map(({ teamId }) => teamId),
      };
    })
    .sort((a, b) => Number(b.on) - Number(a.on) || b.load / b.capacity - a.load / a.capacity);
}

async function readTurns(): Promise<LiveView['turns']> {
  const [row] = await db().$queryRaw<{ running: number; oldest: Date | null }[]>`
    SELECT count(*)::int AS running, min("startedAt") AS oldest FROM "Turn" WHERE status = 'running'`;
  return { running: row?.running ?? 0, oldest: row?.oldest?.toISOString() ?? null };
}

async function readToday(person: PersonActor, from: Date): Promise<LiveView['today']> {
  const [row] = await db().$queryRaw<LiveView['today'][]>`
    SELECT
      (SELECT count(*) FROM "ConversationFact" f JOIN "Conversation" c ON c.id = f.id WHERE f."cameAt" >= ${from} AND ${seenBy(person)})::int AS came,
      count(*)::int AS solved,
      (count(*) FILTER (WHERE f.resolution IN ('verified', 'assumed')))::int AS "solvedByAssistant"
    FROM "ConversationFact" f JOIN "Conversation" c ON c.id = f.id
    WHERE f."solvedAt" >= ${from} AND f.resolution <> 'abandoned' AND ${seenBy(person)}`;
  return row!;
}

async function readPromises(person: PersonActor): Promise<LiveView['promises']> {
  const soon = Prisma.sql`clock_timestamp() + make_interval(mins => ${soonMinutes})`;
  const [row] = await db().$queryRaw<LiveView['promises'][]>`
    SELECT (count(*) FILTER (WHERE c."dueAt" < clock_timestamp()))::int AS late,
      (count(*) FILTER (WHERE c."dueAt" >= clock_timestamp() AND c."dueAt" < ${soon}))::int AS soon,
      (SELECT count(*) FROM "Conversation" c WHERE c."breachedAt" > clock_timestamp() - interval '1 hour' AND ${seenBy(person)})::int AS "brokenInHour"
    FROM "Conversation" c WHERE c.state = 'open' AND c."snoozedAt" IS NULL AND c."dueAt" < ${soon} AND ${seenBy(person)}`;
  return row!;
}
