import { describe, expect, it } from 'vitest';
import { chooseConfusion } from './choose-confusion';

const confusion = [
  { intent: 'refund', understood: 'refund', count: 9 },
  { intent: 'refund', understood: 'charge', count: 2 },
  { intent: 'return', understood: 'refund', count: 1 },
  { intent: 'charge', understood: 'charge', count: 4 },
  { intent: 'other', understood: 'charge', count: 7 },
];

describe('chooseConfusion', () => {
  it('names what an intent is mixed up with, the most mixed first', () => {
    expect(chooseConfusion(confusion, 'refund', 8)).toEqual({
      intents: ['refund', 'charge', 'return'],
      counts: [
        [9, 2, 0],
        [0, 4, 0],
        [1, 0, 0],
      ],
    });
  });

  it.each([
    ['keeps to what fits', 'refund', 2, ['refund', 'charge']],
    ['stands alone when nothing is mixed up with it', 'thanks', 8, ['thanks']],
  ])('%s', (_, intent, most, intents) => {
    expect(chooseConfusion(confusion, intent, most).intents).toEqual(intents);
  });
});
