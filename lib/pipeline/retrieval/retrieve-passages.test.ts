import { describe, expect, it } from 'vitest';
import type { RankedPassage, SearchOptions } from '@/lib/knowledge/knowledge.schema';
import { retrievePassages } from './retrieve-passages';

const recorder = (coverages: number[]) => {
  const asked: { query: string; options: SearchOptions }[] = [];
  const search = (query: string, options: SearchOptions) => {
    asked.push({ query, options });
    return coverages.map((coverage) => ({ coverage }) as RankedPassage);
  };
  return { asked, search };
};

describe('retrievePassages', () => {
  it.each([
    ['public', ['public']],
    ['verified', ['public', 'verified']],
    ['agents', ['public', 'verified', 'agents']],
  ] as const)('asks for what %s may read', async (audience, expected) => {
    const { asked, search } = recorder([]);
    await retrievePassages({ question: 'returns', language: 'en', audience }, search);
    expect(asked[0]?.options.audiences).toEqual(expected);
    // What another language says is of use to an agent, and no answer to a customer.
    expect(asked[0]?.options.onlyLanguage).toBe(audience !== 'agents');
  });

  it('does not look for the customer’s own values', async () => {
    const { asked, search } = recorder([0.4, 0.8]);
    const { strength } = await retrievePassages(
      { question: 'can [EMAIL_1] return NL-48213', language: 'und', audience: 'public' },
      search,
    );
    expect(asked[0]?.query.replace(/\s+/g, ' ')).toBe('can return ');
    expect(asked[0]?.options.language).toBeUndefined();
    expect(strength).toBe(0.8);
  });

  it('does not search for nothing', async () => {
    const { asked, search } = recorder([1]);
    expect(await retrievePassages({ question: '[EMAIL_1] ?!', language: 'en', audience: 'public' }, search)).toEqual({
      passages: [],
      strength: 0,
    });
    expect(asked).toEqual([]);
  });
});
