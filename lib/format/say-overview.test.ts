import { describe, expect, it } from 'vitest';
import { sayContent, sayCostTrend, sayReasons, sayTargets, sayVerified } from './say-overview';

const of = (value: number | null, n: number) => ({ value, n });
const october = 'in October';

describe('sayVerified', () => {
  it.each<[string, Parameters<typeof sayVerified>, string]>([
    ['nothing', [{ total: of(null, 0), previous: null }, 0, october], 'Nothing came in during these days.'],
    [
      'nothing closed',
      [{ total: of(null, 0), previous: null }, 1, october],
      '1 conversation came in; none of them is closed yet.',
    ],
    [
      'a few',
      [{ total: of(3 / 7, 7), previous: of(0.4, 900) }, 9, october],
      'The assistant solved 3 of 7 closed conversations and the customer confirmed it.',
    ],
    [
      'more',
      [{ total: of(0.45, 12_480), previous: of(0.418, 11_000) }, 13_000, october],
      'The assistant solved 45.0% of 12,480 closed conversations and the customer confirmed it, 3.2 points more than in October.',
    ],
    [
      'less',
      [{ total: of(0.4, 12_480), previous: of(0.418, 11_000) }, 13_000, 'a year before'],
      'The assistant solved 40.0% of 12,480 closed conversations and the customer confirmed it, 1.8 points less than a year before.',
    ],
    [
      'the same',
      [{ total: of(0.42, 200), previous: of(0.41, 200) }, 250, october],
      'The assistant solved 42.0% of 200 closed conversations and the customer confirmed it, about as much as in October.',
    ],
    [
      'nothing to compare with',
      [{ total: of(0.42, 200), previous: of(null, 0) }, 250, october],
      'The assistant solved 42.0% of 200 closed conversations and the customer confirmed it.',
    ],
    [
      'no comparison asked for',
      [{ total: of(0.42, 200), previous: null }, 250, null],
      'The assistant solved 42.0% of 200 closed conversations and the customer confirmed it.',
    ],
  ])('%s', (_, given, said) => expect(sayVerified(...given)).toBe(said));
});

describe('sayTargets', () => {
  const measure = (name: string, target: number | null, now: number, before: number | null, more = {}) => ({
    name,
    unit: 'share' as const,
    better: 'up' as 'up' | 'down',
    target,
    total: of(now, 400),
    previous: before === null ? null : of(before, 400),
    ...more,
  });
  const many = { closed: 400, cameBack: null, than: october };
  it.each<[string, Parameters<typeof sayTargets>, string]>([
    ['nothing closed', [[], { ...many, closed: 0 }], ''],
    ['too few', [[], { ...many, closed: 29 }], 'That is too few to compare, or to hold against a target.'],
    ['no targets', [[measure('CSAT', null, 0.9, null)], many], 'No target is set for these figures.'],
    ['all met', [[measure('CSAT', 0.8, 0.9, 0.9), measure('SLA', 0.8, 0.9, 0.9)], many], 'Every target is met.'],
    [
      'one missed',
      [[measure('CSAT', 0.8, 0.9, 0.9), measure('First contact', 0.82, 0.812, 0.9)], { ...many, cameBack: 214 }],
      'First contact is the one measure that misses its target: 81.2% against 82%. 214 customers came back within a week with the same issue.',
    ],
    [
      'one crossed',
      [[measure('Cost per verified', 0.85, 0.8, 0.9, { better: 'down' }), measure('CSAT', 0.8, 0.9, 0.9)], many],
      'Cost per verified fell below its target. Every target is met.',
    ],
    [
      'several missed',
      [
        [measure('CSAT', 0.95, 0.9, null), measure('SLA', 0.95, 0.9, null), measure('First contact', 0.95, 0.9, null)],
        many,
      ],
      'CSAT, SLA and first contact miss their targets.',
    ],
    [
      'too few of one',
      [
        [measure('CSAT', 0.95, 0.9, null, { total: of(0.9, 5) }), measure('SLA', 0.8, 0.9, null)],
        { ...many, cameBack: 1 },
      ],
      'The target is met. 1 customer came back within a week with the same issue.',
    ],
  ])('%s', (_, given, said) => expect(sayTargets(...given)).toBe(said));
});

it.each<[Parameters<typeof sayContent>, string]>([
  [[{ total: of(null, 0), previous: null }, october], 'Nobody has rated a conversation'],
  [[{ total: of(1, 3), previous: of(0.5, 900) }, october], 'Too few ratings to tell how content customers are'],
  [[{ total: of(0.95, 900), previous: of(0.5, 3) }, october], 'How content customers are'],
  [[{ total: of(0.95, 900), previous: of(0.9, 900) }, october], 'Customers are more content than in October'],
  [[{ total: of(0.85, 900), previous: of(0.9, 900) }, october], 'Customers are less content than in October'],
  [[{ total: of(0.9, 900), previous: of(0.9, 900) }, october], 'Customers are about as content as in October'],
  [[{ total: of(0.9, 900), previous: null }, null], 'How content customers are'],
])('%j: %s', (given, said) => expect(sayContent(...given)).toBe(said));

it.each<[string, number[], number, string]>([
  ['a sixth less', [9_620_000, 9_000_000, 7_940_000], 100, 'A verified resolution costs a sixth less'],
  ['more', [8_000_000, 12_000_000], 100, 'A verified resolution costs half more'],
  ['half', [10_000_000, 5_000_000], 100, 'A verified resolution costs half as much'],
  ['in percent', [10_000_000, 9_300_000], 100, 'A verified resolution costs 7% less'],
  ['the same', [10_000_000, 9_900_000], 100, 'A verified resolution costs about the same'],
  ['too few', [10_000_000, 5_000_000], 10, 'What a verified resolution costs'],
  ['one week', [10_000_000], 100, 'What a verified resolution costs'],
])('cost: %s', (_, weeks, verified, said) =>
  expect(sayCostTrend(weeks.map((perVerified) => ({ perVerified, verified })))).toBe(said),
);

it.each<[string, number[], string]>([
  ['none', [], 'Nothing was handed over'],
  ['few', [5, 4], 'Why conversations were handed over'],
  ['one for most', [600, 300, 50], 'Most are handed over for one reason: sensitive topic'],
  ['one before others', [400, 300, 250], 'Most often: sensitive topic'],
  ['level', [310, 300, 290], 'No reason stands out among handoffs'],
])('reasons: %s', (_, counts, said) =>
  expect(sayReasons(counts.map((count, at) => ({ name: at === 0 ? 'Sensitive topic' : `Other ${at}`, count })))).toBe(
    said,
  ),
);
