import { describe, expect, it } from 'vitest';
import type { WorkingHours } from '@/lib/auth/person.schema';
import { describeHours } from './describe-hours';

const week = (...days: [number, string, string][]): WorkingHours => ({
  timeZone: 'UTC',
  days: days.map(([day, from, to]) => ({ day, from, to })),
});

describe('describeHours', () => {
  it.each<[string, WorkingHours | null]>([
    ['At any time', null],
    ['Never', week()],
    ['Wed, 9:00 to 17:00', week([3, '09:00', '17:00'])],
    [
      'Mon to Fri, 9:00 to 17:00',
      week(...[1, 2, 3, 4, 5].map((day) => [day, '09:00', '17:00'] as [number, string, string])),
    ],
    ['Mon, Wed, 10:00 to 14:30', week([3, '10:00', '14:30'], [1, '10:00', '14:30'])],
    ['Mon to Tue', week([1, '09:00', '12:00'], [1, '13:00', '17:00'], [2, '09:00', '12:00'])],
  ])('%s', (said, hours) => {
    expect(describeHours(hours)).toBe(said);
  });
});
