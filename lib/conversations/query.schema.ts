import { z } from 'zod';

/**
 * The grammar of search and saved views: `is:open team:billing -label:vip before:2026-10-01 "snapped pole"`. A term is a
 * word, words in quotes, or a filter; `-` before it says not. Read and written here alone, for the desk and the server.
 */
export const mostTyped = 400;
const mostTerms = 24;

const filterSchema = z.enum([
  'is',
  'team',
  'agent',
  'label',
  'channel',
  'priority',
  'tier',
  'intent',
  'language',
  'customer',
  'order',
  'before',
  'after',
  'due',
]);
export type Filter = z.infer<typeof filterSchema>;

export type Term =
  | { kind: 'word'; text: string; quoted: boolean; not: boolean }
  | { kind: 'filter'; filter: Filter; value: string; not: boolean };

/** What cannot be understood, and where it stands in what was typed. */
export type QueryFault = { says: string; at: number; length: number };
export type ParsedQuery = { ok: true; terms: Term[] } | { ok: false; fault: QueryFault };

/** The filters with a closed list of values. */
export const filterValues = {
  is: ['open', 'closed', 'snoozed', 'unassigned', 'mine', 'unread', 'merged', 'approval'],
  channel: ['chat', 'email', 'sms', 'voice', 'social', 'api'],
  priority: ['urgent', 'high', 'normal', 'low'],
  due: ['late', 'just-broken'],
} as const satisfies Partial<Record<Filter, readonly string[]>>;

const closed: Partial<Record<Filter, readonly string[]>> = filterValues;

// A value that begins with a slash is an address such as https://…, and letters before a colon alone are a word like "re:".
const termPattern = /(-?)(?:([A-Za-z]+):(?=[^\s/]))?("(?:[^"\\]|\\.)*"?|[^\s"]\S*|)/y;
const dangling = /(-?)([A-Za-z]+):(?=\s|$)/y;

/** What was typed, as terms, or the first thing in it that cannot be understood. */
export function parseQuery(typed: string): ParsedQuery {
  const terms: Term[] = [];
  let at = 0;
  const fail = (says: string, from: number, to: number): ParsedQuery => ({
    ok: false,
    fault: { says, at: from, length: to - from },
  });
  if (typed.length > mostTyped) return fail(`At most ${mostTyped} characters.`, mostTyped, typed.length);
  while (at < typed.length) {
    if (/\s/.test(typed[at]!)) {
      at++;
      continue;
    }
    if (terms.length === mostTerms) return fail(`At most ${mostTerms} terms.`, at, typed.length);
    dangling.lastIndex = at;
    const half = dangling.exec(typed);
    const named = filterSchema.safeParse(half?.[2]?.toLowerCase()).data;
    if (half && named) return fail(`${named}: needs a value${offer(named)}.`, at, at + half[0].length);

    termPattern.lastIndex = at;
    const [all, minus = '', name, body = ''] = termPattern.exec(typed)!;
    const end = at + Math.max(1, all.length);
    const text = unquote(body);
    const quoted = body.startsWith('"');
    if (name === undefined) {
      if (text.trim() !== '') terms.push({ kind: 'word', text, quoted, not: minus !== '' });
    } else {
      const filter = filterSchema.safeParse(name.toLowerCase()).data;
      if (!filter)
        return fail(`There is no filter “${name}:”. To search for the text itself, put it in quotes.`, at, end);
      const value = closed[filter] || isDate(filter) ? text.toLowerCase() : text;
      const wrong = checkValue(filter, value);
      if (wrong) return fail(wrong, at, end);
      terms.push({ kind: 'filter', filter, value, not: minus !== '' });
    }
    at = end;
  }
  return { ok: true, terms };
}

/** The terms as one would type them; parsed again they are the same. */
export function printQuery(terms: Term[]): string {
  return terms.map(printTerm).join(' ');
}

export function printTerm(term: Term): string {
  const minus = term.not ? '-' : '';
  if (term.kind === 'filter')
    return `${minus}${term.filter}:${needsQuotes(term.value) ? quote(term.value) : term.value}`;
  return `${minus}${term.quoted ? quote(term.text) : term.text}`;
}

/** A conversation has one of each of these: to ask for another is to ask instead. */
const one = new Set<Filter>(['before', 'after', 'priority', 'channel', 'tier', 'team', 'agent', 'intent', 'language']);

/** With a term more, or without it where it is there already; of a filter with one value at a time the other goes. */
export function toggleTerm(terms: Term[], term: Term): Term[] {
  const printed = printTerm(term);
  const rest = terms.filter((other) => printTerm(other) !== printed);
  if (rest.length < terms.length) return rest;
  const single = term.kind === 'filter' && one.has(term.filter);
  return [
    ...(single ? rest.filter((other) => other.kind !== 'filter' || other.filter !== term.filter || other.not) : rest),
    term,
  ];
}

const isDate = (filter: Filter): boolean => filter === 'before' || filter === 'after';
const offer = (filter: Filter): string => {
  if (closed[filter]) return `: ${closed[filter].join(', ')}`;
  return isDate(filter) ? ' such as 2026-10-01 or 7d' : '';
};

function checkValue(filter: Filter, value: string): string | null {
  if (value.trim() === '') return `${filter}: needs a value${offer(filter)}.`;
  const known = closed[filter];
  if (known && !known.includes(value)) return `${filter}: cannot be “${value}”. It is one of ${known.join(', ')}.`;
  if (filter === 'language' && !/^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(value))
    return `language: needs a code such as de, not “${value}”.`;
  if (isDate(filter) && readDay(value, 0) === null)
    return `${filter}: needs a day such as 2026-10-01, or 7d for seven days ago, not “${value}”.`;
  return null;
}

const dayMs = 86_400_000;

/** The beginning of the day that a date value names, in milliseconds (UTC); null when it names none. */
export function readDay(value: string, now: number): number | null {
  const ago = value === 'today' ? '0' : value === 'yesterday' ? '1' : /^(\d{1,4})d$/.exec(value)?.[1];
  if (ago !== undefined) return Math.floor(now / dayMs) * dayMs - Number(ago) * dayMs;
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  const at = Date.parse(`${value}T00:00:00Z`);
  // The 31st of a month of thirty days rolls over to another day: it names none.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== value ? null : at;
}

const needsQuotes = (text: string): boolean => /[\s"\\]/.test(text) || /^[/]/.test(text) || text === '';
const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

function unquote(body: string): string {
  if (!body.startsWith('"')) return body;
  // An end that is still to be typed is taken for granted.
  const inner = /^"((?:[^"\\]|\\.)*)/.exec(body)![1]!;
  return inner.replace(/\\(.)/gs, '$1');
}
