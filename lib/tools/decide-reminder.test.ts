import { expect, it } from 'vitest';
import { decideReminder } from './decide-reminder';

const createdAt = new Date('2026-11-21T12:00:00Z');
const at = (minute: number) => new Date(createdAt.getTime() + minute * 60_000);

const rows: [string, minute: number, minutes: number, reminded: number, 1 | 2 | null][] = [
  ['just asked', 1, 60, 0, null],
  ['a moment before half', 29.9, 60, 0, null],
  ['half is over', 30, 60, 0, 1],
  ['half is over and was told', 40, 60, 1, null],
  ['near the end', 51, 60, 1, 2],
  ['near the end and nobody was told before', 55, 60, 0, 2],
  ['near the end and was told', 55, 60, 2, null],
  ['over', 60, 60, 1, null],
  ['near the end of a day is ten minutes, not hours', 24 * 60 - 60, 24 * 60, 1, null],
  ['ten minutes before the end of a day', 24 * 60 - 10, 24 * 60, 1, 2],
];

it.each(rows)('%s', (_, minute, minutes, reminded, expected) => {
  expect(decideReminder({ createdAt, dueAt: at(minutes), reminded }, at(minute))).toBe(expected);
});
