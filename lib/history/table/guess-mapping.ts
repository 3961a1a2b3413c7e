import type { HistoryField, Mapping, TableHead, TimeForm } from '../history.schema';
import { guessDateOrder, parseMoment } from './parse-moment';

/** Heads as they are called in exports of other desks, without case and signs; the first that is there is taken. */
const called: Record<HistoryField, readonly RegExp[]> = {
  id: [/^(?:ticket|conversation|case|display|issue) ?(?:id|number|no|nr|#)$/, /^id$/, /^(?:number|key|#)$/],
  subject: [/^(?:ticket |conversation )?subject$/, /^(?:title|betreff|asunto|objet|oggetto|summary|topic line)$/],
  message: [
    /^(?:first|initial|customer) (?:message|comment)(?: text| body)?$/,
    /^(?:description|message|body|content|text|first message body|nachricht|beschreibung|preview|source body)$/,
  ],
  cameAt: [
    /^(?:created|opened|started|received|creation)(?: at| time| date| on)?(?: utc| \(.*)?$/,
    /^(?:ticket|conversation) (?:created|started|opened|creation)(?: at| time| date| on)?.*$/,
    /^(?:date|erstellt(?: am)?|creado|fecha|datum|cree le)$/,
  ],
  firstReply: [
    /^first (?:teammate |admin |agent |human )?(?:reply|response)(?: created)? (?:at|date)$/,
    /^(?:initial|first) response (?:time|at)$/,
    /^first (?:reply|response) time(?: in (?:minutes|seconds|hours|hrs))?$/,
    /^(?:time to first|first) (?:reply|response)(?: time)?.*$/,
  ],
  solved: [
    /^(?:solved|resolved|closed|completed|last closed|first closed|gelost)(?: at| time| date| on| am)?$/,
    /^(?:conversation|ticket) (?:closed|resolved|solved)(?: at| time| date)?$/,
    /^(?:full )?resolution time(?: in (?:minutes|seconds|hours|hrs))?$/,
    /^(?:time to (?:close|resolve|resolution)|full resolution|resolution time).*$/,
  ],
  reopened: [/^(?:number of )?reopen(?:s|ed|ings)?(?: count)?$/, /^(?:count of )?reopen.*$/],
  replies: [
    /^(?:replies|agent interactions|agent replies|number of replies|replies count|teammate replies|messages count)$/,
    /^(?:outgoing messages?|responses)(?: count)?$/,
  ],
  channel: [/^(?:channel|via|source|inbox(?: type)?|medium|origin|kanal|conversation channel|channel type)$/],
  category: [
    /^(?:type|ticket type|category|categories|kategorie|topic|topics|reason|contact reason|conversation topics)$/,
    /^(?:tags?|labels?|conversation tags?|schlagworte)$/,
  ],
  group: [/^(?:group|team|department|team (?:assigned|currently assigned)|assigned team|queue|gruppe)$/],
  agent: [
    /^(?:agent|assignee|owner|assigned to|assigned agent|teammate (?:assigned|currently assigned)|bearbeiter)(?: name)?$/,
  ],
  satisfaction: [
    /^(?:satisfaction (?:score|rating)|survey results?|csat(?: (?:rating|score))?|(?:conversation )?rating|satisfaction|zufriedenheit)$/,
  ],
  handle: [
    /^(?:handle|handling|work(?:ed)?|agent (?:work|touch)|active|talk) time.*$/,
    /^(?:time (?:tracked|spent|logged)|total time spent|aht|handle minutes|minutes).*$/,
  ],
  status: [/^(?:ticket |conversation )?(?:status|state)$/],
};

/** Heads that give a desk away: all of one have to be there. */
const vendors: readonly [name: string, heads: readonly string[]][] = [
  ['Zendesk', ['requester', 'satisfaction score', 'via']],
  ['Freshdesk', ['created time', 'initial response time', 'agent interactions']],
  ['Intercom', ['conversation id', 'conversation started at']],
  ['Chatwoot', ['display id', 'inbox', 'labels']],
];

export const plainHead = (head: string): string =>
  head
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_\-./]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

type Guess = Pick<TableHead, 'guess' | 'vendor'>;

/** Which column is which, by what it is called and what stands in it. Nothing is guessed twice; what is not clear is left open. */
export function guessMapping(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter: Mapping['delimiter'],
): Guess {
  const plain = heads.map(plainHead);
  const values = (at: number) => rows.map((row) => (row[at] ?? '').trim()).filter(Boolean);
  const columns: Partial<Record<HistoryField, number>> = {};
  const taken = new Set<number>();
  for (const [field, patterns] of Object.entries(called) as [HistoryField, readonly RegExp[]][]) {
    const at = patterns
      .flatMap((pattern) => plain.flatMap((head, place) => (pattern.test(head) ? [place] : [])))
      .find((place) => !taken.has(place) && fits(field, values(place)));
    if (at === undefined) continue;
    columns[field] = at;
    taken.add(at);
  }
  const moments = (['cameAt', 'firstReply', 'solved'] as const).flatMap((field) =>
    columns[field] === undefined ? [] : values(columns[field]),
  );
  const formOf = (field: 'firstReply' | 'solved' | 'handle'): TimeForm =>
    columns[field] === undefined ? 'moment' : guessForm(plain[columns[field]]!, values(columns[field]));
  const handle = formOf('handle');
  const order = guessDateOrder(moments);
  const best = Math.max(
    0,
    ...values(columns.satisfaction ?? -1)
      .map(Number)
      .filter(Number.isFinite),
  );
  const vendor =
    vendors.find(([, needs]) => needs.every((head) => plain.some((one) => one.startsWith(head))))?.[0] ?? null;
  return {
    vendor,
    guess: {
      delimiter,
      columns,
      ...(order ? { dateOrder: order } : {}),
      firstReplyAs: formOf('firstReply'),
      solvedAs: formOf('solved'),
      handleAs: handle === 'moment' ? 'minutes' : handle,
      satisfactionOf: best > 10 ? 100 : best > 5 ? 10 : 5,
    },
  };
}

/** A column whose values cannot be what its head says is not taken for it; an empty one may still be. */
function fits(field: HistoryField, values: string[]): boolean {
  if (values.length === 0) return field !== 'cameAt';
  const share = (test: (value: string) => boolean) => values.filter(test).length / values.length;
  if (field === 'cameAt')
    return (
      share((value) => parseMoment(value, 'day', 'UTC') !== null || parseMoment(value, 'month', 'UTC') !== null) > 0.5
    );
  if (field === 'reopened' || field === 'replies')
    return share((value) => /^\d+$|^(?:yes|no|true|false)$/i.test(value)) > 0.5;
  if (field === 'handle') return share((value) => /^[\d.,:]+$/.test(value)) > 0.5;
  return true;
}

function guessForm(head: string, values: string[]): TimeForm {
  if (values.length > 0 && values.every((value) => /^\d+:\d{2}(?::\d{2})?$/.test(value))) return 'clock';
  if (
    values.length === 0
      ? !/ in | time|\(/.test(head)
      : !values.every((value) => /^[\d.,]+$/.test(value) && !/^\d{10,13}$/.test(value))
  )
    return 'moment';
  if (/milli|\bms\b/.test(head)) return 'milliseconds';
  if (/sec/.test(head)) return 'seconds';
  if (/hour|\bhrs?\b/.test(head)) return 'hours';
  return 'minutes';
}
