import { DateTime } from 'luxon';
import type { DateOrder } from '../history.schema';

const zoneAtEnd = /\s*(?:\(?(UTC|GMT|Z)\)?|([+-]\d{2}):?(\d{2})?)$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clockAtEnd = /[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?$/i;

/**
 * A moment as other desks write it: ISO, `2026-03-04 09:12 UTC`, `4/3/2026 9:12 AM`, `04.03.26`, `Mar 4, 2026`, `4 March 2026, 09:12`,
 * seconds or milliseconds since 1970. `order` says what comes first where signs stand between, `zone` holds where none is written.
 * Null where it is none.
 */
export function parseMoment(text: string, order: DateOrder, zone: string): Date | null {
  const said = text.trim();
  if (/^\d{10}(?:\.\d+)?$/.test(said)) return new Date(Math.round(Number(said) * 1_000));
  if (/^\d{13}$/.test(said)) return new Date(Number(said));
  const at = cutClock(said.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+/i, ''));
  if (!at) return null;
  const day = readDay(at.day, order);
  if (!day) return null;
  const moment = DateTime.fromObject({ ...day, ...at.clock }, { zone: at.zone ?? zone });
  return moment.isValid ? moment.toJSDate() : null;
}

type Clock = { hour: number; minute: number; second: number };

/** The day, the clock (midnight where there is none) and the zone that is written; null where the clock is none. */
function cutClock(text: string): { day: string; clock: Clock; zone: string | null } | null {
  const zoned = /\d{1,2}:\d{2}/.test(text) ? zoneAtEnd.exec(text) : null;
  const rest = zoned ? text.slice(0, zoned.index) : text;
  const zone = zoned ? (zoned[1] ? 'utc' : `UTC${zoned[2]}:${zoned[3] ?? '00'}`) : null;
  const found = clockAtEnd.exec(rest);
  if (!found) return { day: rest.trim(), clock: { hour: 0, minute: 0, second: 0 }, zone };
  const half = found[4]?.[0]?.toLowerCase();
  const said = Number(found[1]);
  if (half && (said < 1 || said > 12)) return null;
  const hour = half ? (said % 12) + (half === 'p' ? 12 : 0) : said;
  const clock = { hour, minute: Number(found[2]), second: Number(found[3] ?? 0) };
  return { day: rest.slice(0, found.index).trim(), clock, zone };
}

type Day = { year: number; month: number; day: number };

function readDay(text: string, order: DateOrder): Day | null {
  const numbers = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{2,4})$/.exec(text);
  if (numbers) {
    const [one, two, three] = [numbers[1]!, numbers[2]!, numbers[3]!];
    // Four figures are a year wherever they stand.
    if (one.length === 4) return three.length <= 2 ? { year: +one, month: +two, day: +three } : null;
    const year = fullYear(three);
    return order === 'month' ? { year, month: +one, day: +two } : { year, month: +two, day: +one };
  }
  const named =
    /^(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/i.exec(text) ??
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[-. ]+(?<month>[a-z]{3,9})\.?[-, ]+(?<year>\d{4})$/i.exec(text);
  const month = months.indexOf(named?.groups?.month?.slice(0, 3).toLowerCase() ?? '') + 1;
  return month > 0 ? { year: Number(named!.groups!.year), month, day: Number(named!.groups!.day) } : null;
}

const fullYear = (text: string): number => (text.length === 2 ? 2_000 + Number(text) : Number(text));

/** Which part comes first, as the values themselves show: a 13 can be no month. Null where they leave it open. */
export function guessDateOrder(values: readonly string[]): DateOrder | null {
  const parts = values.flatMap((value) => {
    const found = /^(\d{1,4})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(value.trim());
    return found ? [[found[1]!, found[2]!] as const] : [];
  });
  if (parts.length === 0 || parts.some(([one]) => one.length === 4)) return 'year';
  if (parts.some(([one]) => Number(one) > 12)) return 'day';
  if (parts.some(([, two]) => Number(two) > 12)) return 'month';
  // Points between are how days come first in most of Europe; slashes are as often one as the other.
  return values.some((value) => /^\d{1,2}\.\d{1,2}\./.test(value.trim())) ? 'day' : null;
}

const momentPattern =
  /^(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)(?:[T ,]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|UTC|[AP]M|[+-]\d\d:?\d\d))?)?$/i;

/** Whether a cell is a date and nothing else: its digits in a row may pass for those of a card. */
export const isMoment = (text: string): boolean => momentPattern.test(text);
