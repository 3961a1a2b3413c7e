import { describe, expect, it } from 'vitest';
import { chooseSuggestion } from './choose-suggestion';

const nearest = { intent: 'refund', probability: 0.4 };
const next = { intent: 'cancel', probability: 0.3 };
const said = (text: string, intent: string, probability: number, outcome: string | null = 'replied') => ({
  text,
  wishes: [{ intent, probability }],
  outcome,
  misread: false,
  ranked: [nearest, next],
});

describe('chooseSuggestion', () => {
  it.each([
    ['not understood', said('give me what I paid', 'unknown', 0.7), { ...nearest, why: 'Not understood' }],
    [
      'not understood and handed over',
      said('give me what I paid', 'unknown', 0.7, 'handed_over'),
      { ...nearest, why: 'Not understood, handed over' },
    ],
    [
      'not sure',
      said('is my money on its way', 'refund', 0.72),
      { intent: 'refund', probability: 0.72, why: 'Not sure of it' },
    ],
    ['sure: nothing to learn', said('refund my order please', 'refund', 0.97), undefined],
    [
      'sure, and reviewed as misunderstood: the next best',
      { ...said('refund my order please', 'refund', 0.97), misread: true },
      { ...next, why: 'Reviewed as misunderstood' },
    ],
    ['too short to teach', said('hm ok', 'unknown', 0.9), undefined],
    ['an essay', said(Array(60).fill('word').join(' '), 'unknown', 0.9), undefined],
    ['Chinese has no blanks to count', said('我想要退款', 'unknown', 0.9), { ...nearest, why: 'Not understood' }],
    [
      'two wishes in one',
      { ...said('refund and cancel it', 'refund', 0.5), wishes: [nearest, { intent: 'cancel', probability: 0.5 }] },
      undefined,
    ],
  ])('%s', (_, given, expected) => {
    expect(chooseSuggestion(given)).toEqual(expected);
  });
});
