import { describe, expect, it } from 'vitest';
import { chooseAutonomous, chooseIntentThreshold, shareRightFrom } from './calibrate-scores';
import { measurePredictions } from './measure-predictions';
import { trainClassifier } from './train-classifier';

const said = (label: string, intent: string, probability: number, at = 0) => ({
  at,
  label,
  intent,
  probability,
  accepted: probability >= 0.5,
});

describe('measurePredictions', () => {
  const measured = measurePredictions(
    [said('a', 'a', 0.9), said('a', 'b', 0.6), said('b', 'b', 0.8), said('b', 'b', 0.4)],
    ['a', 'b', 'c'],
    { autonomous: 0.85, perIntent: new Map([['a', 0.85]]) },
  );

  it('counts what was right, accepted and sure', () => {
    expect(measured).toMatchObject({
      examples: 4,
      accuracy: 0.75,
      coverage: 0.75,
      autonomous: { coverage: 0.25, precision: 1 },
    });
    expect(measured.precision).toBeCloseTo(2 / 3);
  });

  it('lists each intent, also one without an example', () => {
    const [a, b, c] = measured.perIntent;
    expect(a).toMatchObject({ intent: 'a', examples: 2, recall: 0.5, precision: 1, threshold: 0.85, coverage: 0.5 });
    expect(b).toMatchObject({ recall: 1, threshold: null, coverage: 0 });
    expect(b!.precision).toBeCloseTo(2 / 3);
    expect(c).toMatchObject({ examples: 0, f1: 0 });
    // The intent without an example does not pull the mean down.
    expect(measured.macroF1).toBeCloseTo((a!.f1 + b!.f1) / 2);
  });

  it('says what was taken for what', () => {
    expect(measured.confusion).toContainEqual({ intent: 'a', understood: 'b', count: 1 });
    expect(measured.confusion.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });
});

describe('thresholds', () => {
  const sure = Array.from({ length: 400 }, () => ({ probability: 0.95, right: true }));
  const unsure = Array.from({ length: 100 }, (_, at) => ({ probability: 0.6, right: at % 2 === 0 }));

  it('lets out alone what was right nearly always', () => {
    const threshold = chooseAutonomous([...sure, ...unsure]);
    expect(threshold).toBeGreaterThan(0.6);
    expect(threshold).toBeLessThanOrEqual(0.95);
  });

  it('believes no perfect score of ten, and nothing of no answers', () => {
    expect(chooseAutonomous(sure.slice(0, 10))).toBeNull();
    expect(chooseAutonomous([])).toBeNull();
  });

  it('lends an intent of few examples what holds for all', () => {
    const rightFrom = shareRightFrom([...sure, ...unsure]);
    const few = chooseIntentThreshold([{ probability: 0.97, right: true }], rightFrom);
    expect(few).toBeGreaterThan(0.6);
    expect(chooseIntentThreshold([{ probability: 0.97, right: false }], rightFrom)).toBeNull();
  });
});

describe('trainClassifier', () => {
  const taught = [
    ...['rent a tent', 'do you rent out tents', 'tent rental for a weekend', 'hire a tent'].map((text) => ({
      text,
      intent: 'rental',
    })),
    ...['book a guide', 'guided tour please', 'can a guide take us up', 'join a tour'].map((text) => ({
      text,
      intent: 'tour',
    })),
  ];
  const aside = [
    { text: 'hire tents', intent: 'rental', use: 'test' as const },
    { text: 'the moon is made of cheese', intent: 'astronomy', use: 'test' as const },
  ];

  it('puts test examples aside: what is learnt is the same without them', () => {
    const { test, ...rest } = trainClassifier([...taught, ...aside]);
    expect(rest).toEqual(trainClassifier(taught));
    expect(test).toMatchObject({ examples: 2, accuracy: 0.5 });
    expect(test!.predictions.map(({ at }) => at)).toEqual([8, 9]);
  });

  it('tells how far it is, never backwards', () => {
    const told: number[] = [];
    trainClassifier(taught, { onProgress: (share) => told.push(share) });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});
