import { describe, expect, it } from 'vitest';
import { beginLookup, lookupOf, openLookup } from './lookup-draft';

const proposal = { tool: 'customers.find', args: { email: 'email' }, value: 'found.customer.id', tier: 'found.tier' };

describe('how an account is looked up', () => {
  it('comes back from the form as it was', () => expect(lookupOf(openLookup(proposal))).toEqual(proposal));

  it('begins with what the system proposes', () =>
    expect(lookupOf(beginLookup({ proposal, tools: [] }))).toEqual(proposal));

  it('begins with the first read where nothing is proposed', () => {
    const tools = [
      { name: 'refunds.create', write: true },
      { name: 'people.search', write: false },
    ] as never;
    expect(beginLookup({ proposal: null, tools }).tool).toBe('people.search');
    expect(beginLookup(null).tool).toBe('');
  });
});
