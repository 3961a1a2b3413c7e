import { expect, it } from 'vitest';
import { isQuiet } from './is-quiet';

const rows: [from: number, to: number, hour: number, quiet: boolean][] = [
  [1, 5, 0, false],
  [1, 5, 1, true],
  [1, 5, 4, true],
  [1, 5, 5, false],
  [22, 4, 23, true],
  [22, 4, 3, true],
  [22, 4, 4, false],
  [22, 4, 12, false],
  [3, 3, 3, false],
];

it.each(rows)('from %i to %i, at %i: %s', (quietFrom, quietTo, hour, quiet) => {
  expect(isQuiet(new Date(Date.UTC(2026, 10, 21, hour, 59)), { quietFrom, quietTo })).toBe(quiet);
});
