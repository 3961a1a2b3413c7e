import { may, type PersonActor, visibleTo } from '../auth/permissions';
import { db, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { restoreFor } from '../privacy/restore-for';
import type { ConversationPage, ConversationRow, ViewKey } from './conversation.schema';

export type ListRequest = { view: ViewKey; team?: string; after?: string; limit: number };

/** Views that serve the longest waiting of the highest priority first; the others show the newest first. */
const queues = new Set<ViewKey>(['needs-me', 'unassigned', 'approvals']);

function within(person: PersonActor, view: ViewKey): Prisma.Sql {
  const teams = Prisma.sql`${person.teamIds}::uuid[]`;
  switch (view) {
    case 'needs-me':
      return Prisma.sql`c.state = 'open' AND ((c.holder = 'agent' AND c."agentId" = ${person.id}::uuid)
        OR (c.holder = 'queue' AND (c."teamId" IS NULL OR c."teamId" = ANY(${teams}))))`;
    case 'unassigned':
      return Prisma.sql`c.state = 'open' AND c.holder = 'queue'`;
    case 'approvals':
      return Prisma.sql`c.state = 'open' AND EXISTS (SELECT 1 FROM "Action" a WHERE a."conversationId" = c.id AND a.status = 'waiting_approval')`;
    case 'reviewed':
      return Prisma.sql`EXISTS (SELECT 1 FROM "Review" r JOIN "Turn" t ON t.id = r."turnId" WHERE t."conversationId" = c.id AND r.state = 'open')`;
    case 'assistant':
      return Prisma.sql`c.state = 'open' AND c.holder = 'assistant'`;
    case 'solved':
      return Prisma.sql`c.state = 'closed'`;
    case 'all':
      return Prisma.sql`true`;
  }
}

/** What an agent may not see is not listed; the same rule as `visibleTo`, in SQL. */
function seen(person: PersonActor): Prisma.Sql {
  if (may(person, 'conversations.see_all')) return Prisma.sql`true`;
  return Prisma.sql`(c."teamId" IS NULL OR c."teamId" = ANY(${person.teamIds}::uuid[]) OR c."agentId" = ${person.id}::uuid)`;
}

function matching(person: PersonActor, { view, team }: Pick<ListRequest, 'view' | 'team'>): Prisma.Sql {
  if (team && !isId(team)) throw new AppError('invalid', 'team: is not an id.');
  const ofTeam = team ? Prisma.sql`c."teamId" = ${team}::uuid` : Prisma.sql`true`;
  return Prisma.sql`${seen(person)} AND ${within(person, view)} AND ${ofTeam}`;
}

/** One page of a view in keyset order: the place of the last row, not a number of rows, says where the next page begins. */
export async function listConversations(person: PersonActor, request: ListRequest): Promise<ConversationPage> {
  const where = matching(person, request);
  const waits = Prisma.sql`coalesce(c."waitingSince", 'infinity'::timestamptz)`;
  const queue = queues.has(request.view);
  const after = readPlace(request.after);
  const beyond = !after
    ? Prisma.sql`true`
    : queue
      ? Prisma.sql`(c.priority, ${waits}, c.id) > (${after.priority}, ${after.at}::timestamptz, ${after.id}::uuid)`
      : Prisma.sql`(c."lastMessageAt", c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const order = queue ? Prisma.sql`c.priority, ${waits}, c.id` : Prisma.sql`c."lastMessageAt" DESC, c.id DESC`;
  const at = queue ? waits : Prisma.sql`c."lastMessageAt"`;

  const [places, [counted]] = await Promise.all([
    db().$queryRaw<{ id: string; priority: number; at: string }[]>`
      SELECT c.id::text, c.priority, (${at})::text AS at FROM "Conversation" c
      WHERE ${where} AND ${beyond} ORDER BY ${order} LIMIT ${request.limit + 1}`,
    db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM "Conversation" c WHERE ${where}`,
  ]);
  const page = places.slice(0, request.limit);
  const last = places.length > request.limit ? page.at(-1) : undefined;
  return {
    rows: await readRows(
      person,
      page.map((place) => place.id),
    ),
    next: last ? writePlace(last) : null,
    total: counted!.count,
  };
}

