import { describe, expect, it } from 'vitest';
import { sayCalibration, sayCarried, sayCarriedMore, sayPassedOn } from './say-assistant';

const of = (value: number | null, n: number) => ({ value, n });
const told = (value: number | null, n: number, before: ReturnType<typeof of> | null = null) => ({
  total: of(value, n),
  previous: before,
});
const october = 'in October';

describe('sayCarried', () => {
  it.each<[string, Parameters<typeof sayCarried>, string]>([
    ['nothing', [told(null, 0), told(null, 0)], 'The assistant had no turns in these days.'],
    ['a few', [told(0.75, 8), told(null, 0)], 'The assistant carried 6 of 8 turns to the end by itself.'],
    ['not reviewed', [told(0.68, 900), told(0, 4)], 'The assistant carries 68.0% of its turns by itself.'],
    [
      'reviewed',
      [told(0.68, 900), told(0.021, 240)],
      'The assistant carries 68.0% of its turns by itself and was wrong in 2.1% of those that were reviewed.',
    ],
  ])('%s', (_, given, expected) => {
    expect(sayCarried(...given)).toBe(expected);
  });
});

describe('sayCarriedMore', () => {
  it.each<[string, Parameters<typeof sayCarriedMore>, string]>([
    ['nothing', [told(null, 0), told(null, 0), october], ''],
    ['more', [told(0.68, 9_000, of(0.6, 9_000)), told(0.02, 300), october], 'That is 8.0 points more than in October.'],
    ['less', [told(0.6, 9_000, of(0.68, 9_000)), told(0.02, 300), october], 'That is 8.0 points less than in October.'],
    ['the same', [told(0.6, 90, of(0.61, 90)), told(0.02, 300), october], 'That is about as much as in October.'],
    [
      'never reviewed',
      [told(0.6, 90), told(null, 0), null],
      'None of these turns was reviewed, so nobody knows how often it was wrong.',
    ],
    [
      'hardly reviewed',
      [told(0.6, 90), told(0, 1), null],
      '1 of these turns was reviewed: too few to tell how often it is wrong.',
    ],
  ])('%s', (_, given, expected) => {
    expect(sayCarriedMore(...given)).toBe(expected);
  });
});

const bin = (said: number, reviewed: number, right: number) => ({
  ...{ from: 0, to: 1, turns: reviewed, carried: 0, reviewed, right, partly: 0, wrong: reviewed - right },
  ...{ said, found: right / reviewed, low: 0, high: 1 },
});
describe('sayCalibration', () => {
  it.each<[string, ReturnType<typeof bin>[], string]>([
    ['few', [bin(0.9, 20, 18)], 'Too little was reviewed to tell how honest it is'],
    ['honest', [bin(0.9, 100, 91), bin(0.6, 100, 58)], 'It is right about as often as it says'],
    ['too sure', [bin(0.95, 200, 150)], 'It is surer than it should be'],
    ['too shy', [bin(0.7, 200, 180)], 'It is right more often than it says'],
  ])('%s', (_, bins, expected) => {
    expect(sayCalibration({ bins, reviewed: bins.reduce((sum, { reviewed }) => sum + reviewed, 0) })).toBe(expected);
  });
});

it.each<[Parameters<typeof sayPassedOn>, string]>([
  [[told(0.2, 900, of(0.3, 900)), october], 'Fewer turns are passed on than in October'],
  [[told(0.3, 900, of(0.2, 900)), october], 'More turns are passed on than in October'],
  [[told(0.3, 900, of(0.31, 900)), october], 'About as many turns are passed on as in October'],
  [[told(0.3, 9, of(0.2, 900)), october], 'What became of its turns'],
  [[told(0.3, 900), null], 'What became of its turns'],
])('says what became of turns', (given, expected) => {
  expect(sayPassedOn(...given)).toBe(expected);
});
