import { expect, it } from 'vitest';
import { tellChange } from './tell-change';

const of = (value: number | null, n: number) => ({ value, n });

it.each<[string, Parameters<typeof tellChange>[0], ReturnType<typeof tellChange>]>([
  [
    'more than chance does, and better so',
    { unit: 'share', better: 'up', total: of(0.45, 12_480), previous: of(0.418, 11_000) },
    { way: 'up', says: '3.2 pt', tone: 'good' },
  ],
  [
    'more than chance does, and worse so',
    { unit: 'milliseconds', better: 'down', total: of(240_000, 400), previous: of(180_000, 400) },
    { way: 'up', says: '1 min', tone: 'bad' },
  ],
  [
    'no more than chance does',
    { unit: 'share', better: 'up', total: of(0.88, 183), previous: of(0.923, 190) },
    { way: 'down', says: '4.3 pt', tone: 'plain' },
  ],
  [
    'neither is better',
    { unit: 'count', better: null, total: of(900, 900), previous: of(600, 600) },
    { way: 'up', says: '50%', tone: 'plain' },
  ],
  [
    'a handful before',
    { unit: 'micros', better: 'down', total: of(9_940_000, 1_194), previous: of(242_230_000, 9) },
    { way: 'same', says: 'few before', tone: 'plain' },
  ],
  [
    'a handful now',
    { unit: 'share', better: 'up', total: of(1, 3), previous: of(0.5, 900) },
    { way: 'same', says: 'few yet', tone: 'plain' },
  ],
  [
    'a handful that is counted',
    { unit: 'count', better: 'up', total: of(3, 3), previous: of(2, 2) },
    { way: 'up', says: '50%', tone: 'plain' },
  ],
  ['nothing before', { unit: 'share', better: 'up', total: of(0.5, 900), previous: of(null, 0) }, null],
  ['not compared', { unit: 'share', better: 'up', total: of(0.5, 900), previous: null }, null],
])('%s', (_, measure, told) => expect(tellChange(measure)).toEqual(told));
