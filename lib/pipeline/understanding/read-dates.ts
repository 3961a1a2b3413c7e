import { agoWords, aheadWords, countOf, foreignMonth, relativeDays, unitOf } from './foreign-dates';
import type { Entity } from './understanding.schema';

type Day = { year: number; month: number; day: number };
type Reader = {
  pattern: RegExp;
  sure: number;
  read: (match: RegExpExecArray, today: Day, past: boolean) => Day | undefined;
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const smallNumbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekday = '(mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const count =
  '(\\d{1,3}|an?(?: couple of| few)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?couple(?: of)?|(?:a )?few)';

// In order of telling power: what an earlier reader has taken, a later one does not read again.
const readers: Reader[] = [
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    sure: 0.98,
    read: ([, y, m, d]) => valid(Number(y), Number(m), Number(d)),
  },
  {
    pattern: new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b`, 'gi'),
    sure: 0.95,
    read: ([, m, d, y], today, past) => withYear(monthNumber(m!), Number(d), y, today, past),
  },
  {
    pattern: new RegExp(`\\b(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${month}(?:,?\\s+(\\d{4}))?\\b`, 'gi'),
    sure: 0.95,
    read: ([, d, m, y], today, past) => withYear(monthNumber(m!), Number(d), y, today, past),
  },
  {
    // Month first, as the shop's customers write it; a first number over 12 can only be a day.
    pattern: /\b(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?\b(?![\d%])/g,
    sure: 0.75,
    read: ([text, first, second, y], today, past) => {
      if (text.includes('.') && !y) return undefined;
      const [m, d] =
        Number(first) > 12 || text.includes('.') ? [Number(second), Number(first)] : [Number(first), Number(second)];
      return withYear(m, d, y && (y.length === 2 ? `20${y}` : y), today, past);
    },
  },
  { pattern: /\bday after tomorrow\b/gi, sure: 0.95, read: (_, today) => plusDays(today, 2) },
  { pattern: /\b(?:tomorrow|tmrw|tmr|tomorow)\b/gi, sure: 0.95, read: (_, today) => plusDays(today, 1) },
  { pattern: /\b(?:today|tonight)\b/gi, sure: 0.95, read: (_, today) => today },
  { pattern: /\byesterday\b/gi, sure: 0.95, read: (_, today) => plusDays(today, -1) },
  {
    pattern: new RegExp(`\\b(?:in|within|after)\\s+${count}\\s+(day|week|month)s?\\b`, 'gi'),
    sure: 0.85,
    read: ([, n, unit], today) => shift(today, number(n!), unit!),
  },
  {
    pattern: new RegExp(`\\b${count}\\s+(day|week|month)s?\\s+(?:ago|back)\\b`, 'gi'),
    sure: 0.85,
    read: ([, n, unit], today) => shift(today, -number(n!), unit!),
  },
  {
    pattern: new RegExp(`\\b${count}\\s+(day|week|month)s?\\s+(?:from\\s+(?:now|today)|later)\\b`, 'gi'),
    sure: 0.85,
    read: ([, n, unit], today) => shift(today, number(n!), unit!),
  },
  {
    pattern: new RegExp(`\\b(?:(next|last|this|coming)\\s+)?${weekday}\\b`, 'gi'),
    sure: 0.8,
    read: ([, which, name], today, past) => onWeekday(which?.toLowerCase(), name!, today, past),
  },
  { pattern: /\bthis weekend\b/gi, sure: 0.75, read: (_, today) => onWeekday('this', 'sat', today, false) },
  { pattern: /\bnext weekend\b/gi, sure: 0.7, read: (_, today) => onWeekday('next', 'sat', today, false) },
  { pattern: /\bnext week\b/gi, sure: 0.6, read: (_, today) => onWeekday('next', 'mon', today, false) },
  {
    pattern: /\bnext month\b/gi,
    sure: 0.6,
    read: (_, { year, month: m }) => (m === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: m + 1, day: 1 }),
  },
  {
    pattern: /\b(?:on|by|until|till|before|after|from|since)?\s*the\s+(\d{1,2})(?:st|nd|rd|th)\b/gi,
    sure: 0.75,
    read: ([, d], today, past) => onDayOfMonth(Number(d), today, past),
  },
  {
    // "3 de mayo de 2027", "3 mai", "am 3. Mai", "il 3 maggio"; "1er" is French for the first.
    pattern:
      /(?<![\p{L}\p{N}.,])(\d{1,2})(?:\.|er|º)?\s+(?:de\s+|di\s+)?(\p{L}{3,10})(?:(?:\s+de|\s+del)?\s+(\d{4}))?(?!\p{L})/giu,
    sure: 0.9,
    read: ([, d, m, y], today, past) => {
      const found = foreignMonth(m!);
      return found === 0 ? undefined : withYear(found, Number(d), y, today, past);
    },
  },
  ...relativeDays.map(
    ([words, days]): Reader => ({
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu'),
      sure: 0.85,
      read: (_, today) => plusDays(today, days),
    }),
  ),
  {
    pattern: agoWords,
    sure: 0.85,
    read: ([, n, unit, n2, unit2], today) => shift(today, -countOf((n ?? n2)!), unitOf((unit ?? unit2)!)),
  },
  { pattern: aheadWords, sure: 0.8, read: ([, n, unit], today) => shift(today, countOf(n!), unitOf(unit!)) },
];

// What came before decides on which side of today a date without a year lies: "ordered on the 3rd", "deliver on the 3rd".
const pastCue =
  /\b(?:ordered|bought|placed|since|was|were|paid|charged|billed|arrived|delivered|received|sent|returned|cancelled|canceled|ago|last|came|purchased|got|had|supposed)\b[^.?!]{0,30}$/i;

/** Dates in a message, counted from the customer's own calendar day. */
export function readDates(text: string, { now, timezone = 'UTC' }: { now: Date; timezone?: string }): Entity[] {
  const today = calendarDay(now, timezone);
  const found: Entity[] = [];
  for (const { pattern, sure, read } of readers) {
    for (const match of text.matchAll(pattern)) {
      const lead = match[0].length - match[0].trimStart().length;
      const start = match.index + lead;
      const end = match.index + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const day = read(match as RegExpExecArray, today, pastCue.test(text.slice(Math.max(0, start - 50), start)));
      if (!day) continue;
      const iso = toIso(day);
      found.push({ kind: 'date', value: iso, iso, text: text.slice(start, end), start, end, sure });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function calendarDay(now: Date, timezone: string): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
  const [year, monthOfYear, day] = parts.split('-').map(Number);
  return { year: year!, month: monthOfYear!, day: day! };
}

function withYear(m: number, d: number, year: string | undefined, today: Day, past: boolean): Day | undefined {
  if (year) return valid(Number(year), m, d);
  const inYear = (y: number) => valid(y, m, d);
  const here = inYear(today.year);
  if (past) return here && toIso(here) <= toIso(today) ? here : inYear(today.year - 1);
  return here && toIso(here) >= toIso(today) ? here : inYear(today.year + 1);
}

function onDayOfMonth(day: number, today: Day, past: boolean): Day | undefined {
  const step = past ? -1 : 1;
  // A month may be too short for the day: two months on there is always a long one.
  for (let ahead = 0; ahead <= 2; ahead++) {
    const index = today.year * 12 + today.month - 1 + ahead * step;
    const candidate = valid(Math.floor(index / 12), (index % 12) + 1, day);
    if (candidate && (past ? toIso(candidate) <= toIso(today) : toIso(candidate) >= toIso(today))) return candidate;
  }
  return undefined;
}

function onWeekday(which: string | undefined, name: string, today: Day, past: boolean): Day {
  const wanted = weekdays.indexOf(name.slice(0, 3).toLowerCase());
  const current = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
  if (which === 'last' || (past && which === undefined)) return plusDays(today, -((current - wanted + 7) % 7 || 7));
  if (which === 'next') {
    // "Next Friday" said on a Tuesday is the Friday of the week after; weeks begin on Monday.
    const toMonday = (8 - current) % 7 || 7;
    return plusDays(today, toMonday + ((wanted + 6) % 7));
  }
  return plusDays(today, (wanted - current + 7) % 7 || 7);
}

function shift(today: Day, by: number, unit: string): Day {
  if (unit.toLowerCase() === 'month') {
    const index = today.year * 12 + today.month - 1 + by;
    const year = Math.floor(index / 12);
    const m = (((index % 12) + 12) % 12) + 1;
    const last = new Date(Date.UTC(year, m, 0)).getUTCDate();
    return { year, month: m, day: Math.min(today.day, last) };
  }
  return plusDays(today, unit.toLowerCase() === 'week' ? by * 7 : by);
}

function plusDays({ year, month: m, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, m - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function valid(year: number, m: number, d: number): Day | undefined {
  if (m < 1 || m > 12 || d < 1 || year < 1900 || year > 2200) return undefined;
  return d <= new Date(Date.UTC(year, m, 0)).getUTCDate() ? { year, month: m, day: d } : undefined;
}

function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** A small number written as a digit or a word; "a couple of" is two, "a few" three. */
export function number(text: string): number {
  const word = text.toLowerCase();
  if (/^\d+$/.test(word)) return Number(word);
  if (word.includes('couple')) return 2;
  if (word.includes('few')) return 3;
  return smallNumbers[word] ?? 1;
}

function toIso({ year, month: m, day }: Day): string {
  return `${year}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
