import { describe, expect, it } from 'vitest';
import { chooseGranularity, readPlace, writePlace } from './metrics-place';

const today = '2026-11-19';
const read = (search: string) => readPlace(new URLSearchParams(search), { today, since: '2024-01-01' });

describe('readPlace', () => {
  it.each<[string, Partial<ReturnType<typeof read>>]>([
    [
      '',
      { preset: 'month', period: { from: '2026-11-01', to: today }, comparison: 'before', filters: {}, table: false },
    ],
    ['period=7d&against=none', { preset: '7d', previous: null }],
    ['from=2026-10-01&to=2026-10-31', { preset: null, previous: { from: '2026-09-01', to: '2026-09-30' } }],
    ['from=2026-10-31&to=2026-10-01', { preset: 'month' }],
    ['from=2020-01-01&to=2026-10-01', { preset: 'month' }],
    ['from=yesterday&to=2026-10-01', { preset: 'month' }],
    ['period=ever', { preset: 'month' }],
    ['channel=email&channel=sms&channel=email&team=', { filters: { channel: ['email', 'sms'], team: [''] } }],
    ['view=table', { table: true }],
  ])('%s', (search, place) => expect(read(search)).toMatchObject(place));

  it.each([
    '',
    'period=90d&against=year',
    'from=2026-10-01&to=2026-10-31&intent=refund&intent=&tier=autonomous&view=table',
  ])('is written as it was read: %s', (search) => expect(writePlace(read(search), today).toString()).toBe(search));
});

it.each([
  ['2026-11-19', 'hour'],
  ['2026-10-01', 'day'],
  ['2026-09-20', 'day'],
  ['2026-09-01', 'week'],
])('from %s on it is read by the %s', (from, granularity) =>
  expect(chooseGranularity({ from, to: today })).toBe(granularity),
);
