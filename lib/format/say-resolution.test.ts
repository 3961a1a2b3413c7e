import { expect, it } from 'vitest';
import { sayClasses, sayOpen } from './say-resolution';

const held = (assistant: number, agents: number) => ({
  closed: assistant + agents,
  held: [
    { key: 'assistant' as const, count: assistant, share: null },
    { key: 'agents' as const, count: agents, share: null },
  ],
});
const of = (now: number | null, before: number | null, n = 900) => ({
  total: { value: now, n },
  previous: before === null ? null : { value: before, n },
});

it.each<[string, Parameters<typeof sayClasses>, string]>([
  ['nothing', [held(0, 0), of(null, null), 'in October'], 'Nothing was closed in these days.'],
  [
    'a few',
    [held(5, 2), of(0.7, 0.2, 7), 'in October'],
    'Of 7 closed conversations the assistant held 5 to the end, agents 2.',
  ],
  [
    'more',
    [held(680, 320), of(0.5, 0.4), 'in October'],
    'The assistant held 68.0% to the end, agents 32.0%; more was verified than in October.',
  ],
  [
    'less',
    [held(680, 320), of(0.3, 0.4), 'a year before'],
    'The assistant held 68.0% to the end, agents 32.0%; less was verified than a year before.',
  ],
  [
    'the same',
    [held(680, 320), of(0.4, 0.4), 'in October'],
    'The assistant held 68.0% to the end, agents 32.0%; about as much was verified as in October.',
  ],
  ['no comparison', [held(680, 320), of(0.4, null), null], 'The assistant held 68.0% to the end, agents 32.0%.'],
])('%s', (_, given, said) => expect(sayClasses(...given)).toBe(said));

it.each([
  [{ came: 0, open: 0, cameBack: 0 }, ''],
  [{ came: 900, open: 0, cameBack: 0 }, 'All 900 that came in are closed.'],
  [{ came: 900, open: 1, cameBack: 0 }, '1 of 900 that came in is still open and in no class.'],
  [
    { came: 1_900, open: 20, cameBack: 31 },
    '20 of 1,900 that came in are still open and in no class. 31 came back within a week with the same issue.',
  ],
])('%j: %s', (flow, said) => expect(sayOpen(flow)).toBe(said));
