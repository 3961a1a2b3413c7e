import { countOf } from '../spread';
import { among, apart, type Measure, per, say, share, spreadsOf, withPeople } from './build-measure';

/** How many gave one score. */
const score = (spread: 'rating' | 'nps', value: number, name: string, says: string): Measure => ({
  ...say(`${spread}_${value}`, name, null, says),
  about: 'conversations',
  adds: true,
  unit: 'count',
  value: ({ spreads }) => spreads[spread]?.[value] ?? 0,
  n: (counted) => countOf(spreadsOf(counted, [spread])),
  columns: [],
  spreads: [spread],
  counts: `coalesce(f.${spread} = ${value}, false)`,
  of: `f.${spread} IS NOT NULL`,
});

export const content: Measure[] = [
  share(say('csat', 'CSAT', 'up', 'Ratings of 4 and 5 ÷ ratings.'), 'satisfied', 'rated'),
  share(
    say('csat_assistant', 'CSAT, assistant', 'up', 'The same of what never reached a person.'),
    'satisfiedAlone',
    'ratedAlone',
  ),
  apart(
    say('csat_agents', 'CSAT, agents', 'up', 'The same of what people had a part in.'),
    ['satisfied', 'satisfiedAlone'],
    ['rated', 'ratedAlone'],
    `(${among('satisfied')}) AND ${withPeople}`,
    `(${among('rated')}) AND ${withPeople}`,
  ),
  share(say('response_rate', 'Ratings given', 'up', 'Rated ÷ closed.'), 'rated', 'closed'),
  share(
    say('csat_response_rate', 'Answered, CSAT', 'up', 'Rated ÷ closed and asked: by a link, or at the end of a chat.'),
    'ratedOfAsked',
    'ratingsAsked',
  ),
  {
    ...say(
      'nps',
      'NPS',
      'up',
      'Share of 9 and 10 less share of 0 to 6, of those who answered; counted with the conversation they were asked after.',
    ),
    about: 'conversations',
    adds: false,
    unit: 'points',
    value: ({ sums }) => per(100 * ((sums.npsPromoters ?? 0) - (sums.npsDetractors ?? 0)), sums.npsAnswered ?? 0),
    n: ({ sums }) => sums.npsAnswered ?? 0,
    columns: ['npsPromoters', 'npsDetractors', 'npsAnswered'],
    spreads: [],
    counts: among('npsAnswered'),
    of: among('npsAnswered'),
  },
  share(say('nps_promoters', 'Promoters', 'up', '9 and 10 ÷ answers.'), 'npsPromoters', 'npsAnswered'),
  share(say('nps_detractors', 'Detractors', 'down', '0 to 6 ÷ answers.'), 'npsDetractors', 'npsAnswered'),
  {
    ...share(say('nps_passives', 'Neither', null, '7 and 8 ÷ answers.'), 'npsAnswered', 'npsAnswered'),
    value: ({ sums }) =>
      per((sums.npsAnswered ?? 0) - (sums.npsPromoters ?? 0) - (sums.npsDetractors ?? 0), sums.npsAnswered ?? 0),
    counts: 'coalesce(f.nps IN (7, 8), false)',
  },
  share(
    say('nps_response_rate', 'Answered, NPS', 'up', 'Answered ÷ asked whether they would recommend us.'),
    'npsAnswered',
    'npsAsked',
  ),
  ...[1, 2, 3, 4, 5].map((value) => score('rating', value, `Rated ${value}`, 'Ratings of this number.')),
  ...Array.from({ length: 11 }, (_, value) => score('nps', value, `NPS ${value}`, 'Answers of this number, 0 to 10.')),
  share(
    say('sla', 'SLA attainment', 'up', 'Promises kept ÷ kept and broken; what is overdue and open is broken.'),
    'slaMet',
    ['slaMet', 'slaBreached'],
  ),
];
