import type { TimeForm } from '../history.schema';

const unitMs = { milliseconds: 1, seconds: 1_000, minutes: 60_000, hours: 3_600_000 } as const;

/** A length of time in milliseconds: `12.5` in the unit that is said, `1,234.5`, `12,5`, or a clock such as `1:02:30`. Null where it is none. */
export function parseLength(text: string, form: Exclude<TimeForm, 'moment'>): number | null {
  const said = text.trim();
  const clock = /^(?:(\d+)d\s*)?(\d+):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(said);
  if (clock) {
    const [, days = '0', hours, minutes, seconds = '0'] = clock;
    return ((Number(days) * 24 + Number(hours)) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  }
  if (form === 'clock') return null;
  const number = parseNumber(said);
  return number === null || number < 0 ? null : Math.round(number * unitMs[form]);
}

/** `1,234.5` and `1.234,5` alike; of one comma alone the last three figures are thousands only where nothing else fits. */
export function parseNumber(text: string): number | null {
  const said = text.trim().replace(/[\s']/g, '');
  if (!/^-?[\d.,]+$/.test(said)) return null;
  const last = Math.max(said.lastIndexOf(','), said.lastIndexOf('.'));
  if (last < 0) return Number(said);
  const sign = said[last]!;
  const other = sign === ',' ? '.' : ',';
  const thousands =
    said.includes(other) || (sign === ',' ? /^-?\d{1,3}(,\d{3})+$/.test(said) : said.split('.').length > 2);
  const whole =
    thousands && !said.includes(other) ? said.replaceAll(sign, '') : said.replaceAll(other, '').replace(sign, '.');
  const number = Number(whole);
  return Number.isFinite(number) ? number : null;
}
