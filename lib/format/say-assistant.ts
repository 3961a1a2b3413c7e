import type { ConfidenceAnswer, MeasureAnswer } from '../metrics/metric.schema';
import { formatFigure } from './format-figure';
import { least, weighChange } from './weigh-change';
import { wilsonInterval } from './wilson-interval';

type Told = Pick<MeasureAnswer, 'total' | 'previous'>;
const share = (value: number | null) => formatFigure('share', value);

/** How much of its turns the assistant carried alone, and how often it was wrong where somebody looked. */
export function sayCarried(coverage: Told, wrong: Told): string {
  if (coverage.total.n === 0) return 'The assistant had no turns in these days.';
  if (coverage.total.n < least) {
    const carried = Math.round((coverage.total.value ?? 0) * coverage.total.n);
    return `The assistant carried ${carried} of ${coverage.total.n} turns to the end by itself.`;
  }
  const said = `The assistant carries ${share(coverage.total.value)} of its turns by itself`;
  if (wrong.total.n < least) return `${said}.`;
  return `${said} and was wrong in ${share(wrong.total.value)} of those that were reviewed.`;
}

/** The line below: how that moved, and what cannot be told. */
export function sayCarriedMore(coverage: Told, wrong: Told, than: string | null): string {
  const sentences: string[] = [];
  const weighed = than === null ? 'none' : weighChange('share', coverage.total, coverage.previous);
  const by = Math.abs((coverage.total.value ?? 0) - (coverage.previous?.value ?? 0)) * 100;
  if (weighed === 'more') sentences.push(`That is ${by.toFixed(1)} points more than ${than}.`);
  if (weighed === 'less') sentences.push(`That is ${by.toFixed(1)} points less than ${than}.`);
  if (weighed === 'same') sentences.push(`That is about as much as ${than}.`);
  if (coverage.total.n > 0 && wrong.total.n < least)
    sentences.push(
      wrong.total.n === 0
        ? 'None of these turns was reviewed, so nobody knows how often it was wrong.'
        : `${wrong.total.n} of these turns ${wrong.total.n === 1 ? 'was' : 'were'} reviewed: too few to tell how often it is wrong.`,
    );
  return sentences.join(' ');
}

/** Above the calibration: whether it knows how sure it may be, on all that was reviewed. */
export function sayCalibration({ bins, reviewed }: Pick<ConfidenceAnswer, 'bins' | 'reviewed'>): string {
  if (reviewed < least) return 'Too little was reviewed to tell how honest it is';
  const said = bins.reduce((sum, bin) => sum + bin.reviewed * (bin.said ?? 0), 0) / reviewed;
  const right = bins.reduce((sum, bin) => sum + bin.right, 0);
  const interval = wilsonInterval(right, reviewed)!;
  if (said > interval.high) return 'It is surer than it should be';
  if (said < interval.low) return 'It is right more often than it says';
  return 'It is right about as often as it says';
}

/** Above the tiers by day. */
export function sayPassedOn(escalated: Told, than: string | null): string {
  switch (than === null ? 'none' : weighChange('share', escalated.total, escalated.previous)) {
    case 'more':
      return `More turns are passed on than ${than}`;
    case 'less':
      return `Fewer turns are passed on than ${than}`;
    case 'same':
      return `About as many turns are passed on as ${than}`;
    default:
      return 'What became of its turns';
  }
}
