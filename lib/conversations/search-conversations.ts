import type { PersonActor } from '../auth/permissions';
import { db, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { restoreFor } from '../privacy/restore-for';
import { type Compiled, compileQuery } from './compile-query';
import type { ConversationRow } from './conversation.schema';
import { findByText, type Hit, type HitPlace } from './find-by-text';
import { findCustomers } from './find-customers';
import { type Sought, seekTerm } from './fold-words';
import { listConversations, readRows } from './list-conversations';
import { markWords } from './mark-words';
import type { FoundCustomer, SearchHit, SearchPage } from './search.schema';
import { seenBy } from './where-conversations';

export type SearchRequest = { q: string; after?: string; limit: number };

/** Customers shown above the conversations, and their newest conversations among these. */
const mostCustomers = 5;
const mostOfCustomers = 5;

/**
 * Searches all of history for what a person typed: words in what was said, customers by name or address, a conversation's
 * number, with filters. What they may not see is not found. Throws `invalid` with what cannot be understood and where.
 */
export async function searchConversations(person: PersonActor, request: SearchRequest): Promise<SearchPage> {
  const asked = await compileQuery(person, request.q, Date.now());
  // Marks and signs alone say nothing to look for.
  if (!asked.words && asked.terms.every(({ kind }) => kind === 'word'))
    return { hits: [], customers: [], next: null, searchedTo: null };
  if (!asked.words) return byFilters(person, request);

  const place = readPlace(request.after);
  const where = Prisma.sql`${seenBy(person)} AND ${asked.where}`;
  const { words, span, narrow } = asked;
  const [found, others] = await Promise.all([
    findByText({ words, span, where, narrow, after: place, limit: request.limit }),
    place ? none : byNames(person, asked, where),
  ]);
  const named = others.hits.filter(
    ({ conversation }) => !found.hits.some((hit) => hit.conversationId === conversation.id),
  );
  return {
    hits: [...named, ...(await showHits(person, found.hits, asked))],
    customers: others.customers,
    next: found.next && writePlace(found.next),
    searchedTo: found.next && new Date(found.next.at).toISOString(),
  };
}

const none: { hits: SearchHit[]; customers: FoundCustomer[] } = { hits: [], customers: [] };

const asHit = (conversation: ConversationRow, why: SearchHit['why']): SearchHit => ({
  conversation,
  marked: [{ text: conversation.gist, hit: false }],
  author: null,
  note: false,
  at: conversation.lastMessageAt,
  why,
});

/** Filters alone: what they leave, the newest first. */
async function byFilters(person: PersonActor, { q, after, limit }: SearchRequest): Promise<SearchPage> {
  const page = await listConversations(person, { view: 'all', q, sort: 'newest', limit, ...(after ? { after } : {}) });
  return {
    hits: page.rows.map((row) => asHit(row, 'filters')),
    customers: [],
    next: page.next,
    searchedTo: page.next && page.rows.length < limit ? (page.rows.at(-1)?.lastMessageAt ?? null) : null,
  };
}

/** Matches with their words marked in what was said, as far as this person may read it. */
async function showHits(person: PersonActor, hits: Hit[], { terms }: Compiled): Promise<SearchHit[]> {
  if (hits.length === 0) return [];
  const ids = hits.map(({ conversationId }) => conversationId);
  const [rows, messages, restore] = await Promise.all([
    readRows(person, ids),
    db().message.findMany({
      where: { id: { in: hits.map(({ messageId }) => messageId) } },
      select: { id: true, text: true, author: true, kind: true, createdAt: true },
    }),
    restoreFor(person, ids),
  ]);
  const sought: Sought[] = terms.flatMap((term) =>
    term.kind === 'word' && !term.not
      ? (seekTerm(term) ?? [])
      : term.kind === 'filter' && term.filter === 'order'
        ? (seekTerm({ kind: 'word', text: term.value, quoted: true, not: false }) ?? [])
        : [],
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const messageOf = new Map(messages.map((message) => [message.id, message]));
  return hits.flatMap(({ conversationId, messageId }) => {
    const [conversation, message] = [rowOf.get(conversationId), messageOf.get(messageId)];
    if (!conversation || !message) return [];
    return {
      conversation,
      marked: markWords(restore(conversationId, message.text), sought),
      author: message.author,
      note: message.kind === 'note',
      at: message.createdAt.toISOString(),
      why: 'words' as const,
    };
  });
}

/** What the words name rather than say: a conversation by its number, customers by name or address. */
async function byNames(
  person: PersonActor,
  { terms }: Compiled,
  where: Prisma.Sql,
): Promise<{ hits: SearchHit[]; customers: FoundCustomer[] }> {
  const said = terms.flatMap((term) => (term.kind === 'word' && !term.not ? [term.text] : []));
  const number = said.length === 1 ? /^#?(\d{1,9})$/.exec(said[0]!)?.[1] : undefined;
  const customerIds = said.length > 0 ? await findCustomers(said.join(' '), mostCustomers * 4) : [];
  if (!number && customerIds.length === 0) return none;
  const [ids, customers] = await Promise.all([
    db().$queryRaw<{ id: string; named: boolean }[]>`
      SELECT c.id::text, true AS named FROM "Conversation" c WHERE c.number = ${Number(number ?? -1)} AND ${where}
      UNION ALL (SELECT c.id::text, false FROM unnest(${customerIds}::uuid[]) AS one(id)
        CROSS JOIN LATERAL (SELECT c.* FROM "Conversation" c WHERE c."customerId" = one.id AND ${where}
          ORDER BY c."createdAt" DESC LIMIT ${mostOfCustomers}) c
        ORDER BY c."lastMessageAt" DESC LIMIT ${mostOfCustomers})`,
    readCustomers(person, customerIds),
  ]);
  const byNumber = new Set(ids.flatMap(({ id, named }) => (named ? [id] : [])));
  const rows = await readRows(person, [...new Set(ids.map(({ id }) => id))]);
  return { hits: rows.map((row) => asHit(row, byNumber.has(row.id) ? 'number' : 'customer')), customers };
}

/** Who has conversations that this person may see, the latest to write first. */
function readCustomers(person: PersonActor, ids: string[]): Promise<FoundCustomer[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db().$queryRaw<FoundCustomer[]>`
    SELECT cu.id::text, cu.name, cu.tier, theirs.conversations
    FROM unnest(${ids}::uuid[]) AS one(id) JOIN "Customer" cu ON cu.id = one.id
    CROSS JOIN LATERAL (SELECT count(*)::int AS conversations, max(c."lastMessageAt") AS latest
      FROM "Conversation" c WHERE c."customerId" = one.id AND ${seenBy(person)}) theirs
    WHERE theirs.conversations > 0 ORDER BY theirs.latest DESC LIMIT ${mostCustomers}`;
}

const writePlace = ({ at, id }: HitPlace): string => Buffer.from(JSON.stringify([at, id])).toString('base64url');

function readPlace(text: string | undefined): HitPlace | null {
  if (!text) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string];
    if (/^[\d :.+-]+$/.test(at) && isId(id)) return { at, id };
  } catch {
    // Falls through to the error.
  }
  throw new AppError('invalid', 'after: is not a place in these results.');
}
