import type { Figure, MeasureAnswer } from '../metrics/metric.schema';
import { formatFigure, formatTarget, sayTarget } from './format-figure';
import { least, weighChange } from './weigh-change';

type Said = Pick<MeasureAnswer, 'total' | 'previous'>;

const count = (value: number): string => value.toLocaleString('en');
const points = (now: Figure, before: Figure): string => Math.abs((now.value! - before.value!) * 100).toFixed(1);

/** The headline: how many of those who rated were content, and how that moved. `than`: how the time before is called. */
export function saySatisfied({ total, previous }: Said, than: string | null): string {
  if (total.n === 0 || total.value === null) return 'Nobody rated a conversation in these days.';
  const happy = Math.round(total.value * total.n);
  if (total.n < least)
    return `${count(happy)} of ${count(total.n)} ${total.n === 1 ? 'rating was' : 'ratings were'} a 4 or a 5: too few to tell more.`;
  const said = `${formatFigure('share', total.value)} of ${count(total.n)} ratings were a 4 or a 5`;
  switch (than === null ? 'none' : weighChange('share', total, previous)) {
    case 'more':
      return `${said}, ${points(total, previous!)} points more than ${than}.`;
    case 'less':
      return `${said}, ${points(total, previous!)} points less than ${than}.`;
    case 'same':
      return `${said}, about as many as ${than}.`;
    default:
      return `${said}.`;
  }
}

type Line = { csat: Pick<MeasureAnswer, 'total' | 'target'>; assistant: Said; agents: Said; rate: Said; nps: Said };

/** The line below: the target, who does better, who answers, and whether they would recommend. */
export function sayBelow({ csat, assistant, agents, rate, nps }: Line): string {
  const sentences: string[] = [];
  if (csat.target !== null && csat.total.value !== null && csat.total.n >= least) {
    const { met } = sayTarget('share', csat.total.value, csat.target, 'up');
    sentences.push(`That ${met ? 'meets' : 'misses'} the target of ${formatTarget('share', csat.target)}.`);
  }
  const apart = weighChange('share', assistant.total, agents.total);
  if (apart === 'more') sentences.push('Customers are more content where the assistant was alone.');
  if (apart === 'less') sentences.push('Customers are more content where people had a part.');
  if (rate.total.value !== null && rate.total.n >= least)
    sentences.push(`${Math.round(rate.total.value * 100)}% of those who were asked rated.`);
  if (nps.total.value !== null)
    sentences.push(
      nps.total.n < least
        ? `NPS has ${count(nps.total.n)} ${nps.total.n === 1 ? 'answer' : 'answers'}, too few to go by.`
        : `NPS is ${formatFigure('points', nps.total.value)} of ${count(nps.total.n)} answers.`,
    );
  return sentences.join(' ');
}

type Recommend = { nps: Said; promoters: Said; detractors: Said };

/**
 * Above NPS over time. By the variance of a difference of shares, p + d − (p − d)²: moved only where it is more than chance does at
 * 95 of 100.
 */
export function sayRecommend({ nps, promoters, detractors }: Recommend, than: string | null): string {
  const { total, previous } = nps;
  if (total.n === 0 || total.value === null) return 'Nobody said whether they would recommend you';
  if (total.n < least) return 'Too few answers to tell whether customers would recommend you';
  if (than !== null && previous && previous.value !== null && previous.n >= least) {
    const spread = (at: 'total' | 'previous') => {
      const [up, down] = [promoters[at]?.value ?? 0, detractors[at]?.value ?? 0];
      return (up + down - (up - down) ** 2) / nps[at]!.n;
    };
    const by = (total.value - previous.value) / 100;
    const error = Math.sqrt(spread('total') + spread('previous'));
    if (error === 0 || Math.abs(by) / error < 1.96) return `Customers would recommend you about as ${than}`;
    return `Customers would recommend you ${by > 0 ? 'more' : 'less'} than ${than}`;
  }
  if (Math.abs(total.value) < 0.5) return 'As many customers would recommend you as would not';
  return total.value > 0
    ? 'More customers would recommend you than would not'
    : 'More customers would not recommend you than would';
}

/** Above how ratings are spread. */
export function sayScores(counts: readonly number[]): string {
  const all = counts.reduce((sum, one) => sum + one, 0);
  if (all === 0) return 'No ratings yet';
  if (all < least) return 'How customers rated';
  const most = counts.indexOf(Math.max(...counts));
  const share = Math.round((counts[most]! / all) * 100);
  return share >= 50 ? `Most gave a ${most + 1}` : `A ${most + 1} was given most often, by ${share}%`;
}

/** Above a table of values: where customers are least content, as far as there is enough to go by. */
export function sayApart(rows: readonly { name: string; csat: Figure }[], by: string): string {
  const enough = rows.filter(({ csat }) => csat.value !== null && csat.n >= least);
  const all = { value: 0, n: 0 };
  for (const { csat } of enough) {
    all.value += csat.value! * csat.n;
    all.n += csat.n;
  }
  const lowest = enough
    .filter(({ csat }) => {
      const rest = all.n - csat.n;
      return weighChange('share', csat, { value: (all.value - csat.value! * csat.n) / rest, n: rest }) === 'less';
    })
    .sort((a, b) => a.csat.value! - b.csat.value!)[0];
  if (enough.length < 2) return `Ratings by ${by}`;
  return lowest ? `Least content: ${lowest.name}` : `No ${by} stands out`;
}
