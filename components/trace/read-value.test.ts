import { describe, expect, it } from 'vitest';
import { readValue } from './read-value';

describe('readValue', () => {
  it.each([
    ['nothing', null, []],
    ['a word', 'refund', [{ name: 'value', text: 'refund' }]],
    ['names within names', { a: { b: true }, c: null }, [{ name: 'a.b', text: 'yes' }]],
    ['a list of words', { calls: ['x', 'y'] }, [{ name: 'calls', text: 'x, y' }]],
    ['a list of things, from 1', { hits: [{ score: 0.91234 }] }, [{ name: 'hits.1.score', text: '0.912' }]],
  ])('%s', (_, value, rows) => expect(readValue(value)).toEqual(rows));

  it('cuts what is long, and says so', () => {
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`k${index}`, index]));
    expect(readValue(many).at(-1)).toEqual({ name: '…', text: '10 more' });
    expect(readValue('x'.repeat(900))[0]?.text.length).toBe(601);
  });
});
