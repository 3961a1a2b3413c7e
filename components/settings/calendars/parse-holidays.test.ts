import { describe, expect, it } from 'vitest';
import { parseHolidays, printHolidays } from './parse-holidays';

describe('parseHolidays', () => {
  it.each([
    ['2026-12-25 Christmas Day', '2026-12-25', 'Christmas Day'],
    ['2026-1-1, New Year', '2026-01-01', 'New Year'],
    ['25.12.2026; Weihnachten', '2026-12-25', 'Weihnachten'],
    ['1. 5. 2027 Tag der Arbeit', '2027-05-01', 'Tag der Arbeit'],
    ['12/25/2026\tChristmas Day', '2026-12-25', 'Christmas Day'],
    ['  2028-02-29 – Leap day', '2028-02-29', 'Leap day'],
    ['2026-12-25', '2026-12-25', 'Holiday'],
  ])('reads %j', (line, date, name) => {
    expect(parseHolidays(line)).toEqual({ holidays: [{ date, name }], wrong: null });
  });

  it.each([
    ['Christmas', 1],
    ['2026-12-25 a\n\n2026-02-30 b', 3],
    ['2026-13-01', 1],
    ['99.99.2026 x', 1],
  ])('names the line of %j', (text, line) => {
    expect(parseHolidays(text).wrong).toContain(`Line ${line} `);
  });

  it('reads what it prints', () => {
    const holidays = [
      { date: '2026-12-25', name: 'Christmas Day' },
      { date: '2027-01-01', name: 'New Year' },
    ];
    expect(parseHolidays(printHolidays(holidays)).holidays).toEqual(holidays);
  });
});
