import { describe, expect, it } from 'vitest';
import type { RankedPassage } from '../knowledge/knowledge.schema';
import { type Asked, cacheKey } from './cache-key';

const passage = (id: string, text: string) => ({ passage: { id, text } }) as RankedPassage;
const source = (text: string, kind: 'article' | 'tool' = 'article') => ({
  ...{ id: 'p1', kind, title: 'Tents', text, language: 'en' },
});
const asked: Asked = {
  question: 'Is a footprint needed on snow?',
  history: [],
  sources: [source('A footprint keeps a tent dry.')],
  passages: [passage('one', 'A footprint keeps a tent dry.')],
  rules: ['refunds v1'],
  language: 'en',
  workspace: 'Northline',
  may: { look: true, change: true },
  prompts: 1,
};

describe('the name of an answer', () => {
  it('does not mind how the question is set', () => {
    expect(cacheKey({ ...asked, question: '  is a FOOTPRINT needed on snow ' })).toBe(cacheKey(asked));
  });

  it.each<[string, Partial<Asked>]>([
    ['the question', { question: 'Is a footprint needed on sand?' }],
    ['what was said before', { history: ['I have a tarp'] }],
    ['the article', { passages: [passage('one', 'A footprint keeps a tent warm.')] }],
    ['which articles were found', { passages: [...asked.passages, passage('two', 'A tarp is light.')] }],
    ['a policy', { rules: ['refunds v2'] }],
    ['the language', { language: 'de' }],
    ['the workspace', { workspace: 'Southline' }],
    ['what the customer may have looked up', { may: { look: false, change: false } }],
    ['what the customer may have done', { may: { look: true, change: false } }],
    ['the wording of our prompts', { prompts: 2 }],
  ])('is another one when %s changes', (_, change) => {
    expect(cacheKey({ ...asked, ...change })).toMatch(/^[\w-]{20,}$/);
    expect(cacheKey({ ...asked, ...change })).not.toBe(cacheKey(asked));
  });

  it.each<[string, Partial<Asked>]>([
    ['the question names somebody', { question: 'Is [PERSON_1] needed on snow?' }],
    ['the question names an order', { question: 'Where is NL-48213?' }],
    ['somebody was named before', { history: ['I am [PERSON_1]'] }],
    ['an order was named before', { history: ['It is about NL-48213'] }],
    ['an article names somebody', { sources: [source('Ask [PERSON_1].')] }],
    ['a source is a record', { sources: [...asked.sources, source('{}', 'tool')] }],
    ['there is no source', { sources: [], passages: [] }],
  ])('is none where %s', (_, change) => {
    expect(cacheKey({ ...asked, ...change })).toBeNull();
  });
});
