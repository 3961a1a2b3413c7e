import { type PersonActor, visibleTo } from '../auth/permissions';
import { db, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Conversation } from '../platform/records';
import { restoreFor } from '../privacy/restore-for';
import { compileQuery } from './compile-query';
import {
  type ConversationPage,
  type ConversationRow,
  mostCounted,
  type Sort,
  type ViewKey,
} from './conversation.schema';
import { findByText } from './find-by-text';
import { inView, isFew, type Place, seenBy, sortBy, usualSort } from './where-conversations';

export type ListRequest = {
  view: ViewKey;
  team?: string;
  /** What the list is narrowed by, as one types it. */
  q?: string;
  sort?: Sort;
  after?: string;
  limit: number;
};

/** Rows gone through for one page where a filter may leave nearly none: the next page goes on from there. */
const stretch = 20_000;
/** Conversations with the words of a list's filter, the newest first. */
const mostWithWords = 1_000;

type Matching = {
  /** What an index is of. */
  view: Prisma.Sql;
  /** What is looked at in each row. */
  filters: Prisma.Sql;
  few: boolean;
  narrow: boolean;
};

async function matching(
  person: PersonActor,
  { view, team, q }: Pick<ListRequest, 'view' | 'team' | 'q'>,
): Promise<Matching> {
  if (team && !isId(team)) throw new AppError('invalid', 'team: is not an id.');
  const ofTeam = team ? Prisma.sql`c."teamId" = ${team}::uuid` : Prisma.sql`true`;
  const asked = q ? await compileQuery(person, q, Date.now()) : null;
  const filters = [seenBy(person), ofTeam, ...(asked ? [asked.where, asked.dates] : [])];
  if (asked?.words) {
    const { hits } = await findByText({
      words: asked.words,
      span: asked.span,
      where: Prisma.sql`${seenBy(person)} AND ${asked.where}`,
      narrow: asked.narrow,
      after: null,
      limit: mostWithWords,
    });
    filters.push(Prisma.sql`c.id = ANY(${hits.map((hit) => hit.conversationId)}::uuid[])`);
  }
  return {
    view: view === 'all' && asked?.merged ? Prisma.sql`true` : inView(person, view),
    filters: Prisma.join(filters, ' AND '),
    few: isFew(view) || asked?.open === true,
    narrow: asked !== null && (asked.narrow || asked.words !== null),
  };
}

/** One page of a view in keyset order: the place of the last row, not a number of rows, says where the next page begins. */
export async function listConversations(person: PersonActor, request: ListRequest): Promise<ConversationPage> {
  const asked = await matching(person, request);
  const { view, filters, few } = asked;
  // What is closed has no clock to be ordered by, and is too much to be put in order for one page.
  const sort = few ? (request.sort ?? usualSort(request.view)) : 'newest';
  const { order, at, beyond } = sortBy(sort, readPlace(request.after));
  const bounded = !few && !asked.narrow;
  const among = bounded
    ? Prisma.sql`(SELECT c.* FROM "Conversation" c WHERE ${view} AND ${beyond} ORDER BY ${order} LIMIT ${stretch}) c WHERE ${filters}`
    : Prisma.sql`"Conversation" c WHERE ${view} AND ${filters} AND ${beyond}`;
  const [found, total] = await Promise.all([
    readPlaces(
      person,
      Prisma.sql`SELECT c.*, ${at} AS at FROM ${among} ORDER BY ${order} LIMIT ${request.limit + 1}`,
      sort,
    ),
    few && !request.after && request.q ? countMatching(asked) : null,
  ]);
  const page = found.slice(0, request.limit);
  const last =
    found.length > request.limit ? page.at(-1)?.place : bounded ? await endOfStretch(view, beyond) : undefined;
  return { rows: page.map(({ row }) => row), next: last ? writePlace(last) : null, total };
}

/** Where a stretch ends, when there is more behind it. */
async function endOfStretch(view: Prisma.Sql, beyond: Prisma.Sql): Promise<Place | undefined> {
  const { order, at } = sortBy('newest', undefined);
  const [row] = await db().$queryRaw<Place[]>`
    SELECT c.id::text, c.priority, (${at})::text AS at FROM "Conversation" c WHERE ${view} AND ${beyond}
    ORDER BY ${order} OFFSET ${stretch - 1} LIMIT 1`;
  return row;
}

/** How many are in a view or a saved one, up to a number nobody works down; null where they are too many to be counted. */
export async function countConversations(
  person: PersonActor,
  request: Pick<ListRequest, 'view' | 'team' | 'q'>,
): Promise<number | null> {
  const asked = await matching(person, request);
  return asked.few ? countMatching(asked) : null;
}

