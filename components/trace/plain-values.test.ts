import { describe, expect, it } from 'vitest';
import { plainValues } from './plain-values';

describe('plainValues', () => {
  it.each([
    ['POLE-R2', 'POLE-R2'],
    ['{}', ''],
    ['{"limit":6}', 'limit 6'],
    ['{"order":"NL-1","lines":[{"sku":"A"},{"sku":"B"}]}', 'order NL-1, lines sku A, sku B'],
    ['{"number":"NL-1","items":[…', 'number NL-1, items …'],
  ])('%s → %s', (text, plain) => expect(plainValues(text)).toBe(plain));
});
