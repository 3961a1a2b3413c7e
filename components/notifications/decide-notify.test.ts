import { describe, expect, it } from 'vitest';
import { decideNotify, isQuiet } from './decide-notify';

// Saturday, November 21, 2026, 23:30 in Denver.
const late = new Date('2026-11-22T06:30:00Z');
const nights = { from: '22:00', to: '07:00', days: [1, 2, 3, 4, 5, 6, 7], timeZone: 'America/Denver' };

describe('isQuiet', () => {
  const rows: [string, Partial<typeof nights>, string, boolean][] = [
    ['within the night', {}, '2026-11-22T06:30:00Z', true],
    ['after midnight', {}, '2026-11-22T13:59:00Z', true],
    ['at its end', {}, '2026-11-22T14:00:00Z', false],
    ['just before its beginning', {}, '2026-11-22T04:59:00Z', false],
    ['at its beginning', {}, '2026-11-22T05:00:00Z', true],
    ['on another day', { days: [1, 2, 3, 4, 5] }, '2026-11-22T06:30:00Z', false],
    ['after midnight of a day that is meant', { days: [6] }, '2026-11-22T13:00:00Z', true],
    ['after midnight of a day that is not', { days: [7] }, '2026-11-22T13:00:00Z', false],
    ['Sunday night into Monday', { days: [7] }, '2026-11-23T13:00:00Z', true],
    ['within a day', { from: '12:00', to: '13:00' }, '2026-11-22T19:30:00Z', true],
    ['after it', { from: '12:00', to: '13:00' }, '2026-11-22T20:00:00Z', false],
    ['no time at all', { from: '12:00', to: '12:00' }, '2026-11-22T19:00:00Z', false],
    ['in another time zone', { timeZone: 'Europe/Berlin' }, '2026-11-22T06:30:00Z', false],
    ['in summer time', {}, '2026-07-12T04:30:00Z', true],
    ['in a zone nobody knows', { timeZone: 'Mars/Olympus' }, '2026-11-22T06:30:00Z', false],
  ];
  it.each(rows)('%s', (_, more, at, expected) => expect(isQuiet({ ...nights, ...more }, new Date(at))).toBe(expected));
});

describe('decideNotify', () => {
  const wants = { browser: true, sound: true, quiet: null };
  const now = { at: late, hidden: true, permission: 'granted' as const };
  it.each([
    ['out of sight', wants, now, { browser: true, sound: true }],
    ['in sight', wants, { ...now, hidden: false }, { browser: false, sound: true }],
    ['not allowed by the browser', wants, { ...now, permission: 'denied' as const }, { browser: false, sound: true }],
    ['not asked yet', wants, { ...now, permission: 'default' as const }, { browser: false, sound: true }],
    ['not wanted', { ...wants, browser: false, sound: false }, now, { browser: false, sound: false }],
    ['in quiet hours', { ...wants, quiet: nights }, now, { browser: false, sound: false }],
    [
      'with quiet hours at other times',
      { ...wants, quiet: { ...nights, from: '01:00' } },
      now,
      { browser: true, sound: true },
    ],
  ])('%s', (_, preferences, at, expected) => expect(decideNotify(preferences, at)).toEqual(expected));
});
