import { expect, it } from 'vitest';
import { sayCost, sayParts } from './say-cost';

const of = (dollars: number | null, n: number, before: number | null = null) => ({
  total: { value: dollars === null ? null : dollars * 1e6, n },
  previous: before === null ? null : { value: before * 1e6, n: 900 },
});
const served = 'Serving 1,300 conversations cost $4,560';

it.each<[string, Parameters<typeof sayCost>, string]>([
  ['nothing', [of(0, 0), of(null, 0), 'in October'], 'Nothing came in during these days, so nothing was spent on it.'],
  ['no costs set', [of(0, 5), of(0, 3), 'in October'], 'No cost is known for these days.'],
  [
    'nothing verified',
    [of(3, 1), of(null, 0), 'in October'],
    'Serving 1 conversation cost $3.00; none of them is a verified resolution.',
  ],
  ['few verified', [of(4_560, 1_300), of(456, 10), 'in October'], `${served}.`],
  [
    'less',
    [of(4_560, 1_300), of(8.12, 560, 9.37), 'in October'],
    `${served}, $8.12 for each verified resolution: $1.25 less than in October.`,
  ],
  [
    'more',
    [of(4_560, 1_300), of(9.37, 560, 8.12), 'in October'],
    `${served}, $9.37 for each verified resolution: $1.25 more than in October.`,
  ],
  [
    'the same',
    [of(4_560, 1_300), of(8.12, 560, 8.1), 'in October'],
    `${served}, $8.12 for each verified resolution, about as in October.`,
  ],
  ['no comparison', [of(4_560, 1_300), of(8.12, 560), null], `${served}, $8.12 for each verified resolution.`],
])('%s', (_, given, said) => expect(sayCost(...given)).toBe(said));

const parts = (people: number | null, models: number | null, platform: number | null) => [
  { name: 'People', micros: people },
  { name: 'Models', micros: models },
  { name: 'Platform', micros: platform },
];

it.each<[string, Parameters<typeof sayParts>, string]>([
  ['the largest', [parts(60, 30, 10), { handled: true, narrowed: false }], 'People are 60% of it.'],
  ['the platform', [parts(10, 0, 90), { handled: true, narrowed: false }], 'The platform is 90% of it.'],
  ['one part alone', [parts(60, 0, null), { handled: true, narrowed: false }], ''],
  [
    'people without a cost',
    [parts(0, 30, 10), { handled: true, narrowed: false }],
    'Models are 75% of it. No cost is set for an hour of a person, so people’s time counts as nothing here.',
  ],
  ['nobody worked', [parts(0, 30, 0), { handled: false, narrowed: false }], ''],
  [
    'a filter',
    [parts(60, 40, null), { handled: true, narrowed: true }],
    'People are 60% of it. The platform is shared by all, so under a filter it is not among it.',
  ],
])('%s', (_, given, said) => expect(sayParts(...given)).toBe(said));
