import { describe, expect, it } from 'vitest';
import { describeReliability } from './describe-reliability';

const bin = (from: number, said: number, right: number, count = 20) => ({ from, said, right, count });

describe('describeReliability', () => {
  it.each([
    ['nothing to go by', [bin(0.9, 0.95, 0.2, 2)], 'Too few examples to say how sure it may be'],
    ['as said', [bin(0.8, 0.85, 0.84), bin(0.9, 0.96, 0.99)], 'As sure as it is right'],
    ['too sure', [bin(0.6, 0.66, 0.5), bin(0.8, 0.85, 0.7)], 'A little too sure between 0.6 and 0.9'],
    ['too modest', [bin(0.5, 0.55, 0.8)], 'A little too modest between 0.5 and 0.6'],
    ['the top bin', [bin(0.9, 0.95, 0.8)], 'A little too sure between 0.9 and 1.0'],
  ])('%s', (_, bins, expected) => {
    expect(describeReliability(bins)).toBe(expected);
  });
});
