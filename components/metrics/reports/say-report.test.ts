import { describe, expect, it } from 'vitest';
import type { ReportRow } from '@/lib/reports/report.schema';
import { sayReports, sayRhythm, sayStanding } from './say-report';

const weekly = { every: 'week', weekday: 1, hour: 8, timeZone: 'UTC' } as const;
const [sent, held, kept] = [
  { schedule: weekly, paused: false },
  { schedule: weekly, paused: true },
  { schedule: null, paused: false },
];

it.each([
  [[], 'No view is saved yet.'],
  [[kept], 'One view is saved; none is sent by itself.'],
  [[sent], 'One view is saved, and is sent by itself.'],
  [[sent, held, kept], '3 views are saved; one is sent by itself.'],
  [[sent, sent, kept], '3 views are saved; 2 are sent by themselves.'],
  [[sent, sent], '2 views are saved, and all are sent by themselves.'],
])('%j is said as %s', (reports, says) => {
  expect(sayReports(reports)).toBe(says);
});

it('says when it is sent, and to how many', () => {
  expect(sayRhythm({ schedule: weekly, gets: 3 }, 'UTC')).toBe('Every Monday at 08:00, to 3 people');
  expect(sayRhythm({ schedule: null, gets: 3 }, 'UTC')).toBe('Not sent by itself');
});

describe('sayStanding', () => {
  const now = Date.parse('2026-11-19T12:00:00Z');
  const none: Parameters<typeof sayStanding>[0] = { ...kept, nextAt: null, trouble: null, last: null };
  const last = (why: NonNullable<ReportRow['last']>['why']) => ({ at: '2026-11-16T08:00:00Z', why, mails: 2 });
  it.each<[string, Partial<typeof none>, string[]]>([
    ['only kept', {}, []],
    ['due', { ...sent, nextAt: '2026-11-23T08:00:00Z' }, ['Next Nov 23, 08:00']],
    ['paused, sent before', { ...held, last: last(null) }, ['Paused', 'Last Nov 16, 08:00, to 2 people']],
    [
      'its owner left',
      { ...sent, trouble: 'owner_gone', last: last('owner_gone') },
      ['Its owner is at the desk no longer.'],
    ],
    [
      'mended since',
      { ...sent, nextAt: '2026-11-23T08:00:00Z', last: last('nobody') },
      ['Next Nov 23, 08:00', 'Not sent Nov 16, 08:00: Nobody gets it.'],
    ],
  ])('%s', (_, more, lines) => {
    expect(sayStanding({ ...none, ...more }, now, 'UTC').map(({ says }) => says)).toEqual(lines);
  });
});