/** How many are in a view, for the navigation. */
export async function countConversations(
  person: PersonActor,
  request: Pick<ListRequest, 'view' | 'team'>,
): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Conversation" c WHERE ${matching(person, request)}`;
  return row!.count;
}

const rowIncludes = {
  customer: { select: { id: true, name: true, tier: true } },
  channel: { select: { kind: true } },
  actions: { where: { status: 'waiting_approval' }, select: { says: true, rule: true }, take: 1 },
} satisfies Prisma.ConversationInclude;

/** Rows in the order of the ids, with five queries whatever their number. */
export async function readRows(person: PersonActor, ids: string[]): Promise<ConversationRow[]> {
  if (ids.length === 0) return [];
  const [rows, names, restore] = await Promise.all([
    db().conversation.findMany({ where: { id: { in: ids } }, include: rowIncludes }),
    readNames(),
    restoreFor(person, ids),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [restore(id, toRow(row, names))] : [];
  });
}

export type Names = {
  people: Map<string, { id: string; name: string; hue: number }>;
  teams: Map<string, { id: string; name: string }>;
  intents: Map<string, string>;
};

/** People, teams and intents by id: few, and the same for all rows. */
export async function readNames(): Promise<Names> {
  const [people, teams, intents] = await Promise.all([
    db().person.findMany({ select: { id: true, name: true, hue: true } }),
    db().team.findMany({ select: { id: true, name: true } }),
    db().intent.findMany({ select: { key: true, name: true } }),
  ]);
  return {
    people: new Map(people.map((person) => [person.id, person])),
    teams: new Map(teams.map((team) => [team.id, team])),
    intents: new Map(intents.map((intent) => [intent.key, intent.name])),
  };
}

type FullRow = Prisma.ConversationGetPayload<{ include: typeof rowIncludes }>;

function toRow(row: FullRow, names: Names): ConversationRow {
  const waiting = row.actions[0];
  return {
    id: row.id,
    number: row.number,
    customer: row.customer,
    channel: row.channel.kind,
    holder: row.holder,
    state: row.state,
    agent: row.agentId ? (names.people.get(row.agentId) ?? null) : null,
    team: row.teamId ? (names.teams.get(row.teamId) ?? null) : null,
    priority: row.priority,
    gist: row.gist,
    intent: row.intent ? (names.intents.get(row.intent) ?? row.intent) : null,
    language: row.language,
    sentiment: row.sentiment,
    confidence: row.confidence,
    unread: row.readAt === null,
    waitingSince: row.waitingSince?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    lastMessageAt: row.lastMessageAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    approval: waiting ? (waiting.rule ?? waiting.says).replaceAll('-', ' ') : null,
  };
}

type Place = { id: string; priority: number; at: string };

const writePlace = ({ priority, at, id }: Place): string =>
  Buffer.from(JSON.stringify([priority, at, id])).toString('base64url');

function readPlace(text: string | undefined): Place | undefined {
  if (!text) return undefined;
  try {
    const [priority, at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [number, string, string];
    if (Number.isInteger(priority) && /^(infinity|[\d :.+-]+)$/.test(at) && isId(id)) return { priority, at, id };
  } catch {
    // Falls through to the error.
  }
  throw new AppError('invalid', 'after: is not a place in this list.');
}

/** Throws `not_found` for what this person may not see. */
export async function findVisible(person: PersonActor, id: string): Promise<{ id: string; customerId: string }> {
  const found = isId(id)
    ? await db().conversation.findFirst({
        where: { AND: [{ id }, visibleTo(person)] },
        select: { id: true, customerId: true },
      })
    : null;
  if (!found)
    throw new AppError('not_found', 'There is nothing here for you: it may not exist, or belong to another team.');
  return found;
}
