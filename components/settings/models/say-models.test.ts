import { describe, expect, it } from 'vitest';
import type { ProviderView } from '@/lib/models/model.schema';
import { sayChoices, sayRecord, sayStanding } from './say-models';

const choice = { model: 'big', input: 0, cached: 0, output: 0 };
const provider = (more: Partial<ProviderView> = {}): ProviderView => ({
  id: '1',
  name: 'Cloud',
  url: 'https://models.example/v1',
  style: 'chat',
  enabled: true,
  patienceMs: 6_000,
  mostAtOnce: 8,
  mostPerMinute: null,
  choices: { large: choice },
  hasKey: true,
  health: 'well',
  calls: 20,
  failures: 0,
  firstMs: 340,
  lastFailure: null,
  ...more,
});
const free = { level: 'free', says: '', dayMicros: 0, monthMicros: 0 } as const;

describe('sayStanding', () => {
  it.each([
    ['none', [], 'No model is set, and nothing here needs one.'],
    ['one that is off', [provider({ enabled: false })], 'No model is set, and nothing here needs one.'],
    [
      'embeddings alone',
      [provider({ choices: { embedding: choice } })],
      'No model to write with is set, and nothing here needs one.',
    ],
    ['well', [provider()], 'Cloud answers, with the first word after 340 ms.'],
    ['new', [provider({ health: 'unused' })], 'Cloud is set, and was not asked in the last hour.'],
    [
      'failing',
      [provider({ health: 'failing', failures: 5 })],
      'Cloud fails at times: 5 of 20 calls in the last hour.',
    ],
    ['down', [provider({ health: 'down' })], 'Cloud does not answer now: the built-in engine and people go on.'],
    [
      'down, with another',
      [provider({ health: 'down' }), provider({ name: 'House', health: 'unused' })],
      'Cloud does not answer now, so House is asked.',
    ],
  ])('%s', (_, providers, says) => expect(sayStanding({ providers, budget: free })).toBe(says));

  it('says that the budget is used up before anything else', () => {
    const budget = { ...free, level: 'hard' as const, says: 'All is used.' };
    expect(sayStanding({ providers: [provider()], budget })).toBe('All is used.');
  });
});

it('says what a provider is asked for and how it did', () => {
  const both = { small: { ...choice, model: 'little' }, large: choice };
  expect(sayChoices(provider({ choices: both }))).toBe('models.example: large model big, small model little');
  expect(sayRecord(provider({ failures: 3, lastFailure: 'It did not answer in time' }))).toBe(
    '20 calls in the last hour, 3 failed · first word after 340 ms · last failure: it did not answer in time',
  );
  expect(sayRecord(provider({ calls: 0 }))).toBe('Not asked in the last hour');
});
