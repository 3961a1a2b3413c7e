import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefill, readEdited, usual, writeEdited } from './return-address';

const read = (text: string) => readEdited(new URLSearchParams(text));

describe('assumptions in the address', () => {
  it.each([
    ['t=1200&d=0.35', { tickets: 1_200, deflection: 0.35 }],
    ['d=1.2&h=-3&t=many&a=', {}],
    ['m=36', { months: 36 }],
    ['m=25', {}],
    ['period=90d', {}],
  ])('%s', (text, edited) => {
    expect(read(text)).toEqual(edited);
  });
  it('come back as they were written, and leave the rest alone', () => {
    const cents = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((one) => one / 100);
    const edited = fc.record(
      {
        tickets: cents(1e5),
        deflection: cents(1),
        human: cents(100),
        setup: cents(1e6),
        months: fc.constantFrom(12, 24, 36),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(edited, (one) => {
        const text = writeEdited(new URLSearchParams('period=90d&t=7'), one);
        expect(read(text)).toEqual(one);
        expect(new URLSearchParams(text).get('period')).toBe('90d');
      }),
    );
  });
});

describe('what it begins with', () => {
  const nothing = { from: '2026-11-01', to: '2026-11-19', platformMicros: 0, hourMicros: 0 };
  it('is what was measured, with over how many', () => {
    const { assumed, origins } = prefill({
      ...nothing,
      ticketsPerMonth: { value: 4_812.4, n: 3_004 },
      deflection: { value: 0.41237, n: 2_900 },
      humanMicros: { value: 5_128_900, n: 900 },
      automatedMicros: { value: 12_345, n: 3_004 },
      platformMicros: 1_500_000_000,
    });
    expect(assumed).toEqual({
      ...usual,
      tickets: 4_812,
      deflection: 0.412,
      human: 5.13,
      automated: 0.01,
      platform: 1_500,
    });
    expect(origins.human).toEqual({ from: 'measured', n: 900 });
    expect(origins.platform).toEqual({ from: 'set' });
    expect(origins.setup).toEqual({ from: 'usual' });
  });
  it('is usual where nothing was measured', () => {
    const { assumed, origins } = prefill({
      ...{ ...nothing, ticketsPerMonth: null, deflection: null, humanMicros: null, automatedMicros: null },
    });
    expect(assumed).toEqual(usual);
    expect(new Set(Object.values(origins).map(({ from }) => from))).toEqual(new Set(['usual']));
  });
});
