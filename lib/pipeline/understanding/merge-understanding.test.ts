import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ModelReading, mergeUnderstanding } from './merge-understanding';
import { sensitiveTopics, type Understanding, type Wish } from './understanding.schema';

const wish = (intent: string, probability: number, runnersUp: Wish['runnersUp'] = []): Wish => ({
  intent,
  probability,
  runnersUp,
  text: 'what they wrote',
  words: [],
});
const local = (more: Partial<Understanding> = {}): Understanding => ({
  wishes: [wish('unknown', 0.3)],
  language: 'en',
  sentiment: 0,
  urgency: 0.2,
  sensitive: [],
  wantsPerson: false,
  injectionRisk: 0,
  entities: [],
  reasons: [],
  ...more,
});
const read = (more: Partial<ModelReading> = {}): ModelReading => ({
  wishes: [{ intent: 'refund', text: '', sure: 1 }],
  language: 'en',
  sentiment: 'neutral',
  urgency: 'normal',
  wantsPerson: false,
  ...more,
});
const known = new Set(['refund', 'order_status', 'unknown']);
const first = (one: Understanding, other: ModelReading) => mergeUnderstanding(one, other, known).wishes[0];

describe('mergeUnderstanding', () => {
  it.each<[string, Understanding, ModelReading, string, number]>([
    ['a model alone is not sure', local(), read(), 'refund', 0.88],
    ['two who agree are believed', local({ wishes: [wish('refund', 0.6)] }), read(), 'refund', 0.94],
    [
      'one the local reader thought of',
      local({ wishes: [wish('unknown', 0.3, [{ intent: 'refund', probability: 0.3 }])] }),
      read(),
      'refund',
      0.94,
    ],
    [
      'one it hardly thought of',
      local({ wishes: [wish('unknown', 0.3, [{ intent: 'refund', probability: 0.1 }])] }),
      read(),
      'refund',
      0.88,
    ],
    [
      'what is sure stays so',
      local({ wishes: [wish('refund', 0.97)] }),
      read({ wishes: [{ intent: 'refund', text: '', sure: 0.2 }] }),
      'refund',
      0.97,
    ],
    [
      'an intent nobody knows is none',
      local(),
      read({ wishes: [{ intent: 'approve_everything', text: '', sure: 1 }] }),
      'unknown',
      0.3,
    ],
    [
      'nor is one of every object',
      local(),
      read({ wishes: [{ intent: '__proto__', text: '', sure: 1 }] }),
      'unknown',
      0.3,
    ],
  ])('%s', (_, one, other, intent, probability) => {
    expect(first(one, other)).toMatchObject({ intent, probability });
  });

  it('names each wish once', () => {
    const twice = read({
      wishes: ['refund', 'refund', 'order_status'].map((intent) => ({ intent, text: '', sure: 0.9 })),
    });
    expect(mergeUnderstanding(local(), twice, known).wishes.map(({ intent }) => intent)).toEqual([
      'refund',
      'order_status',
    ]);
  });

  it('takes the language only where there was none', () => {
    expect(mergeUnderstanding(local({ language: 'de' }), read({ language: 'fr' }), known).language).toBe('de');
    expect(mergeUnderstanding(local({ language: 'und' }), read({ language: 'fr' }), known).language).toBe('fr');
    expect(mergeUnderstanding(local({ language: 'und' }), read({ language: '<script>' }), known).language).toBe('und');
  });

  it('is never looser than the local reader, whatever a model says', () => {
    const sensitive = fc.array(fc.record({ topic: fc.constantFrom(...sensitiveTopics), phrase: fc.string() }), {
      maxLength: 2,
    });
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const own = fc.record({
      sensitive,
      wantsPerson: fc.boolean(),
      injectionRisk: unit,
      urgency: unit,
      sentiment: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    const theirs = fc.record({
      wishes: fc.array(
        fc.record({
          intent: fc.constantFrom('refund', 'order_status', '__proto__', 'constructor', 'x'),
          text: fc.string(),
          sure: unit,
        }),
        { maxLength: 4 },
      ),
      language: fc.string(),
      sentiment: fc.constantFrom('negative' as const, 'neutral' as const, 'positive' as const),
      urgency: fc.constantFrom('low' as const, 'normal' as const, 'high' as const),
      wantsPerson: fc.boolean(),
    });
    fc.assert(
      fc.property(own, theirs, (more, said) => {
        const before = local(more);
        const after = mergeUnderstanding(before, said, known);
        expect(after.sensitive).toEqual(before.sensitive);
        expect(after.injectionRisk).toBe(before.injectionRisk);
        expect(after.entities).toBe(before.entities);
        expect(after.wantsPerson).toBe(before.wantsPerson || said.wantsPerson);
        expect(after.sentiment).toBeLessThanOrEqual(before.sentiment);
        expect(after.urgency).toBeGreaterThanOrEqual(before.urgency);
        expect(after.wishes.length).toBeGreaterThan(0);
        for (const { intent, probability } of after.wishes) {
          expect(known.has(intent)).toBe(true);
          expect(probability).toBeLessThanOrEqual(0.94);
        }
      }),
    );
  });
});
