import { expect, it } from 'vitest';
import { decideWebhookRetry, mostTries } from './decide-webhook-retry';

it.each([
  ['taken', 1, { status: 200 }, 0.5, { state: 'sent' }],
  ['taken without a word', 3, { status: 204 }, 0.5, { state: 'sent' }],
  ['led elsewhere', 1, { status: 301 }, 0.5, { state: 'waiting', inSeconds: 5 }],
  ['refused', 1, { status: 400 }, 0.5, { state: 'waiting', inSeconds: 5 }],
  ['busy', 2, { status: 503 }, 0, { state: 'waiting', inSeconds: 24 }],
  ['nothing came', 2, { why: 'It did not answer.' }, 1, { state: 'waiting', inSeconds: 36 }],
  ['the last but one', mostTries - 1, { status: 500 }, 0.5, { state: 'waiting', inSeconds: 86_400 }],
  ['the last', mostTries, { status: 500 }, 0.5, { state: 'failed', off: false }],
  ['wants nothing any more', 1, { status: 410 }, 0.5, { state: 'failed', off: true }],
] as const)('%s', (_, tries, answer, chance, expected) =>
  expect(decideWebhookRetry(tries, answer, chance)).toEqual(expected),
);