async function countMatching({ view, filters }: Matching): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM "Conversation" c WHERE ${view} AND ${filters} LIMIT ${mostCounted}) counted`;
  return row!.count;
}

/** Rows in the order of the ids, whatever their number. */
export async function readRows(person: PersonActor, ids: string[], names?: Names): Promise<ConversationRow[]> {
  if (ids.length === 0) return [];
  const found = await readPlaces(
    person,
    Prisma.sql`SELECT c.*, c."lastMessageAt" AS at FROM "Conversation" c WHERE c.id = ANY(${ids}::uuid[])`,
    'newest',
    names,
  );
  const byId = new Map(found.map(({ row }) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * The rows that `chosen` chooses, in the order of `sort`, each with its place. The page is cut before anything is joined
 * to it, and the customers, channels and waiting approvals come with it in one question.
 */
async function readPlaces(
  person: PersonActor,
  chosen: Prisma.Sql,
  sort: Sort,
  known?: Names,
): Promise<{ row: ConversationRow; place: Place }[]> {
  const [rows, names] = await Promise.all([
    db().$queryRaw<FullRow[]>`
      SELECT c.id::text, c.number, c.holder::text, c.state::text, c."agentId"::text, c."teamId"::text, c.priority, c.gist,
        c.intent, c.language, c.sentiment, c.confidence, c."readAt", c."waitingSince", c."dueAt", c."lastMessageAt",
        c."closedAt", c."dueKind", c."pausedSeconds", c."snoozedAt", c."snoozedUntil", c."labelIds"::text[], c.at::text AS at, ch.kind::text AS channel,
        cu.id::text AS "customerId", cu.name AS "customerName", cu.tier AS "customerTier", waits.says
      FROM (${chosen}) c
      JOIN "Customer" cu ON cu.id = c."customerId"
      JOIN "Channel" ch ON ch.id = c."channelId"
      LEFT JOIN LATERAL (
        SELECT coalesce(a.rule, a.says) AS says FROM "Action" a
        WHERE a."conversationId" = c.id AND a.status = 'waiting_approval' LIMIT 1) waits ON true
      ORDER BY ${sortBy(sort, undefined).order}`,
    known ?? readNames(),
  ]);
  // Opening the vault of fifty conversations costs more than reading them: only those whose line has a placeholder.
  const hidden = rows.filter(({ gist, says }) => gist.includes('[') || says?.includes('['));
  const restore = await restoreFor(
    person,
    hidden.map(({ id }) => id),
  );
  return rows.map((row) => ({
    row: restore(row.id, toRow(row, names)),
    place: { id: row.id, priority: row.priority, at: row.at },
  }));
}

export type Names = {
  people: Map<string, { id: string; name: string; hue: number }>;
  teams: Map<string, { id: string; name: string }>;
  intents: Map<string, string>;
  labels: Map<string, { id: string; name: string; hue: number }>;
};

/** People, teams, intents and labels by id: few, and the same for all rows. In one question, for it is asked with every page. */
export async function readNames(): Promise<Names> {
  const rows = await db().$queryRaw<{ kind: string; id: string; name: string; hue: number }[]>`
    SELECT 'person' AS kind, id::text, name, hue FROM "Person"
    UNION ALL SELECT 'team', id::text, name, 0 FROM "Team"
    UNION ALL SELECT 'intent', key, name, 0 FROM "Intent"
    UNION ALL SELECT 'label', id::text, name, hue FROM "Label"`;
  const names: Names = { people: new Map(), teams: new Map(), intents: new Map(), labels: new Map() };
  for (const { kind, id, name, hue } of rows) {
    if (kind === 'person') names.people.set(id, { id, name, hue });
    else if (kind === 'team') names.teams.set(id, { id, name });
    else if (kind === 'intent') names.intents.set(id, name);
    else names.labels.set(id, { id, name, hue });
  }
  return names;
}

type FullRow = {
  id: string;
  number: number;
  customerId: string;
  customerName: string;
  customerTier: string | null;
  channel: ConversationRow['channel'];
  holder: ConversationRow['holder'];
  state: ConversationRow['state'];
  agentId: string | null;
  teamId: string | null;
  priority: number;
  gist: string;
  intent: string | null;
  language: string | null;
  sentiment: number | null;
  confidence: number | null;
  readAt: Date | null;
  waitingSince: Date | null;
  dueAt: Date | null;
  lastMessageAt: Date;
  closedAt: Date | null;
  dueKind: ConversationRow['dueKind'];
  pausedSeconds: number | null;
  snoozedAt: Date | null;
  snoozedUntil: Date | null;
  labelIds: string[] | null;
  at: string;
  says: string | null;
};

function toRow(row: FullRow, names: Names): ConversationRow {
  return {
    id: row.id,
    number: row.number,
    customer: { id: row.customerId, name: row.customerName, tier: row.customerTier },
    channel: row.channel,
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
    dueKind: row.dueKind,
    pausedSeconds: row.pausedSeconds,
    snoozedAt: row.snoozedAt?.toISOString() ?? null,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    labels: (row.labelIds ?? []).flatMap((id) => names.labels.get(id) ?? []),
    approval: row.says?.replaceAll('-', ' ') ?? null,
  };
}

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
export async function findVisible(person: PersonActor, id: string): Promise<Conversation> {
  const found = isId(id) ? await db().conversation.findFirst({ where: { AND: [{ id }, visibleTo(person)] } }) : null;
  if (!found)
    throw new AppError('not_found', 'There is nothing here for you: it may not exist, or belong to another team.');
  return found;
}
