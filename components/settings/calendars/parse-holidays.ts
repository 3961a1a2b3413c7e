export type Holiday = { date: string; name: string };

/** By how dates are written in lists that are pasted: 2026-12-25, 25.12.2026, 12/25/2026. */
function readDate(text: string): { date: string; rest: string } | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(text);
  const dots = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(text);
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text);
  const found = iso ?? dots ?? slashes;
  if (!found) return null;
  const [whole, a, b, c] = found as unknown as [string, string, string, string];
  const [year, month, day] = iso ? [a, b, c] : dots ? [c, b, a] : [c, a, b];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00:00Z`);
  // The thirty-first of a month that has none would become the first of the next one.
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date) return null;
  return { date, rest: text.slice(whole.length) };
}

/** One holiday a line, the date first; a comma, semicolon, tab or dash may stand between. The first line that is none is named. */
export function parseHolidays(text: string): { holidays: Holiday[]; wrong: string | null } {
  const holidays: Holiday[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const read = readDate(line);
    if (!read) return { holidays, wrong: `Line ${index + 1} does not begin with a date such as 2026-12-25.` };
    const name = read.rest.replace(/^[\s,;:–—-]+/, '').trim();
    holidays.push({ date: read.date, name: name.slice(0, 80) || 'Holiday' });
  }
  return { holidays, wrong: null };
}

export const printHolidays = (holidays: readonly Holiday[]): string =>
  holidays.map(({ date, name }) => `${date} ${name}`).join('\n');
