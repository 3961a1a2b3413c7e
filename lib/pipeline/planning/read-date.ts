const months = [
  ['jan', 'ene', 'gen', 'sty', 'janv'],
  ['feb', 'fév', 'fev', 'lut', 'févr'],
  ['mar', 'mär', 'mrz', 'maa', 'mrt'],
  ['apr', 'avr', 'abr', 'kwi'],
  ['may', 'mai', 'maj', 'mei', 'mag'],
  ['jun', 'juin', 'giu', 'cze'],
  ['jul', 'juil', 'lug', 'lip'],
  ['aug', 'aoû', 'aou', 'ago', 'sie'],
  ['sep', 'set', 'wrz'],
  ['oct', 'okt', 'out', 'ott', 'paź'],
  ['nov', 'lis'],
  ['dec', 'dez', 'déc', 'dic', 'gru'],
];

const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/;
const numbers = /^(\d{1,2})[-./\s](\d{1,2})[-./\s](\d{4}|\d{2})(?!\d)/;
const dayFirst =
  /^(\d{1,2})(?:st|nd|rd|th|\.|º)?[-\s]*(?:de\s+)?(\p{L}{3,10})\.?(?:\s*\/\s*\p{L}{3,10}\.?)?[-,\s]*(?:de\s+)?(\d{4})(?!\d)/u;
const monthFirst = /^(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;

/** Two digits of a year: up to fifteen years ahead they are of this century, as an expiry may be. */
const ahead = 15;

export type DateOrder = 'day_first' | 'month_first';

/**
 * The date a text begins with as an ISO day, and what stood there; null where there is none, or one no calendar has. Where
 * both numbers could be a month, `order` says which is the day.
 */
export function readDate(text: string, order: DateOrder, now: string): { iso: string; text: string } | null {
  const found = (match: RegExpExecArray, year: string, month: number, day: number) => {
    const day4 = isoDay(fullYear(year, now), month, day);
    return day4 === null ? null : { iso: day4, text: match[0].trim() };
  };
  let match = iso.exec(text);
  if (match) return found(match, match[1]!, Number(match[2]), Number(match[3]));
  match = numbers.exec(text);
  if (match) {
    const [one, two] = [Number(match[1]), Number(match[2])];
    const monthIsFirst = two > 12 || (one <= 12 && order === 'month_first');
    return found(match, match[3]!, monthIsFirst ? one : two, monthIsFirst ? two : one);
  }
  match = dayFirst.exec(text);
  if (match) return found(match, match[3]!, monthOf(match[2]!), Number(match[1]));
  match = monthFirst.exec(text);
  return match ? found(match, match[3]!, monthOf(match[1]!), Number(match[2])) : null;
}

function monthOf(word: string): number {
  const small = word.toLowerCase();
  return months.findIndex((names) => names.some((name) => small.startsWith(name))) + 1;
}

function fullYear(year: string, now: string): number {
  if (year.length === 4) return Number(year);
  const thisYear = Number(now.slice(0, 4));
  const century = thisYear - (thisYear % 100);
  const full = century + Number(year);
  return full > thisYear + ahead ? full - 100 : full;
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
