import { may, type PersonActor } from '../auth/permissions';
import { Prisma } from '../platform/db';
import type { Sort, ViewKey } from './conversation.schema';

/** Conditions and orders over the table alias `c`. The words stand as literals, so that the planner finds the partial indexes. */

/** Open, awake and with people: what the desk works down. Asleep ones are in the view Snoozed alone. */
const working = Prisma.sql`c.state = 'open' AND c."snoozedAt" IS NULL AND c.holder <> 'assistant'`;
const awake = Prisma.sql`c.state = 'open' AND c."snoozedAt" IS NULL`;

export function inView(person: PersonActor, view: ViewKey): Prisma.Sql {
  const teams = Prisma.sql`${person.teamIds}::uuid[]`;
  switch (view) {
    case 'needs-me':
      return Prisma.sql`${working} AND ((c.holder = 'agent' AND c."agentId" = ${person.id}::uuid)
        OR (c.holder = 'queue' AND (c."teamId" IS NULL OR c."teamId" = ANY(${teams}))))`;
    case 'unassigned':
      return Prisma.sql`${working} AND c.holder = 'queue'`;
    case 'open':
      return working;
    case 'approvals':
      return Prisma.sql`${awake} AND c.id IN (SELECT a."conversationId" FROM "Action" a WHERE a.status = 'waiting_approval')`;
    case 'reviewed':
      return Prisma.sql`c.id IN (SELECT t."conversationId" FROM "Review" r JOIN "Turn" t ON t.id = r."turnId" WHERE r.state = 'open')`;
    case 'assistant':
      return Prisma.sql`${awake} AND c.holder = 'assistant'`;
    case 'snoozed':
      return Prisma.sql`c.state = 'open' AND c."snoozedAt" IS NOT NULL`;
    case 'solved':
      return Prisma.sql`c.state = 'closed' AND c."mergedIntoId" IS NULL`;
    case 'all':
      // What was merged is read in the one it went into.
      return Prisma.sql`c."mergedIntoId" IS NULL`;
  }
}

/** What somebody may not see is not listed; the same rule as `visibleTo`, in SQL. */
export function seenBy(person: PersonActor): Prisma.Sql {
  if (may(person, 'conversations.see_all')) return Prisma.sql`true`;
  return Prisma.sql`(c."teamId" IS NULL OR c."teamId" = ANY(${person.teamIds}::uuid[]) OR c."agentId" = ${person.id}::uuid)`;
}

/** Views that hold what is open only: few enough to be counted and put in any order. */
const few = new Set<ViewKey>(['needs-me', 'unassigned', 'open', 'approvals', 'reviewed', 'assistant', 'snoozed']);
export const isFew = (view: ViewKey): boolean => few.has(view);

const queues = new Set<ViewKey>(['needs-me', 'unassigned', 'open', 'approvals']);
export const usualSort = (view: ViewKey): Sort => (queues.has(view) ? 'waiting' : 'newest');

const never = Prisma.sql`'infinity'::timestamptz`;
const keys = {
  waiting: Prisma.sql`coalesce(c."waitingSince", ${never})`,
  due: Prisma.sql`coalesce(c."dueAt", ${never})`,
  newest: Prisma.sql`c."lastMessageAt"`,
};

/** Where a row stands in its order; the id makes every order total. */
export type Place = { id: string; priority: number; at: string };

/** What a sort orders by, its time column, and what lies beyond a place. */
export function sortBy(
  sort: Sort,
  after: Place | undefined,
): { order: Prisma.Sql; at: Prisma.Sql; beyond: Prisma.Sql } {
  const at = keys[sort];
  const from = after && Prisma.sql`${after.at}::timestamptz, ${after.id}::uuid`;
  switch (sort) {
    case 'waiting':
      return {
        at,
        order: Prisma.sql`c.priority, ${at}, c.id`,
        beyond: from ? Prisma.sql`(c.priority, ${at}, c.id) > (${after.priority}, ${from})` : Prisma.sql`true`,
      };
    case 'due':
      return {
        at,
        order: Prisma.sql`${at}, c.id`,
        beyond: from ? Prisma.sql`(${at}, c.id) > (${from})` : Prisma.sql`true`,
      };
    case 'newest':
      return {
        at,
        order: Prisma.sql`${at} DESC, c.id DESC`,
        beyond: from ? Prisma.sql`(${at}, c.id) < (${from})` : Prisma.sql`true`,
      };
  }
}
