import { z } from 'zod';
import { databaseNow } from '../platform/clock';
import { db, inTransaction, type Tx } from '../platform/db';
import { type Candidate, chooseAgent } from './choose-agent';
import { lockConversation } from './lock-conversation';
import { moveConversation } from './move-conversation';
import { notifyPerson } from './notify-person';
import { hoursSchema, timeZoneSchema } from './sla.schema';

/** In one round; the next one follows at once while there is more. */
const most = 100;

/** One worker gives out at a time: two would both see the same room at the same desk. */
const turnLock = 778204;

const workingHoursSchema = z.object({ timeZone: timeZoneSchema, days: hoursSchema });

type Waiting = { id: string; teamId: string; skills: string[]; language: string | null };
type Member = Candidate & { teamIds: string[]; name: string };

/**
 * Gives what waits in teams that want it so to who has room: the most urgent first, then the longest waiting. One that nobody can take
 * now keeps its place, so that it is the first to go when somebody can; those behind it go past only to people it could not go to.
 * Answers how many were given. With several workers one does it, and the others have nothing to do.
 */
export async function assignWaiting(): Promise<number> {
  const auto = await db().team.count({ where: { autoAssign: true } });
  if (auto === 0) return 0;
  return inTransaction(async (turn) => {
    const [lock] = await turn.$queryRaw<{ got: boolean }[]>`SELECT pg_try_advisory_xact_lock(${turnLock}) AS got`;
    if (!lock?.got) return 0;
    const waiting = await readWaiting();
    if (waiting.length === 0) return 0;
    const members = await readMembers();
    const now = await databaseNow();
    let given = 0;
    for (const one of waiting) {
      const team = members.filter((member) => member.teamIds.includes(one.teamId));
      const agent = chooseAgent(team, one, now);
      // Each in a transaction of its own: what was given is theirs, whatever happens to the next one.
      if (!agent || !(await inTransaction((tx) => give(tx, one.id, agent)))) continue;
      agent.load++;
      agent.lastAssignedAt = new Date(now.getTime() + ++given);
    }
    return given;
  });
}

async function readWaiting(): Promise<Waiting[]> {
  return db().$queryRaw<Waiting[]>`
    SELECT c.id::text, c."teamId"::text, c.skills, c.language FROM "Conversation" c
    JOIN "Team" t ON t.id = c."teamId" AND t."autoAssign"
    WHERE c.state = 'open' AND c.holder = 'queue' AND c."snoozedAt" IS NULL
    ORDER BY c.priority, c."waitingSince" NULLS LAST, c.id LIMIT ${most}`;
}

async function readMembers(): Promise<Member[]> {
  const [people, loads] = await Promise.all([
    db().person.findMany({
      where: { disabledAt: null, teams: { some: { team: { autoAssign: true } } } },
      include: { teams: { select: { teamId: true } } },
    }),
    db().conversation.groupBy({
      by: ['agentId'],
      where: { state: 'open', holder: 'agent', snoozedAt: null },
      _count: true,
    }),
  ]);
  const load = new Map(loads.map((one) => [one.agentId, one._count]));
  return people.map((person) => {
    const hours = workingHoursSchema.safeParse(person.workingHours).data;
    return {
      id: person.id,
      name: person.name,
      available: person.available,
      hours: hours ? { timeZone: hours.timeZone, hours: hours.days } : null,
      load: load.get(person.id) ?? 0,
      capacity: person.capacity,
      skills: person.skills,
      languages: person.languages,
      lastAssignedAt: person.lastAssignedAt,
      teamIds: person.teams.map(({ teamId }) => teamId),
    };
  });
}

/** False when somebody took it meanwhile. */
async function give(tx: Tx, id: string, agent: Member): Promise<boolean> {
  const now = await lockConversation(tx, id);
  if (now.state !== 'open' || now.holder !== 'queue' || now.snoozedAt) return false;
  await tx.$executeRaw`UPDATE "Person" SET "lastAssignedAt" = clock_timestamp() WHERE id = ${agent.id}::uuid`;
  await notifyPerson(tx, {
    personId: agent.id,
    kind: 'assigned',
    conversationId: id,
    says: `#${now.number} was given to you`,
  });
  await moveConversation(tx, now, {
    move: { kind: 'assign', personId: agent.id },
    actor: { kind: 'system', id: null },
    says: `Given to ${agent.name.split(' ')[0]}, who has room for it`,
  });
  return true;
}
