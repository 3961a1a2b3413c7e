import { expect, it } from 'vitest';
import { sayView } from './say-view';

const team = '018f3a5e-0000-7000-8000-000000000001';
const values = {
  channel: [],
  language: [],
  customerTier: [],
  intent: [],
  team: [{ key: team, name: 'Billing', timeZone: null }],
};

it.each([
  [{ days: '7d', comparison: 'before', filters: {} }, 'Last 7 days against the time before'],
  [
    { days: '7d', comparison: 'none', filters: { channel: ['email', 'web_chat'], team: [team] } },
    'Last 7 days without a comparison · Channel: Email, Web chat · Team: Billing',
  ],
  [
    { days: { from: '2026-11-02', to: '2026-11-08' }, comparison: 'year', filters: { intent: [''] } },
    'Nov 2 to 8 against a year before · Intent: Not known',
  ],
] as const)('%j is told as %s', (view, says) => {
  expect(sayView(structuredClone(view) as Parameters<typeof sayView>[0], values, '2026-11-19')).toBe(says);
});
