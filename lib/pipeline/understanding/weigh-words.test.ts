import { describe, expect, it } from 'vitest';
import { trainClassifier } from './train-classifier';
import { weighWords } from './weigh-words';

const model = trainClassifier([
  ...['refund my money', 'i want a refund', 'please refund me', 'money back refund', 'refund the payment'].map(
    (text) => ({
      text,
      intent: 'refund',
    }),
  ),
  ...['track my parcel', 'where is my parcel', 'parcel not here', 'parcel tracking', 'when does the parcel come'].map(
    (text) => ({ text, intent: 'parcel' }),
  ),
]);

describe('weighWords', () => {
  it('names the word that carries the intent, and the one that speaks against it', () => {
    const words = weighWords('refund for the parcel', 'refund', model);
    expect(words[0]).toMatchObject({ word: 'refund' });
    expect(words[0]!.weight).toBeGreaterThan(0);
    expect(words.find(({ word }) => word === 'parcel')!.weight).toBeLessThan(0);
  });

  it.each(['', '???', '退款'])('survives %j', (text) => {
    expect(Array.isArray(weighWords(text, 'refund', model))).toBe(true);
  });
});
