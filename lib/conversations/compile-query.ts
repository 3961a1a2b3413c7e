import type { PersonActor } from '../auth/permissions';
import { db, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { findByText, type Span } from './find-by-text';
import { findCustomers } from './find-customers';
import { foldText, printTsQuery } from './fold-words';
import { type Filter, parseQuery, readDay, type Term } from './query.schema';
import { inView, seenBy } from './where-conversations';

export type Compiled = {
  terms: Term[];
  /** Conditions of the filters over the alias `c`; neither the words nor the dates are in it. */
  where: Prisma.Sql;
  /** The dates, of a conversation's latest message. */
  dates: Prisma.Sql;
  merged: boolean;
  /** The filters leave open ones only. */
  open: boolean;
  /** The filters name few conversations, found by an index of their own. */
  narrow: boolean;
  /** The words as a tsquery. */
  words: string | null;
  span: Span;
};

/** More customers than this share a name only where the name says nothing. */
const mostCustomers = 200;
const mostOfOrder = 200;

/** What was typed, as conditions. Throws `invalid` with what is wrong and where, and for a team, agent, label or intent there is not. */
export async function compileQuery(person: PersonActor, typed: string, now: number): Promise<Compiled> {
  const parsed = parseQuery(typed);
  if (!parsed.ok) throw new AppError('invalid', parsed.fault.says, { at: parsed.fault.at });
  const { terms } = parsed;
  const filters = terms.filter((term) => term.kind === 'filter');
  const isDated = ({ filter }: FilterTerm) => filter === 'before' || filter === 'after';
  const [dates, others] = await Promise.all(
    [filters.filter(isDated), filters.filter((term) => !isDated(term))].map((some) =>
      Promise.all(some.map((term) => condition(person, term, now))),
    ),
  );
  const open = filters.some(({ filter, value, not }) => !not && filter === 'is' && openValues.has(value));
  return {
    terms,
    where: all(others!),
    dates: all(dates!),
    merged: filters.some(({ filter, value }) => filter === 'is' && value === 'merged'),
    open: open || filters.some(({ filter, not }) => !not && filter === 'due'),
    narrow: filters.some(({ filter, not }) => !not && (filter === 'customer' || filter === 'order')),
    words: printTsQuery(terms),
    span: spanOf(filters, now),
  };
}

const all = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`;

const openValues = new Set(['open', 'snoozed', 'unassigned', 'mine', 'approval']);
const priorities: Record<string, number> = { urgent: 1, high: 2, normal: 3, low: 4 };
const automation = new Set(['autonomous', 'reviewed', 'escalated']);

type FilterTerm = Extract<Term, { kind: 'filter' }>;

async function condition(person: PersonActor, { filter, value, not }: FilterTerm, now: number): Promise<Prisma.Sql> {
  const holds = await meaning(person, filter, value, now);
  // Of what is not known, such as a tier that nobody gave, "not" is true as well.
  return not ? Prisma.sql`(${holds}) IS NOT TRUE` : Prisma.sql`(${holds})`;
}

async function meaning(person: PersonActor, filter: Filter, value: string, now: number): Promise<Prisma.Sql> {
  switch (filter) {
    case 'is':
      return stands(person, value);
    case 'team':
      return isNone(value)
        ? Prisma.sql`c."teamId" IS NULL`
        : Prisma.sql`c."teamId" = ANY(${await named('team', value)}::uuid[])`;
    case 'agent':
      if (foldText(value) === 'me') return Prisma.sql`c."agentId" = ${person.id}::uuid`;
      return isNone(value)
        ? Prisma.sql`c."agentId" IS NULL`
        : Prisma.sql`c."agentId" = ANY(${await named('agent', value)}::uuid[])`;
    case 'label':
      return Prisma.sql`c."labelIds" && ${await named('label', value)}::uuid[]`;
    case 'intent':
      return Prisma.sql`c.intent = ANY(${await named('intent', value)}::text[])`;
    case 'channel':
      return Prisma.sql`c."channelId" IN (SELECT id FROM "Channel" WHERE kind::text = ${value === 'chat' ? 'web_chat' : value})`;
    case 'priority':
      return Prisma.sql`c.priority = ${priorities[value]!}`;
    case 'tier':
      // The customer's; a question of its own for each row, so that no list of all customers is made for it.
      return automation.has(value.toLowerCase())
        ? Prisma.sql`c.tier::text = ${value.toLowerCase()}`
        : Prisma.sql`(SELECT lower(cu.tier) FROM "Customer" cu WHERE cu.id = c."customerId") = lower(${value})`;
    case 'language':
      return Prisma.sql`c.language = ${value.toLowerCase()}`;
    case 'customer':
      return Prisma.sql`c."customerId" = ANY(${await findCustomers(value, mostCustomers)}::uuid[])`;
    case 'order':
      return Prisma.sql`c.id = ANY(${await withWords(person, value)}::uuid[])`;
    case 'before':
      return Prisma.sql`c."lastMessageAt" < ${new Date(readDay(value, now)!)}`;
    case 'after':
      return Prisma.sql`c."lastMessageAt" >= ${new Date(readDay(value, now)!)}`;
    case 'due':
      if (value === 'just-broken') return Prisma.sql`c."breachedAt" > now() - interval '1 hour'`;
      return Prisma.sql`c.state = 'open' AND c."snoozedAt" IS NULL AND c."dueAt" < now()`;
  }
}

function stands(person: PersonActor, value: string): Prisma.Sql {
  switch (value) {
    case 'open':
      return Prisma.sql`c.state = 'open' AND c."snoozedAt" IS NULL`;
    case 'closed':
      return Prisma.sql`c.state = 'closed'`;
    case 'mine':
      return Prisma.sql`c.state = 'open' AND c."agentId" = ${person.id}::uuid`;
    case 'unread':
      return Prisma.sql`c."readAt" IS NULL`;
    case 'merged':
      return Prisma.sql`c."mergedIntoId" IS NOT NULL`;
    case 'approval':
      return inView(person, 'approvals');
    case 'snoozed':
    case 'unassigned':
      return inView(person, value);
    default:
      throw new AppError('invalid', `is: cannot be “${value}”.`);
  }
}

const isNone = (value: string): boolean => foldText(value) === 'none';

/** Conversations that name an order. Its number is no secret and stands in messages as it is. */
async function withWords(person: PersonActor, value: string): Promise<string[]> {
  const words = printTsQuery([{ kind: 'word', text: value, quoted: true, not: false }]);
  if (!words) return [];
  const { hits } = await findByText({
    words,
    span: { from: null, to: null },
    where: seenBy(person),
    after: null,
    limit: mostOfOrder,
  });
  return hits.map(({ conversationId }) => conversationId);
}

/** Dates are of the match where words are searched: a conversation of years is found by what was said in October. */
function spanOf(filters: FilterTerm[], now: number): Span {
  const days = (filter: Filter) =>
    filters.flatMap((term) => (term.filter === filter && !term.not ? [readDay(term.value, now)!] : []));
  const [from, to] = [days('after'), days('before')];
  return { from: from.length > 0 ? Math.max(...from) : null, to: to.length > 0 ? Math.min(...to) : null };
}

const nouns = { team: 'team', agent: 'person', label: 'label', intent: 'intent' } as const;

/** Ids by key, whole name or first name, whatever the case. Throws `invalid` with the names there are. */
async function named(what: keyof typeof nouns, value: string): Promise<string[]> {
  const all = await readNamed(what);
  const sought = foldText(value.trim());
  const fits = all.filter(
    ({ key, name }) => key === sought || foldText(name) === sought || (what === 'agent' && firstOf(name) === sought),
  );
  if (fits.length > 0) return fits.map(({ id }) => id);
  const some = all.slice(0, 8).map(({ name }) => name);
  throw new AppError(
    'invalid',
    `${what}: there is no ${nouns[what]} “${value}”.${some.length > 0 ? ` There is ${some.join(', ')}${all.length > some.length ? ' …' : ''}` : ''}`,
  );
}

const firstOf = (name: string): string => foldText(name).split(/\s+/)[0]!;

type Named = { id: string; key: string; name: string };

async function readNamed(what: keyof typeof nouns): Promise<Named[]> {
  switch (what) {
    case 'team':
      return db().team.findMany({ select: { id: true, key: true, name: true }, orderBy: { position: 'asc' } });
    case 'agent':
      return (
        await db().person.findMany({ select: { id: true, email: true, name: true }, orderBy: { name: 'asc' } })
      ).map(({ id, email, name }) => ({ id, key: email, name }));
    case 'label':
      return (await db().label.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })).map((one) => ({
        ...one,
        key: one.id,
      }));
    case 'intent':
      return (await db().intent.findMany({ select: { key: true, name: true }, orderBy: { name: 'asc' } })).map(
        ({ key, name }) => ({ id: key, key, name }),
      );
  }
}
