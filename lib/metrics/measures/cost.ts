import type { Column } from '../columns';
import { add, among, type Measure, mean, money, per, say } from './build-measure';

const costs: readonly [Column, ...Column[]] = ['labourMicros', 'modelMicros', 'channelMicros'];

export const cost: Measure[] = [
  money(say('cost_people', 'Cost of people', 'down', 'Handle time × the hourly cost that is set.'), 'labourMicros'),
  money(
    say('cost_models', 'Cost of models', 'down', 'What the endpoints charge, by the prices that are set.'),
    'modelMicros',
  ),
  money(
    say('cost_channels', 'Cost of channels', 'down', 'Conversations × the cost that is set for their channel.'),
    'channelMicros',
  ),
  {
    ...money(
      say(
        'cost_platform',
        'Cost of the platform',
        'down',
        'The share of the month that is set, from the first day of the desk; not told under a filter.',
      ),
      costs,
    ),
    value: ({ platformMicros }) => platformMicros,
    n: ({ sums }) => sums.conversations ?? 0,
    columns: ['conversations'],
    counts: 'true',
    of: 'true',
  },
  {
    ...money(
      say('cost', 'Cost to serve', 'down', 'People, models, channels and, without a filter, the platform.'),
      costs,
    ),
    value: ({ sums, platformMicros }) => add(sums, costs) + (platformMicros ?? 0),
    n: ({ sums }) => sums.conversations ?? 0,
    columns: [...costs, 'conversations'],
  },
  {
    ...mean(
      say('cost_per_verified', 'Cost per verified', 'down', 'Cost to serve ÷ verified resolutions.'),
      'micros',
      costs,
      'verified',
    ),
    value: ({ sums, platformMicros }) => per(add(sums, costs) + (platformMicros ?? 0), sums.verified ?? 0),
    counts: among('verified'),
  },
];
