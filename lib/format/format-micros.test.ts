import { describe, expect, it } from 'vitest';
import { formatMicros } from './format-micros';

describe('formatMicros', () => {
  it.each([
    [0, '$0'],
    [12, 'under $0.0001'],
    [100, '$0.0001'],
    [3_100, '$0.0031'],
    [50_000, '$0.05'],
    [123_456, '$0.123'],
    [1_240_000, '$1.24'],
    [12_345_670_000, '$12,345.67'],
  ])('%i → %s', (micros, says) => expect(formatMicros(micros)).toBe(says));
});
