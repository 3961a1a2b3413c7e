import type { HistoryField, Mapping } from '../history.schema';
import { parseLength, parseNumber } from './parse-length';
import { parseMoment } from './parse-moment';

/** One row as it stands, before anything of it is masked. Lengths of time in milliseconds. */
export type ReadTicket = {
  id: string;
  text: string;
  cameAt: Date;
  closed: boolean;
  firstReplyMs: number | null;
  resolutionMs: number | null;
  handleMs: number | null;
  reopened: number | null;
  replies: number | null;
  channel: string | null;
  category: string;
  group: string;
  agent: string;
  satisfied: boolean | null;
};
export type RowRead = { ok: true; ticket: ReadTicket } | { ok: false; reason: string };

const mostText = 800;
const dayMs = 86_400_000;
const oldest = Date.UTC(1995, 0, 1);
/** Nobody handled one ticket for longer: such a number is in another unit. */
const longestHandleMs = 30 * dayMs;

/** What a row says, by the columns that were named, or what is wrong with it, in words for whoever mends it. */
export function readTicket(cells: readonly string[], mapping: Mapping, now: Date): RowRead {
  const cell = (field: HistoryField) => {
    const at = mapping.columns[field];
    return at === undefined ? '' : (cells[at] ?? '').trim();
  };
  const no = (reason: string): RowRead => ({ ok: false, reason });
  const text = [...new Set([cell('subject'), cell('message')])].filter(Boolean).join('. ').slice(0, mostText);
  if (text === '') return no('It does not say what it was about.');
  if (cell('cameAt') === '') return no('It does not say when it came.');
  const cameAt = parseMoment(cell('cameAt'), mapping.dateOrder, mapping.timeZone);
  if (!cameAt) return no(`“${short(cell('cameAt'))}” is no date when it came.`);
  if (cameAt.getTime() > now.getTime() + dayMs) return no('It came in the future.');
  if (cameAt.getTime() < oldest) return no('It came before 1995.');

  const since = (field: 'firstReply' | 'solved', form: Mapping['solvedAs']): number | null | string => {
    const said = cell(field);
    if (isNothing(said)) return null;
    if (form !== 'moment') return parseLength(said, form) ?? `“${short(said)}” is no length of time.`;
    const at = parseMoment(said, mapping.dateOrder, mapping.timeZone);
    if (!at) return `“${short(said)}” is no date.`;
    if (at.getTime() < cameAt.getTime() - 60_000)
      return field === 'solved' ? 'It was solved before it came.' : 'It was answered before it came.';
    return Math.max(0, at.getTime() - cameAt.getTime());
  };
  const firstReplyMs = since('firstReply', mapping.firstReplyAs);
  if (typeof firstReplyMs === 'string') return no(firstReplyMs);
  const resolutionMs = since('solved', mapping.solvedAs);
  if (typeof resolutionMs === 'string') return no(resolutionMs);
  const handle = isNothing(cell('handle')) ? null : parseLength(cell('handle'), mapping.handleAs);
  if (handle === null && !isNothing(cell('handle'))) return no(`“${short(cell('handle'))}” is no handle time.`);
  if (handle !== null && handle > longestHandleMs)
    return no('It was worked on for more than 30 days: is the unit right?');

  return {
    ok: true,
    ticket: {
      ...{ id: cell('id'), text, cameAt, firstReplyMs, resolutionMs, handleMs: handle },
      closed: isClosed(cell('status'), resolutionMs !== null, mapping),
      reopened: readCount(cell('reopened')),
      replies: readCount(cell('replies')),
      channel: readChannel(cell('channel')),
      category: firstOf(cell('category')),
      group: cell('group').slice(0, 80),
      agent: cell('agent').slice(0, 200).toLowerCase(),
      satisfied: readSatisfied(cell('satisfaction'), mapping.satisfactionOf),
    },
  };
}

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);
const isNothing = (text: string): boolean => /^(?:|-|–|—|n\/?a|null|none|nil|not set)$/i.test(text);

/** Where neither a state nor an end is told, an old ticket is over. */
function isClosed(status: string, ended: boolean, { columns }: Mapping): boolean {
  if (status !== '')
    return (
      /clos|solv|done|archiv|complete|gel[öo]st|erledigt|cerrad|resuelt|ferm|résolu/i.test(status) &&
      !/^un/i.test(status)
    );
  return columns.solved === undefined || ended;
}

/** A count, or yes and no. */
export function readCount(text: string): number | null {
  if (/^(?:yes|true|ja|oui|sí)$/i.test(text)) return 1;
  if (/^(?:no|false|nein|non)$/i.test(text)) return 0;
  const number = parseNumber(text);
  return number === null || number < 0 ? null : Math.min(10_000, Math.round(number));
}

/** A first tag or type stands for all: a ticket is filed once. */
const firstOf = (text: string): string => (text.split(/[,;|]/)[0] ?? '').trim().slice(0, 80);

const channels: readonly [RegExp, string][] = [
  [/facebook|twitter|^x$|instagram|social|\bline\b|telegram|tiktok/i, 'social'],
  [/sms|text message|whats\s?app/i, 'sms'],
  [/phone|voice|call|telef|aircall|talk/i, 'voice'],
  [/chat|messenger|messaging|widget|website|live|in-?app/i, 'web_chat'],
  [/mail|web ?form|portal|form|help ?cent/i, 'email'],
  [/api|web ?service|webhook|integration/i, 'api'],
];

/** The kind of channel here that is nearest; null where none is. */
export function readChannel(text: string): string | null {
  return channels.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const content =
  /^(?:.*\b)?(?:good|great|amazing|satisfied|happy|positive|excellent|awesome|very good|gut|sehr gut|zufrieden|bueno|bien)\b|[😀😃😄🙂😊🤩👍]/iu;
const discontent =
  /\b(?:bad|poor|terrible|unsatisfied|dissatisfied|unhappy|negative|neutral|okay|ok|average|schlecht|unzufrieden|malo|mal|not)\b|[😠😡🙁😞😐👎]/iu;

/** Whether the customer was content: 4 and 5 of 5, or the words for it. Null where nothing was said: asked is not answered. */
export function readSatisfied(text: string, of: number): boolean | null {
  if (isNothing(text) || /offer|unrated|not rated|no rating|pending|requested/i.test(text)) return null;
  const number = parseNumber(text.replace(/\s*(?:\/\s*\d+|out of \d+|%|stars?)$/i, ''));
  if (number !== null) return number < 0 || number > of ? null : number >= (of === 3 ? 3 : of * 0.8);
  if (discontent.test(text)) return false;
  return content.test(text) ? true : null;
}
