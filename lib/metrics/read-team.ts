import { z } from 'zod';
import { may, type PersonActor } from '../auth/permissions';
import { hoursSchema, timeZoneSchema } from '../conversations/sla.schema';
import { databaseNow } from '../platform/clock';
import { db, Prisma } from '../platform/db';
import { chooseZone } from './choose-zone';
import { type Filters, filtersSchema, type MetricsAnswer, periodSchema } from './metric.schema';
import { planBuckets } from './plan-buckets';
import { readFrame } from './read-metric-state';
import { readMetrics } from './read-metrics';
import { whereFact } from './read-sums';
import { sumAvailableTime } from './sum-available-time';
import type { Member, MemberFigures, TeamView } from './team.schema';

export const teamQuerySchema = z.object({
  period: periodSchema,
  compare: z.union([z.literal('none'), periodSchema]).default('none'),
  filters: filtersSchema.default({}),
});
type TeamQuery = z.infer<typeof teamQuerySchema>;

const measures = [
  'person_conversations',
  'person_solved',
  'person_replies',
  'person_first_reply',
  'person_handle_time',
  'person_csat',
  'person_sla',
  'person_came_back',
];
const workingHoursSchema = z.object({ timeZone: timeZoneSchema, days: hoursSchema });
/** Less time than this is too little to divide by. */
const leastMs = 3_600_000;

/**
 * The figures of everybody who works here beside each other; of oneself alone for who may not read others. The assistant is
 * no person and never among them.
 */
export async function readTeam(person: PersonActor, query: TeamQuery): Promise<TeamView> {
  const { period, compare, filters: given } = teamQuerySchema.parse(query);
  const { agent: _, ...filters } = given;
  const ownOnly = !may(person, 'metrics.read');
  const only = ownOnly ? [person.id] : null;
  const figures = readFigures(person, { period, compare, filters }, ownOnly);
  figures.catch(() => undefined); // told by who awaits it
  const [people, frame, now] = await Promise.all([readPeople(only, filters.team), readFrame(), databaseNow()]);
  const { starts, end } = planBuckets(period, 'day', chooseZone({ filters }, frame));
  const span = { from: starts[0]!, to: new Date(Math.min(end.getTime(), now.getTime())) };
  const [answers, available] = await Promise.all([
    figures,
    readAvailable(people, span, async (begins) =>
      begins > span.from ? readHandled(people, { from: begins, to: span.to, filters }) : sumHandled(await figures),
    ),
  ]);
  const worked = new Set(people.filter(({ disabledAt }) => disabledAt === null).map(({ id }) => id));
  for (const [id, figures] of answers) if (figures.conversations.n > 0) worked.add(id);
  return {
    ownOnly,
    members: people
      .filter(({ id }) => worked.has(id))
      .map(
        ({ id, name, hue, capacity, available: takes, load, teams }): Member => ({
          ...{ id, name, hue, capacity, available: takes, load, teams },
          ...(answers.get(id) ?? nothing),
          ...(available.of.get(id) ?? { occupancy: null, availableMs: null, noOccupancy: 'not_recorded' as const }),
        }),
      ),
    recordedFrom: available.recordedFrom?.toISOString() ?? null,
  };
}

type PersonRow = {
  id: string;
  name: string;
  hue: number;
  capacity: number;
  available: boolean;
  disabledAt: Date | null;
  workingHours: unknown;
  load: number;
  teams: string[];
};

/** Members of the teams that are asked for; somebody who left is among them as long as there is anything of theirs. */
async function readPeople(only: string[] | null, teams: Filters['team']): Promise<PersonRow[]> {
  const teamIds = (teams ?? []).filter((id) => id !== '');
  const [rows, loads] = await Promise.all([
    db().person.findMany({
      where: {
        ...(only ? { id: { in: only } } : {}),
        ...(teamIds.length > 0 ? { teams: { some: { teamId: { in: teamIds } } } } : {}),
      },
      orderBy: { name: 'asc' },
      include: { teams: { select: { team: { select: { name: true, position: true } } } } },
    }),
    db().conversation.groupBy({
      by: ['agentId'],
      where: { state: 'open', holder: 'agent', snoozedAt: null },
      _count: true,
    }),
  ]);
  const load = new Map(loads.map((one) => [one.agentId, one._count]));
  return rows.map(({ id, name, hue, capacity, available, disabledAt, workingHours, teams: member }) => ({
    ...{ id, name, hue, capacity, available, disabledAt, workingHours, load: load.get(id) ?? 0 },
    teams: member.sort((a, b) => a.team.position - b.team.position).map(({ team }) => team.name),
  }));
}

