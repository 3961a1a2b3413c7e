import { describe, expect, it } from 'vitest';
import { leastMs } from './decide-retry';
import { ModelFailure } from './name-failure';
import { startMeter } from './start-meter';

const limits = { ms: 8_000, tokens: 1_000, micros: 500 };
function start() {
  let now = 0;
  const meter = startMeter(limits, () => now);
  return {
    meter,
    pass(ms: number) {
      now += ms;
    },
  };
}
const stops = expect.objectContaining({ failure: { kind: 'stopped' } });

describe('startMeter', () => {
  it.each<[string, (at: ReturnType<typeof start>) => void, boolean]>([
    ['nothing was used', () => {}, true],
    ['there is time for one more', ({ pass }) => pass(limits.ms - leastMs), true],
    ['there is not', ({ pass }) => pass(limits.ms - leastMs + 1), false],
    ['nearly all tokens are used', ({ meter }) => meter.note({ tokens: 999, costMicros: 0 }), true],
    ['all tokens are used', ({ meter }) => meter.note({ tokens: 1_000, costMicros: 0 }), false],
    ['the money is used', ({ meter }) => meter.note({ tokens: 1, costMicros: 500 }), false],
    ['something failed', ({ meter }) => meter.stop(), false],
  ])('when %s', (_, use, goesOn) => {
    const at = start();
    use(at);
    if (goesOn) expect(() => at.meter.assertLeft()).not.toThrow();
    else expect(() => at.meter.assertLeft()).toThrow(ModelFailure);
  });

  it('says why it ends, adds up, and never has less than no time left', () => {
    const { meter, pass } = start();
    meter.note({ tokens: 10, costMicros: 3 });
    meter.note({ tokens: 5, costMicros: 4 });
    expect(meter.spent).toEqual({ calls: 2, tokens: 15, costMicros: 7 });
    pass(20_000);
    expect(meter.leftMs()).toBe(0);
    expect(() => meter.assertLeft()).toThrow(stops);
  });
});
