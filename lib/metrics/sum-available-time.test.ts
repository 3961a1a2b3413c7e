import { expect, it } from 'vitest';
import { sumAvailableTime } from './sum-available-time';

const hour = 3_600_000;
const at = (text: string) => new Date(`${text}:00Z`);
const weekdays = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }));
const desk = { timeZone: 'UTC', hours: weekdays, holidays: [] };
const berlin = { ...desk, timeZone: 'Europe/Berlin' };
/** Thursday to Saturday. */
const [from, to] = [at('2026-11-19T00:00'), at('2026-11-21T00:00')];

it.each([
  ['never said', [], desk, 0],
  ['all along', [['2026-11-01T00:00', true]], desk, 16],
  ['away all along', [['2026-11-01T00:00', false]], desk, 0],
  ['from noon of the first day', [['2026-11-19T12:00', true]], desk, 13],
  [
    'away over lunch',
    [
      ['2026-11-01T00:00', true],
      ['2026-11-19T12:00', false],
      ['2026-11-19T13:00', true],
    ],
    desk,
    15,
  ],
  [
    'away at night changes nothing',
    [
      ['2026-11-01T00:00', true],
      ['2026-11-19T18:00', false],
      ['2026-11-20T08:00', true],
    ],
    desk,
    16,
  ],
  [
    'changed long after',
    [
      ['2026-11-01T00:00', true],
      ['2026-11-25T00:00', false],
    ],
    desk,
    16,
  ],
  ['began after it all', [['2026-11-22T00:00', true]], desk, 0],
  ['by the clock of another place', [['2026-11-19T12:00', true]], berlin, 4 + 8],
] as const)('%s', (_, rows, hours, expected) => {
  const changes = rows.map(([when, available]) => ({ at: at(when), available }));
  expect(sumAvailableTime(changes, from, to, { ...hours, hours: [...hours.hours], holidays: [] }) / hour).toBe(
    expected,
  );
});
