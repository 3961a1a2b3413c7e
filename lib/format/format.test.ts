import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeClock, namePromise, sayClock } from './describe-clock';
import { formatLanguage } from './format-language';
import { formatMoney } from './format-money';
import { formatAgo, formatClock, formatDay, formatMoment, formatMonth, formatSpan, formatTook } from './format-time';
import { firstName, initials } from './initials';

const now = Date.parse('2026-11-19T14:16:00Z');
const minute = 60_000;
const at = (ms: number) => new Date(now + ms).toISOString();
const row = {
  state: 'open',
  dueAt: null as string | null,
  waitingSince: null as string | null,
  lastMessageAt: at(-2 * minute),
  closedAt: null,
};

describe('money', () => {
  it.each([
    [62000, '$620.00'],
    [421860, '$4,218.60'],
    [-1, '-$0.01'],
  ])('%i cents → %s', (cents, text) => expect(formatMoney(cents)).toBe(text));

  it('never loses a cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (cents) => {
        expect(Number(formatMoney(cents).replace(/[$,.]/g, ''))).toBe(cents);
      }),
    );
  });
});

describe('time', () => {
  it.each([
    [20_000, 'now'],
    [4 * minute, '4 min'],
    [68 * minute, '1 h 8 min'],
    [120 * minute, '2 h'],
    [74 * 60 * minute, '3 d 2 h'],
    [-5, 'now'],
  ])('a span of %i ms is %s', (ms, text) => expect(formatSpan(ms)).toBe(text));

  it.each([
    [0.42, '0.4 ms'],
    [9, '9 ms'],
    [12, '12 ms'],
    [1610, '1.61 s'],
    [125_000, '2 min 5 s'],
  ])('%i ms took %s', (ms, text) => expect(formatTook(ms)).toBe(text));

  it('names clocks and days in the zone it is given', () => {
    expect(formatClock('2026-11-19T14:02:00Z', 'UTC')).toBe('14:02');
    expect(formatDay('2026-11-12T23:30:00Z', now, 'Europe/Berlin')).toBe('Nov 13');
    expect(formatDay('2024-11-12T10:00:00Z', now, 'UTC')).toBe('Nov 12, 2024');
    expect(formatMoment('2026-11-10T09:12:00Z', now, 'UTC')).toBe('Nov 10, 09:12');
    expect(formatMoment('2026-11-19T09:12:00Z', now, 'UTC')).toBe('09:12');
    expect(formatMonth('2021-03-02', 'UTC')).toBe('March 2021');
    expect(formatMonth('long ago')).toBe('long ago');
    expect(formatAgo(now - 2000, now)).toBe('2 s ago');
  });
});

describe('the clock of a row', () => {
  it.each([
    [{ ...row, dueAt: at(-6 * minute) }, 'over', '6 min over'],
    [{ ...row, dueAt: at(-1000) }, 'over', '1 min over'],
    [{ ...row, dueAt: at(4 * minute) }, 'soon', '4 min left'],
    [{ ...row, dueAt: at(15 * minute) }, 'quiet', '15 min left'],
    [{ ...row, waitingSince: at(-7 * minute) }, 'quiet', '7 min'],
    [{ ...row, waitingSince: at(-5000) }, 'quiet', 'just now'],
    [{ ...row, pausedSeconds: 5400, dueKind: 'resolve' as const }, 'quiet', '1 h 30 min left'],
    [{ ...row, snoozedAt: at(-minute), dueAt: at(minute) }, 'quiet', 'until they reply'],
  ])('%#', (given, tone, text) => expect(describeClock(given, now)).toEqual({ tone, text }));

  it('is said in full', () => {
    expect(sayClock({ ...row, waitingSince: at(-7 * minute), dueAt: at(4 * minute) }, now)).toBe(
      'waiting 7 min, 4 min left',
    );
  });
});

describe('namePromise', () => {
  it.each([
    [{ ...row, dueAt: at(minute), dueKind: 'first_reply' as const }, 'first reply due'],
    [{ ...row, pausedSeconds: 60, dueKind: 'resolve' as const }, 'solution, the clock stands'],
    [{ ...row, snoozedAt: at(-minute) }, 'snoozed'],
    [row, null],
    [{ ...row, state: 'closed', dueKind: 'resolve' as const }, null],
  ])('%#', (given, says) => expect(namePromise(given)).toBe(says));
});

describe('names', () => {
  it.each([
    ['Maya Lindqvist', 'ML'],
    ['  Łukasz  van der Żak ', 'ŁŻ'],
    ['Cher', 'C'],
    ['', '?'],
  ])('%s → %s', (name, text) => expect(initials(name)).toBe(text));

  it('knows first names and languages', () => {
    expect(firstName('Ines Okoro')).toBe('Ines');
    expect(formatLanguage('pl')).toBe('Polish');
    expect(formatLanguage('not a tag')).toBe('not a tag');
  });
});
