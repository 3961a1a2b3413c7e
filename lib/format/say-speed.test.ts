import { expect, it } from 'vitest';
import { sayBusiest, sayReply, sayRest } from './say-speed';

const of = (value: number | null, n: number, before: number | null = null) => ({
  total: { value, n },
  previous: before === null ? null : { value: before, n: 900 },
});
const half = 'Half of the customers had an agent’s first reply within 3 min 41 s';

it.each<[string, Parameters<typeof sayReply>, string]>([
  ['nobody', [of(null, 0), 'in October'], 'No agent has replied to anything of these days.'],
  ['one', [of(1_000, 1), 'in October'], 'Agents first replied to 1 conversation of these days.'],
  ['sooner', [of(221_000, 900, 273_000), 'in October'], `${half}, 52 s sooner than in October.`],
  ['later', [of(221_000, 900, 201_000), 'in October'], `${half}, 20 s later than in October.`],
  ['the same', [of(221_000, 900, 222_000), 'in October'], `${half}, about as in October.`],
  ['nothing before', [of(221_000, 900), 'in October'], `${half}.`],
  ['no comparison', [of(221_000, 900, 100_000), null], `${half}.`],
])('%s', (_, given, said) => expect(sayReply(...given)).toBe(said));

it.each<[Parameters<typeof sayRest>, string]>([
  [[of(null, 0), of(null, 0)], ''],
  [[of(5_000, 3), of(4_000, 3)], 'That is too few to tell how soon.'],
  [
    [of(900_000, 300), of(4_000, 300)],
    'Nine in ten had it within 15 min. The assistant, counted apart, takes 4 s in the median.',
  ],
])('%j: %s', (given, said) => expect(sayRest(...given)).toBe(said));

const week = (came: (weekday: number, hour: number) => number) =>
  Array.from({ length: 168 }, (_, at) => {
    const [weekday, hour] = [1 + Math.floor(at / 24), at % 24];
    return { weekday, hour, came: came(weekday, hour), times: 4, firstReply: null, replies: 0 };
  });

it.each<[string, (weekday: number, hour: number) => number, string]>([
  ['nothing', () => 0, 'Nothing came in'],
  [
    'one hour before all',
    (day, hour) => (day === 1 && hour === 14 ? 90 : 10),
    'The busiest hour begins on Mondays at 14:00',
  ],
  ['an hour of every day', (_, hour) => (hour === 9 ? 40 : 5), 'Most come around 09:00'],
  ['hardly any', (_, hour) => (hour === 9 ? 1 : 0), 'When conversations come'],
])('%s', (_, came, said) => expect(sayBusiest(week(came))).toBe(said));
