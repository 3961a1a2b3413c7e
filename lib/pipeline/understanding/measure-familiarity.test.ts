import { describe, expect, it } from 'vitest';
import { intents } from '@/prisma/seed/intents';
import { classifyText } from './classify-text';
import { trainClassifier } from './train-classifier';
import { UNKNOWN } from './understanding.schema';

const examples = intents
  .filter(({ key }) => key !== UNKNOWN)
  .flatMap(({ key, examples: texts }) => texts.map((text) => ({ text, intent: key })));
const model = trainClassifier(examples);

describe('familiarity', () => {
  it('is lower for what no intent means, though nobody taught it', () => {
    const strange = [
      'compose a sonnet about the decline of the roman empire',
      'which enzymes break down lactose',
      'zugzwang endgame theory for beginners',
      'photosynthesis in deep sea algae',
    ].map((text) => classifyText(text, model).familiarity);
    const ordinary = ['where is my order', 'I want a refund please', 'cancel my membership'].map(
      (text) => classifyText(text, model).familiarity,
    );
    expect(Math.max(...strange)).toBeLessThan(Math.min(...ordinary));
    expect(Math.min(...ordinary)).toBeGreaterThan(model.unknown.balanced);
  });

  it('refuses more under the stricter threshold', () => {
    expect(model.unknown.threshold).toBeLessThan(model.unknown.balanced);
  });
});
