import { describe, expect, it } from 'vitest';
import { intents } from '@/prisma/seed/intents';
import { classifyText } from './classify-text';
import { heldOut } from './held-out-utterances.fixture';
import { splitWishes } from './split-wishes';
import { trainClassifier } from './train-classifier';
import { intentModelSchema } from './understanding.schema';

const examples = intents.flatMap(({ key, examples: texts }) => texts.map((text) => ({ text, intent: key })));
const model = trainClassifier(examples);

describe('trainClassifier on the seed', () => {
  it('understands sentences it has never seen', () => {
    const texts = new Set(examples.map(({ text }) => text.toLowerCase()));
    expect(heldOut.filter(({ text }) => texts.has(text.toLowerCase()))).toEqual([]);
    const wrong = heldOut.filter(({ text, intent }) => splitWishes(text, model)[0]?.intent !== intent);
    expect(heldOut.length).toBeGreaterThanOrEqual(120);
    expect(wrong.length / heldOut.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(0.07);
  });

  it('reports what was measured on text it had not seen', () => {
    const { report } = model;
    expect(report.examples).toBe(examples.length);
    expect(report.accuracy).toBeGreaterThan(0.8);
    expect(report.ece).toBeLessThan(0.05);
    expect(report.precision).toBeGreaterThan(report.accuracy);
    expect(report.reliability.reduce((sum, { count }) => sum + count, 0)).toBe(examples.length);
  });

  it('is the same model for the same seed, and survives JSON', () => {
    const few = examples.filter((_, index) => index % 4 === 0);
    const once = trainClassifier(few, { seed: 7 });
    expect(trainClassifier(few, { seed: 7 })).toEqual(once);
    const thawed = intentModelSchema.parse(JSON.parse(JSON.stringify(once)));
    expect(classifyText('where is my order', thawed)).toEqual(classifyText('where is my order', once));
  });

  it('learns labels it was never built for', () => {
    const made = trainClassifier([
      ...['rent a tent', 'do you rent out tents', 'tent rental for a weekend', 'hire a tent'].map((text) => ({
        text,
        intent: 'rental',
      })),
      ...['book a guide', 'guided tour please', 'can a guide take us up', 'join a tour'].map((text) => ({
        text,
        intent: 'tour',
      })),
    ]);
    expect(classifyText('I want to hire tents', made).ranked[0]?.intent).toBe('rental');
  });

  it('refuses a single intent', () => {
    expect(() => trainClassifier([{ text: 'hello', intent: 'greeting' }])).toThrow(RangeError);
  });
});

describe('splitWishes', () => {
  it.each([
    ['Where is NL-48213 and also please cancel my membership', ['order_status', 'cancel_subscription']],
    ['Cancel my membership. And where is my order NL-48213?', ['cancel_subscription', 'order_status']],
    [
      'I need a refund for NL-40001, and a copy of the invoice for NL-40002, and I forgot my password',
      ['refund', 'invoice_copy', 'password_reset'],
    ],
    ['Please pause my plan for two months and send me the invoice', ['pause_subscription', 'invoice_copy']],
    ['Hi! Thanks for yesterday. Where is my order?', ['order_status']],
    ['I bought a tent and a stove. Where is my order?', ['order_status']],
    ['refund me. I want my money back', ['refund']],
    ['thank you', ['thanks']],
    ['I forgot my password. My email is [EMAIL_1]', ['password_reset']],
    ['where is my order? my email is [EMAIL_1]', ['order_status']],
    ['please refund my order, my account email is [EMAIL_1].', ['refund']],
    ['Please change my email to [EMAIL_1]', ['change_email']],
    ['my new email is [EMAIL_1], please update my account', ['change_email']],
  ])('%s', (text, expected) => {
    const found = splitWishes(text, model).map(({ intent }) => intent);
    for (const intent of expected) expect(found).toContain(intent);
    if (expected.length === 1) expect(found).toEqual(expected);
  });

  it.each(['', '   ', 'zxcv qwpo mnbv', '🙂', '😡😡😡', '12', 'ẗ̶h̷e̸'])('keeps %j unknown', (text) => {
    expect(splitWishes(text, model)).toMatchObject([{ intent: 'unknown' }]);
  });
});
