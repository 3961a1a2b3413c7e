import { describe, expect, it } from 'vitest';
import { sayApart, sayBelow, sayRecommend, saySatisfied, sayScores } from './say-satisfaction';

const figure = (value: number | null, n: number) => ({ value, n });
const said = (value: number | null, n: number, before: [number | null, number] | null = null) => ({
  total: figure(value, n),
  previous: before ? figure(...before) : null,
});

describe('the headline', () => {
  it.each([
    [said(null, 0), 'October', 'Nobody rated a conversation in these days.'],
    [said(1, 1), null, '1 of 1 rating was a 4 or a 5: too few to tell more.'],
    [said(0.75, 12), null, '9 of 12 ratings were a 4 or a 5: too few to tell more.'],
    [
      said(0.9, 1_200, [0.8, 1_000]),
      'October',
      '90.0% of 1,200 ratings were a 4 or a 5, 10.0 points more than October.',
    ],
    [
      said(0.7, 1_200, [0.8, 1_000]),
      'October',
      '70.0% of 1,200 ratings were a 4 or a 5, 10.0 points less than October.',
    ],
    [said(0.81, 100, [0.8, 100]), 'October', '81.0% of 100 ratings were a 4 or a 5, about as many as October.'],
    [said(0.9, 100, [0.5, 4]), 'October', '90.0% of 100 ratings were a 4 or a 5.'],
    [said(0.9, 100, [0.5, 400]), null, '90.0% of 100 ratings were a 4 or a 5.'],
  ])('%o against %s', (csat, than, says) => {
    expect(saySatisfied(csat, than)).toBe(says);
  });
});

describe('the line below', () => {
  const none = said(null, 0);
  const line = {
    csat: { total: figure(0.9, 100), target: 0.85 },
    assistant: none,
    agents: none,
    rate: none,
    nps: none,
  };
  it.each([
    [line, 'That meets the target of 85%.'],
    [{ ...line, csat: { total: figure(0.8, 100), target: 0.85 } }, 'That misses the target of 85%.'],
    [{ ...line, csat: { total: figure(0.8, 10), target: 0.85 } }, ''],
    [
      { ...line, csat: { total: figure(0.9, 100), target: null }, assistant: said(0.95, 400), agents: said(0.8, 400) },
      'Customers are more content where the assistant was alone.',
    ],
    [
      { ...line, csat: { total: figure(0.9, 100), target: null }, rate: said(0.314, 900), nps: said(42.4, 800) },
      '31% of those who were asked rated. NPS is +42 of 800 answers.',
    ],
    [
      { ...line, csat: { total: figure(0.9, 100), target: null }, nps: said(100, 1) },
      'NPS has 1 answer, too few to go by.',
    ],
  ])('%#', (given, says) => {
    expect(sayBelow(given)).toBe(says);
  });
});

describe('whether they would recommend', () => {
  const shares = (p: number, d: number, n: number, before: [number, number, number] | null = null) => ({
    nps: said(100 * (p - d), n, before ? [100 * (before[0] - before[1]), before[2]] : null),
    promoters: said(p, n, before ? [before[0], before[2]] : null),
    detractors: said(d, n, before ? [before[1], before[2]] : null),
  });
  it.each([
    [shares(0, 0, 0), null, 'Nobody said whether they would recommend you'],
    [shares(1, 0, 3), null, 'Too few answers to tell whether customers would recommend you'],
    [shares(0.6, 0.2, 100), null, 'More customers would recommend you than would not'],
    [shares(0.2, 0.6, 100), null, 'More customers would not recommend you than would'],
    [shares(0.3, 0.3, 100), null, 'As many customers would recommend you as would not'],
    [shares(0.6, 0.2, 100, [0.55, 0.2, 100]), 'October', 'Customers would recommend you about as October'],
    [shares(0.6, 0.2, 900, [0.4, 0.3, 900]), 'October', 'Customers would recommend you more than October'],
    [shares(0.4, 0.3, 900, [0.6, 0.2, 900]), 'October', 'Customers would recommend you less than October'],
    [shares(0.6, 0.2, 100, [0.5, 0.5, 2]), 'October', 'More customers would recommend you than would not'],
  ])('%# against %s', (given, than, says) => {
    const empty = given.nps.total.n === 0 ? { ...given, nps: said(null, 0) } : given;
    expect(sayRecommend(empty, than)).toBe(says);
  });
});

it.each([
  [[0, 0, 0, 0, 0], 'No ratings yet'],
  [[0, 0, 1, 2, 3], 'How customers rated'],
  [[1, 2, 3, 20, 60], 'Most gave a 5'],
  [[20, 10, 10, 30, 30], 'A 4 was given most often, by 30%'],
])('how ratings are spread %o', (counts, says) => {
  expect(sayScores(counts)).toBe(says);
});

it.each([
  [[], 'Ratings by channel'],
  [[{ name: 'Chat', csat: figure(0.5, 400) }], 'Ratings by channel'],
  [
    [
      { name: 'Chat', csat: figure(0.9, 400) },
      { name: 'Email', csat: figure(0.7, 400) },
      { name: 'Voice', csat: figure(0, 2) },
    ],
    'Least content: Email',
  ],
  [
    [
      { name: 'Chat', csat: figure(0.82, 100) },
      { name: 'Email', csat: figure(0.8, 100) },
    ],
    'No channel stands out',
  ],
])('where they are least content %#', (rows, says) => {
  expect(sayApart(rows, 'channel')).toBe(says);
});