type Own = Omit<MemberFigures, 'occupancy' | 'availableMs' | 'noOccupancy'>;
type Told = NonNullable<MetricsAnswer['breakdown']>[number]['measures'];

const none = { value: null, n: 0 };
const nothing: Own = {
  ...{ conversations: { value: 0, n: 0 }, conversationsBefore: null, solved: { value: 0, n: 0 }, solvedBefore: null },
  ...{ replies: { value: 0, n: 0 }, firstReplyMs: none, handleMs: none, csat: none },
  ...{ sla: none, cameBack: none },
};

async function readFigures(person: PersonActor, query: TeamQuery, ownOnly: boolean): Promise<Map<string, Own>> {
  if (ownOnly) {
    const answer = await readMetrics(person, {
      ...query,
      filters: { ...query.filters, agent: [person.id] },
      measures,
      granularity: 'period',
    });
    return new Map([[person.id, figuresOf(answer.measures)]]);
  }
  const answer = await readMetrics(person, { ...query, by: 'agent', measures, granularity: 'period' });
  return new Map((answer.breakdown ?? []).map(({ key, measures: told }) => [key, figuresOf(told)]));
}

const figuresOf = (told: Told): Own => ({
  conversations: told.person_conversations!.total,
  conversationsBefore: told.person_conversations!.previous,
  solved: told.person_solved!.total,
  solvedBefore: told.person_solved!.previous,
  replies: told.person_replies!.total,
  firstReplyMs: told.person_first_reply!.total,
  handleMs: told.person_handle_time!.total,
  csat: told.person_csat!.total,
  sla: told.person_sla!.total,
  cameBack: told.person_came_back!.total,
});

type Span = { from: Date; to: Date };

/** Of the whole period it is a mean and on how many. */
const sumHandled = (figures: Map<string, Own>): Map<string, number> =>
  new Map([...figures].map(([id, { handleMs }]) => [id, (handleMs.value ?? 0) * handleMs.n]));

/** Of a part of it, from the facts. */
async function readHandled(
  people: readonly PersonRow[],
  asked: Span & { filters: Filters },
): Promise<Map<string, number>> {
  const ids = people.map(({ id }) => id);
  const rows = await db().$queryRaw<{ id: string; ms: number }[]>`
    SELECT f."personId"::text AS id, sum(f."handleMs")::float AS ms FROM "PersonFact" f
    WHERE ${whereFact(asked, 'f."cameAt"')} AND ${Prisma.sql`f."personId" = ANY(${ids}::uuid[])`} GROUP BY 1`;
  return new Map(rows.map((one) => [one.id, one.ms]));
}

type Occupied = Pick<MemberFigures, 'occupancy' | 'availableMs' | 'noOccupancy'>;

/** How long each took work, and the share of it that was handling, both since it is recorded. */
async function readAvailable(
  people: readonly PersonRow[],
  { from, to }: Span,
  readHandledSince: (begins: Date) => Promise<Map<string, number>>,
): Promise<{ recordedFrom: Date | null; of: Map<string, Occupied> }> {
  const ids = people.map(({ id }) => id);
  const rows = await db().$queryRaw<{ personId: string; at: Date; available: boolean }[]>`
    SELECT "personId"::text AS "personId", at, available FROM "AvailabilityChange"
    WHERE "personId" = ANY(${ids}::uuid[]) AND at < ${to} ORDER BY "personId", at, id`;
  const recordedFrom = rows.length > 0 ? new Date(Math.min(...rows.map(({ at }) => at.getTime()))) : null;
  if (!recordedFrom) return { recordedFrom, of: new Map() };
  const begins = new Date(Math.max(from.getTime(), recordedFrom.getTime()));
  const ms = await readHandledSince(begins);
  const of = people.map(({ id, workingHours }): [string, Occupied] => {
    const hours = workingHoursSchema.safeParse(workingHours).data;
    if (!hours) return [id, { occupancy: null, availableMs: null, noOccupancy: 'no_hours' }];
    const own = rows.filter(({ personId }) => personId === id);
    const availableMs = sumAvailableTime(own, begins, to, {
      timeZone: hours.timeZone,
      hours: hours.days,
      holidays: [],
    });
    if (availableMs < leastMs) return [id, { occupancy: null, availableMs, noOccupancy: 'not_recorded' }];
    return [id, { occupancy: (ms.get(id) ?? 0) / availableMs, availableMs, noOccupancy: null }];
  });
  return { recordedFrom, of: new Map(of) };
}
