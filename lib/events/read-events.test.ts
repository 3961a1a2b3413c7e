import { describe, expect, it } from 'vitest';
import { formatCursor, parseCursor } from './read-events';

describe('parseCursor', () => {
  it('reads what formatCursor wrote', () => {
    const cursor = { xid: 812n, seq: 9_007_199_254_740_993n };
    expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
  });
  it.each([null, undefined, '', '-', '1', '1-', '-1-2', '1-2-3', 'a-b', '1 -2', '1-2 ', '99999999999999999999-1'])(
    'takes %j for none',
    (text) => {
      expect(parseCursor(text)).toBeUndefined();
    },
  );
});
