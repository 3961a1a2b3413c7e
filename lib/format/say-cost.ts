import type { MeasureAnswer } from '../metrics/metric.schema';
import { formatFigure } from './format-figure';
import { least, weighChange } from './weigh-change';

type Costed = Pick<MeasureAnswer, 'total' | 'previous'>;
const money = (micros: number | null) => formatFigure('micros', micros);

/** What serving came to, and what a verified resolution cost beside the time before. */
export function sayCost(cost: Costed, perVerified: Costed, than: string | null): string {
  const { value, n } = cost.total;
  if (n === 0 || value === null) return 'Nothing came in during these days, so nothing was spent on it.';
  if (value === 0) return 'No cost is known for these days.';
  const served = `Serving ${n.toLocaleString('en')} ${n === 1 ? 'conversation' : 'conversations'} cost ${money(value)}`;
  const { total, previous } = perVerified;
  if (total.value === null) return `${served}; none of them is a verified resolution.`;
  const each = `${served}, ${money(total.value)} for each verified resolution`;
  // Costs are told over verified resolutions: so many of these there are.
  if (total.n < least) return `${served}.`;
  switch (than === null ? 'none' : weighChange('micros', total, previous)) {
    case 'more':
      return `${each}: ${money(total.value - previous!.value!)} more than ${than}.`;
    case 'less':
      return `${each}: ${money(previous!.value! - total.value)} less than ${than}.`;
    case 'same':
      return `${each}, about as ${than}.`;
    default:
      return `${each}.`;
  }
}

/** Which part is the largest, and what is not counted because no cost is set for it. */
export function sayParts(
  parts: readonly { name: string; micros: number | null }[],
  { handled, narrowed }: { handled: boolean; narrowed: boolean },
): string {
  const known = parts.filter((part): part is { name: string; micros: number } => (part.micros ?? 0) > 0);
  const all = known.reduce((sum, { micros }) => sum + micros, 0);
  const [most] = [...known].sort((a, b) => b.micros - a.micros);
  const sentences: string[] = [];
  if (most && known.length > 1)
    sentences.push(
      `${most.name === 'Platform' ? 'The platform is' : `${most.name} are`} ${Math.round((most.micros / all) * 100)}% of it.`,
    );
  if (handled && !known.some(({ name }) => name === 'People'))
    sentences.push('No cost is set for an hour of a person, so people’s time counts as nothing here.');
  if (narrowed) sentences.push('The platform is shared by all, so under a filter it is not among it.');
  return sentences.join(' ');
}
