import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureEdit } from './measure-edit';

describe('measureEdit', () => {
  it.each([
    ['', '', 0],
    ['a b c', 'a b c', 0],
    ['a  b\nc', 'a b c', 0],
    ['a b', 'c d', 1],
    ['', 'a', 1],
    ['a b c d', 'a b x d', 0.25],
    ['a b', 'a b c d', 1 / 3],
  ])('%j to %j', (draft, sent, share) => {
    expect(measureEdit(draft, sent)).toBeCloseTo(share);
  });

  it('is a share, the same either way, and 0 for the same text only', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (draft, sent) => {
        const share = measureEdit(draft, sent);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(share).toBeCloseTo(measureEdit(sent, draft));
        expect(share === 0).toBe(draft === sent);
      }),
    );
  });
});
