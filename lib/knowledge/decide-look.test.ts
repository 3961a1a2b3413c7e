import { expect, it } from 'vitest';
import { lookReasons } from './decide-look';

const now = new Date('2026-11-20T12:00:00Z');
const fresh = { reviewAt: null, oldestAt: now, rated: 0, bad: 0, now };

it.each([
  ['nothing to say', {}, 0],
  ['the day is tomorrow', { reviewAt: '2026-11-21' }, 0],
  ['the day is today', { reviewAt: '2026-11-20' }, 1],
  ['a year and a day', { oldestAt: new Date('2025-11-19T00:00:00Z') }, 1],
  ['never published', { oldestAt: null }, 0],
  ['one bad rating', { rated: 1, bad: 1 }, 0],
  ['a third is bad', { rated: 6, bad: 2 }, 1],
  ['less than a third is bad', { rated: 7, bad: 2 }, 0],
  ['all at once', { reviewAt: '2026-01-01', oldestAt: new Date('2020-01-01'), rated: 3, bad: 3 }, 3],
])('%s', (_, more, count) => {
  expect(lookReasons({ ...fresh, ...more })).toHaveLength(count);
});
