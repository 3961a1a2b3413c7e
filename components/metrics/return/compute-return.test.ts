import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assumptions, computeReturn, turnAll, turnEach } from './compute-return';

const usual: Assumptions = {
  ...{ tickets: 10_000, deflection: 0.4, human: 6, automated: 1 },
  ...{ setup: 30_000, platform: 5_000, ramp: 0, months: 12 },
};

describe('the return', () => {
  it.each<[string, Partial<Assumptions>, { saving: number; net: number; total: number; breakEven: number | null }]>([
    // 10,000 × 0.4 × (6 − 1) = 20,000 a month; less 5,000: 15,000; 12 × 15,000 − 30,000
    ['as it is reckoned by hand', {}, { saving: 20_000, net: 15_000, total: 150_000, breakEven: 2 }],
    ['within a month', { setup: 7_500 }, { saving: 20_000, net: 15_000, total: 172_500, breakEven: 0.5 }],
    ['without set-up', { setup: 0 }, { saving: 20_000, net: 15_000, total: 180_000, breakEven: 0 }],
    ['that never comes', { deflection: 0.1 }, { saving: 5_000, net: 0, total: -30_000, breakEven: null }],
    [
      'where the assistant costs more',
      { automated: 7 },
      { saving: -4_000, net: -9_000, total: -138_000, breakEven: null },
    ],
    ['of nothing', { tickets: 0, platform: 0, setup: 0 }, { saving: 0, net: 0, total: 0, breakEven: 0 }],
    // Halves in the first month of two, all from the second on: 10,000 − 5,000, then 11 × 15,000
    [
      'that comes up to speed',
      { ramp: 1 },
      { saving: 20_000, net: 15_000, total: 140_000, breakEven: 1 + 25_000 / 15_000 },
    ],
  ])('%s', (_, more, expected) => {
    const { saving, net, total, breakEven } = computeReturn({ ...usual, ...more });
    expect({ saving, net, total }).toEqual({ saving: expected.saving, net: expected.net, total: expected.total });
    if (expected.breakEven === null) expect(breakEven).toBeNull();
    else expect(breakEven).toBeCloseTo(expected.breakEven);
  });

  const amount = fc.double({ min: 0, max: 1e5, noNaN: true });
  const any: fc.Arbitrary<Assumptions> = fc.record({
    ...{ tickets: amount, deflection: fc.double({ min: 0, max: 1, noNaN: true }) },
    ...{ human: fc.double({ min: 0, max: 100, noNaN: true }), automated: fc.double({ min: 0, max: 100, noNaN: true }) },
    ...{ setup: amount, platform: amount, ramp: fc.nat(24), months: fc.integer({ min: 12, max: 36 }) },
  });
  it('never gets worse with more deflection where people cost more, nor better with more cost', () => {
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 1, noNaN: true }), (one, more) => {
        const total = (change: Partial<Assumptions>) => computeReturn({ ...one, ...change }).total;
        const near = 1e-6 * (1 + Math.abs(total({})));
        if (one.human >= one.automated)
          expect(total({ deflection: one.deflection + (1 - one.deflection) * more })).toBeGreaterThanOrEqual(
            total({}) - near,
          );
        expect(total({ human: one.human + more })).toBeGreaterThanOrEqual(total({}) - near);
        for (const key of ['automated', 'setup', 'platform'] as const)
          expect(total({ [key]: one[key] + more })).toBeLessThanOrEqual(total({}) + near);
      }),
    );
  });
  it('is in the unit of its money: twice the dollars are twice the return, and break even at the same time', () => {
    fc.assert(
      fc.property(any, (one) => {
        const twice = {
          human: one.human * 2,
          automated: one.automated * 2,
          setup: one.setup * 2,
          platform: one.platform * 2,
        };
        const [a, b] = [computeReturn(one), computeReturn({ ...one, ...twice })];
        expect(b.total).toBeCloseTo(a.total * 2, 3);
        expect(b.breakEven === null).toBe(a.breakEven === null);
      }),
    );
  });
  it('is back where the line crosses nothing', () => {
    fc.assert(
      fc.property(any, (one) => {
        const { breakEven, points } = computeReturn({ ...one, months: 120 });
        if (breakEven === null || breakEven === 0) return;
        const [from, to] = [points[Math.floor(breakEven)]!, points[Math.min(120, Math.ceil(breakEven + 1e-9))]!];
        expect(Math.min(from.cumulative, to.cumulative)).toBeLessThanOrEqual(1e-6 * (1 + one.setup));
        expect(Math.max(from.cumulative, to.cumulative)).toBeGreaterThanOrEqual(-1e-6 * (1 + one.setup));
      }),
    );
  });
});

describe('how much hangs on what', () => {
  it('puts what matters most first', () => {
    const found = turnEach(usual, 0.2);
    // 12 months: human ±20% is ±$1.20 × 4,000 × 12 = ±57,600; tickets and deflection ±48,000.
    expect(found[0]!.low).toBeCloseTo(150_000 - 57_600);
    expect(found[0]!.high).toBeCloseTo(150_000 + 57_600);
    expect(found.map(({ key }) => key)).toEqual(['human', 'tickets', 'deflection', 'platform', 'automated', 'setup']);
  });
  it('never deflects more than all', () => {
    expect(turnAll({ ...usual, deflection: 0.95 }, 0.2).high.deflection).toBe(1);
  });
  it('has what is expected between the ends, where people cost more', () => {
    const { low, expected, high } = turnAll(usual, 0.2);
    const totals = [low, expected, high].map((one) => computeReturn(one).total);
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
  });
});
