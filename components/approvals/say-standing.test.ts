import { describe, expect, it } from 'vitest';
import { sayAgreed, sayStanding } from './say-standing';

describe('how a vote stands', () => {
  it.each([
    ['yours', 'supervisor', null],
    ['not_your_rank', 'supervisor', 'This waits for a supervisor.'],
    ['not_your_rank', 'admin', 'This waits for an admin.'],
    ['not_your_rank', 'agent', 'This waits for an agent.'],
    ['you_agreed', 'supervisor', 'You have agreed. It waits for a second person.'],
  ] as const)('%s of %s is said', (standing, rank, says) => expect(sayStanding({ standing, rank })).toBe(says));

  it.each([
    [1, [], null],
    [2, [], '0 of 2 approved'],
    [2, ['Sam Ortiz'], '1 of 2 approved: Sam Ortiz'],
  ])('of %i, %j', (needed, agreed, says) => expect(sayAgreed({ needed, agreed })).toBe(says));
});
