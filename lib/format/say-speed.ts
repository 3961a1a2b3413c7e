import type { HeatAnswer, MeasureAnswer } from '../metrics/metric.schema';
import { formatFigure } from './format-figure';
import { least, weighChange } from './weigh-change';

type Timed = Pick<MeasureAnswer, 'total' | 'previous'>;
const time = (ms: number | null) => formatFigure('milliseconds', ms);

/** How soon agents first replied, and whether that is sooner than it was. */
export function sayReply(agents: Timed, than: string | null): string {
  const { total, previous } = agents;
  if (total.n === 0 || total.value === null) return 'No agent has replied to anything of these days.';
  if (total.n < least)
    return `Agents first replied to ${total.n} ${total.n === 1 ? 'conversation' : 'conversations'} of these days.`;
  const said = `Half of the customers had an agent’s first reply within ${time(total.value)}`;
  switch (than === null ? 'none' : weighChange('milliseconds', total, previous)) {
    case 'more':
      return `${said}, ${time(total.value - previous!.value!)} later than ${than}.`;
    case 'less':
      return `${said}, ${time(previous!.value! - total.value)} sooner than ${than}.`;
    case 'same':
      return `${said}, about as ${than}.`;
    default:
      return `${said}.`;
  }
}

/** The line below: nine in ten, and the assistant apart. */
export function sayRest(p90: Timed, assistant: Timed): string {
  const sentences: string[] = [];
  if (p90.total.n >= least) sentences.push(`Nine in ten had it within ${time(p90.total.value)}.`);
  else if (p90.total.n > 0) sentences.push('That is too few to tell how soon.');
  if (assistant.total.n >= least)
    sentences.push(`The assistant, counted apart, takes ${time(assistant.total.value)} in the median.`);
  return sentences.join(' ');
}

const weekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Above the hours of the week: when the most come, where that can be told. */
export function sayBusiest(cells: HeatAnswer['cells']): string {
  const came = cells.reduce((sum, cell) => sum + cell.came, 0);
  if (came === 0) return 'Nothing came in';
  const [first, second] = [...cells].sort((a, b) => b.came / Math.max(b.times, 1) - a.came / Math.max(a.times, 1));
  // Two hours that differ by less than chance does share the first place.
  const apart = first && second && first.came - second.came > 2 * Math.sqrt(first.came + second.came);
  if (first && apart) return `The busiest hour begins on ${weekdays[first.weekday - 1]} at ${clock(first.hour)}`;
  const hours = Array.from({ length: 24 }, (_, hour) =>
    cells.filter((cell) => cell.hour === hour).reduce((sum, cell) => sum + cell.came, 0),
  );
  if (came < 20 * least) return 'When conversations come';
  const busy = hours.indexOf(Math.max(...hours));
  return `Most come around ${clock(busy)}`;
}
