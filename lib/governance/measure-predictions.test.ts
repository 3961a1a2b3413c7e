import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binReliability, chooseConfusion, measureEce, type Prediction } from './measure-predictions';

const said = (meant: string, taken: string, probability: number): Prediction => ({ meant, taken, probability });

describe('binReliability', () => {
  it('puts what was said beside what was found', () => {
    const bins = binReliability([said('a', 'a', 0.95), said('a', 'b', 0.91), said('b', 'b', 0.32), said('b', 'b', 1)]);
    expect(bins).toEqual([
      { from: 0.3, count: 1, said: 0.32, found: 1 },
      { from: 0.9, count: 3, said: (0.95 + 0.91 + 1) / 3, found: 2 / 3 },
    ]);
  });

  it('loses nobody, whatever was said', () => {
    const prediction = fc.record({
      meant: fc.constantFrom('a', 'b'),
      taken: fc.constantFrom('a', 'b'),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(prediction), (predictions) => {
        const bins = binReliability(predictions);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(predictions.length);
        expect(measureEce(predictions)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('measureEce', () => {
  it.each([
    ['all right and sure', [said('a', 'a', 1), said('a', 'a', 1)], 0],
    ['all wrong and sure', [said('a', 'b', 1)], 1],
    ['half right at a half', [said('a', 'b', 0.5), said('a', 'a', 0.5)], 0],
    ['nothing said', [], 0],
  ])('%s', (_, predictions, expected) => {
    expect(measureEce(predictions)).toBeCloseTo(expected);
  });
});

describe('chooseConfusion', () => {
  const predictions = [
    said('refund', 'refund', 0.9),
    said('refund', 'charge', 0.6),
    said('refund', 'charge', 0.6),
    said('return', 'refund', 0.7),
    said('charge', 'charge', 0.9),
    said('other', 'charge', 0.9),
  ];

  it('names what an intent is mixed up with, the most mixed first', () => {
    expect(chooseConfusion(predictions, 'refund', 8)).toEqual({
      intents: ['refund', 'charge', 'return'],
      counts: [
        [1, 2, 0],
        [0, 1, 0],
        [1, 0, 0],
      ],
    });
  });

  it('keeps to what fits', () => {
    expect(chooseConfusion(predictions, 'refund', 2).intents).toEqual(['refund', 'charge']);
  });
});
