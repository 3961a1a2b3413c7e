import { formatChange, formatFigure } from '@/lib/format/format-figure';
import type { Compared } from '@/lib/worth/worth.schema';

/** Fewer say nothing, as in lib/worth. */
const fewest = 30;
/** As much of what was is a change; less of a time or a sum may be chance, and nothing tells. */
const telling = 0.05;

export type Verdict = 'better' | 'worse' | 'same' | 'unsure' | null;

/** Whether now is better than before: in the mix of before where that is known. Null where one of them was not measured. */
export function judge({ before, now, adjusted, interval, better, unit }: Compared): Verdict {
  if (before.value === null || now.value === null) return null;
  if ((before.n !== null && before.n < fewest) || (now.n ?? 0) < fewest) return 'unsure';
  if (interval && interval.low <= 0 && interval.high >= 0) return 'unsure';
  const by = (adjusted ?? now.value) - before.value;
  // The mix alone made the difference.
  if (adjusted !== null && by * (now.value - before.value) < 0) return 'same';
  if (unit !== 'share' && Math.abs(by) < Math.abs(before.value) * telling) return 'same';
  if (by === 0) return 'same';
  return by > 0 === (better === 'up') ? 'better' : 'worse';
}

/** “12.4 pt more” or “2 min less”; null where there is nothing to compare. */
export function sayChange({ unit, before, now }: Pick<Compared, 'unit' | 'before' | 'now'>): string | null {
  const change = formatChange(unit, now.value, before.value);
  if (!change) return null;
  return change.way === 'same' ? 'no change' : `${change.says} ${change.way === 'up' ? 'more' : 'less'}`;
}

/** How sure a difference is, in a few words. */
export function saySure(row: Compared): string {
  const { interval, before, now } = row;
  const counted = before.n === null ? `${count(now.n)} now` : `${count(before.n)} before, ${count(now.n)} now`;
  if (now.value === null && before.value === null) return '';
  if (!interval) return counted;
  const pt = (value: number) => `${value >= 0 ? '+' : '−'}${Math.abs(value * 100).toFixed(1)}`;
  return `${pt(interval.low)} to ${pt(interval.high)} pt, ${counted}`;
}

const count = (n: number | null): string => (n ?? 0).toLocaleString('en-US');

/** Before and after in a sentence: only what the figures carry. */
export function sayComparison(rows: readonly Compared[]): string {
  const judged = rows.map((row) => ({ row, verdict: judge(row) })).filter(({ verdict }) => verdict !== null);
  if (judged.length === 0) return 'There is nothing to compare with yet.';
  const of = (verdict: Verdict) =>
    judged.filter((one) => one.verdict === verdict).map(({ row }) => row.name.split(',')[0]!);
  const [better, worse, unsure] = [of('better'), of('worse'), of('unsure')];
  if (better.length + worse.length === 0)
    return unsure.length > 0 ? 'Too little was counted to tell a difference.' : 'Nothing is different from before.';
  if (worse.length === 0)
    return better.length === judged.length && better.length > 1
      ? 'All that was measured is better than before.'
      : `${list(better)} ${better.length === 1 ? 'is' : 'are'} better than before.`;
  if (better.length === 0) return `${list(worse)} ${worse.length === 1 ? 'is' : 'are'} worse than before.`;
  return `${list(better)} ${better.length === 1 ? 'is' : 'are'} better than before, ${lower(list(worse))} ${worse.length === 1 ? 'is' : 'are'} worse.`;
}

const list = (names: string[]): string =>
  names
    .map((name, at) => (at === 0 ? name : lower(name)))
    .join(', ')
    .replace(/, ([^,]+)$/, ' and $1');
/** CSAT stays as it is. */
const lower = (text: string): string => (/^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

export const sayValue = (unit: Compared['unit'], value: number | null): string => formatFigure(unit, value);
