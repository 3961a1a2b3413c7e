import fc from 'fast-check';
import { expect, it } from 'vitest';
import { priceCall, type Tokens } from './price-call';

const prices = { input: 2_500_000, cached: 1_250_000, output: 10_000_000 }; // $2.50, $1.25, $10 a million

it.each<[Tokens, number]>([
  [{ input: 0, cached: 0, output: 0 }, 0],
  [{ input: 1_000_000, cached: 0, output: 0 }, 2_500_000],
  [{ input: 1_000_000, cached: 1_000_000, output: 0 }, 1_250_000],
  [{ input: 1_000, cached: 400, output: 100 }, 3_000],
  [{ input: 100, cached: 400, output: 0 }, 500], // one that says it kept more than it read
  [{ input: 1, cached: 0, output: 0 }, 3], // 2.5 millionths
])('%j costs %d millionths of a dollar', (tokens, micros) => {
  expect(priceCall(tokens, prices)).toBe(micros);
});

it('costs nothing where nothing is asked for it, and never less than nothing', () => {
  const count = fc.nat(2_000_000);
  fc.assert(
    fc.property(fc.record({ input: count, cached: count, output: count }), (tokens) => {
      expect(priceCall(tokens, { input: 0, cached: 0, output: 0 })).toBe(0);
      const micros = priceCall(tokens, prices);
      expect(micros).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(micros)).toBe(true);
    }),
  );
});
