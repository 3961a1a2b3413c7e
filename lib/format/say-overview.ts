import type { Figure, MeasureAnswer } from '../metrics/metric.schema';
import { formatFigure, formatTarget, sayTarget } from './format-figure';
import { inSentence } from './in-sentence';
import { least, weighChange } from './weigh-change';

type Said = Pick<MeasureAnswer, 'name' | 'unit' | 'better' | 'target' | 'total' | 'previous'>;

const counted = (value: number, one: string, many: string): string =>
  `${value.toLocaleString('en')} ${value === 1 ? one : many}`;
const points = (now: Figure, before: Figure): string =>
  ((now.value! - before.value!) * 100).toFixed(1).replace('-', '');

/** The headline: what the assistant solved, as the customer confirmed it. `than`: how the time before is called. */
export function sayVerified(verified: Pick<Said, 'total' | 'previous'>, came: number, than: string | null): string {
  const { total, previous } = verified;
  if (came === 0) return 'Nothing came in during these days.';
  if (total.n === 0 || total.value === null)
    return `${counted(came, 'conversation', 'conversations')} came in; none of them is closed yet.`;
  if (total.n < least)
    return `The assistant solved ${Math.round(total.value * total.n)} of ${counted(total.n, 'closed conversation', 'closed conversations')} and the customer confirmed it.`;
  const said = `The assistant solved ${formatFigure('share', total.value)} of ${total.n.toLocaleString('en')} closed conversations and the customer confirmed it`;
  switch (than === null ? 'none' : weighChange('share', total, previous)) {
    case 'more':
      return `${said}, ${points(total, previous!)} points more than ${than}.`;
    case 'less':
      return `${said}, ${points(total, previous!)} points less than ${than}.`;
    case 'same':
      return `${said}, about as much as ${than}.`;
    default:
      return `${said}.`;
  }
}

/** The line below: which targets are met, what has just crossed its own, who came back. */
export function sayTargets(
  measures: readonly Said[],
  { closed, cameBack, than }: { closed: number; cameBack: number | null; than: string | null },
): string {
  if (closed === 0) return '';
  if (closed < least) return 'That is too few to compare, or to hold against a target.';
  const held = measures
    .filter(({ target, total }) => target !== null && total.value !== null && total.n >= least)
    .map((measure) => ({
      ...measure,
      met: sayTarget(measure.unit, measure.total.value, measure.target!, measure.better).met,
      metBefore:
        measure.previous && measure.previous.n >= least && measure.previous.value !== null && than !== null
          ? sayTarget(measure.unit, measure.previous.value, measure.target!, measure.better).met
          : null,
    }));
  const sentences: string[] = [];
  const crossed = held.find(({ met, metBefore }) => met === true && metBefore === false);
  if (crossed) sentences.push(`${crossed.name} ${crossed.better === 'down' ? 'fell below' : 'rose above'} its target.`);
  const missed = held.filter(({ met }) => met === false);
  if (held.length === 0) sentences.push('No target is set for these figures.');
  else if (missed.length === 0) sentences.push(held.length === 1 ? 'The target is met.' : 'Every target is met.');
  else if (missed.length === 1) {
    const [{ name, unit, total, target }] = missed as [(typeof missed)[number]];
    sentences.push(
      `${name} is the one measure that misses its target: ${formatFigure(unit, total.value)} against ${formatTarget(unit, target!)}.`,
    );
  } else
    sentences.push(`${listed(missed.map(({ name }, at) => (at === 0 ? name : inSentence(name))))} miss their targets.`);
  if (cameBack !== null && cameBack > 0)
    sentences.push(`${counted(cameBack, 'customer', 'customers')} came back within a week with the same issue.`);
  return sentences.join(' ');
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Above CSAT over time. */
export function sayContent({ total, previous }: Pick<Said, 'total' | 'previous'>, than: string | null): string {
  if (total.n === 0) return 'Nobody has rated a conversation';
  if (total.n < least) return 'Too few ratings to tell how content customers are';
  switch (than === null ? 'none' : weighChange('share', total, previous)) {
    case 'more':
      return `Customers are more content than ${than}`;
    case 'less':
      return `Customers are less content than ${than}`;
    case 'same':
      return `Customers are about as content as ${than}`;
    default:
      return 'How content customers are';
  }
}

const parts: readonly [number, string][] = [
  [1 / 2, 'half'],
  [1 / 3, 'a third'],
  [1 / 4, 'a quarter'],
  [1 / 5, 'a fifth'],
  [1 / 6, 'a sixth'],
  [1 / 8, 'an eighth'],
  [1 / 10, 'a tenth'],
];

/** Above cost by the week: from the first to the last week in which enough was verified. */
export function sayCostTrend(weeks: readonly { perVerified: number | null; verified: number }[]): string {
  const enough = weeks.filter(({ perVerified, verified }) => perVerified !== null && verified >= least);
  const [first, last] = [enough[0]?.perVerified, enough.at(-1)?.perVerified];
  if (enough.length < 2 || first === undefined || first === null || last === undefined || last === null || first === 0)
    return 'What a verified resolution costs';
  const by = last / first - 1;
  if (Math.abs(by) < 0.05) return 'A verified resolution costs about the same';
  const about = parts.find(([part]) => Math.abs(Math.abs(by) / part - 1) < 0.09);
  if (by < 0 && about?.[1] === 'half') return 'A verified resolution costs half as much';
  return `A verified resolution costs ${about?.[1] ?? `${Math.round(Math.abs(by) * 100)}%`} ${by < 0 ? 'less' : 'more'}`;
}

/** Above the reasons of handoffs, the most frequent first. */
export function sayReasons(reasons: readonly { name: string; count: number }[]): string {
  const all = reasons.reduce((sum, { count }) => sum + count, 0);
  const [first, second] = reasons;
  if (all === 0 || !first) return 'Nothing was handed over';
  if (all < least) return 'Why conversations were handed over';
  if (first.count / all > 0.5) return `Most are handed over for one reason: ${lower(first.name)}`;
  if (second && first.count - second.count < 2 * Math.sqrt(first.count + second.count))
    return 'No reason stands out among handoffs';
  return `Most often: ${lower(first.name)}`;
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
