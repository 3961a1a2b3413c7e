import type { Prices } from './read-endpoints';

export type Tokens = { input: number; cached: number; output: number };

/** Millionths of a dollar for what an endpoint says it used. `input` holds what was cached too. */
export function priceCall({ input, cached, output }: Tokens, prices: Prices): number {
  const fresh = Math.max(0, input - cached);
  return Math.round((fresh * prices.input + cached * prices.cached + output * prices.output) / 1_000_000);
}
