import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankPart } from '../blank-part';
import type { Check, HandoffNeed, Part } from '../plan.schema';
import { decideTier, type TierInput } from './decide-tier';

type Scores = Part['scores'];
const part = (scores: Partial<Scores> = {}, more: Partial<Part> = {}): Part => ({
  ...blankPart({ intent: 'refund', wants: 'Their money back', team: null }, 1),
  scores: { understanding: 1, evidence: 1, tools: 1, ...scores },
  ...more,
});
const need: HandoffNeed = { reason: 'playbook', stopped: 'It stopped.', missing: [], suggestion: null };
const failed: Check = { name: 'grounded', ok: false, why: 'Without a source: $5' };
const decide = (more: Partial<TierInput> = {}) =>
  decideTier({
    parts: [part()],
    check: { score: 1, checks: [] },
    tiers: { autonomous: 0.9, reviewed: 0.7 },
    overrides: () => ({}),
    calibration: { a: 1, b: 0 },
    ...more,
  });

/** Every part at one score makes that score the confidence. */
const even = (score: number): Partial<TierInput> => ({
  parts: [part({ understanding: score, evidence: score, tools: score })],
  check: { score, checks: [] },
});

describe('decideTier', () => {
  const edges: [number, string][] = [
    [1, 'autonomous'],
    [0.9, 'autonomous'],
    [0.899, 'reviewed'],
    [0.7, 'reviewed'],
    [0.699, 'escalated'],
    [0, 'escalated'],
  ];
  it.each(edges)('%d is %s', (score, tier) => {
    const decision = decide(even(score));
    expect(decision.tier).toBe(tier);
    expect(decision.why).not.toBe('');
  });

  const rows: [string, Partial<TierInput>, string][] = [
    ['an intent that must be surer', { ...even(0.95), overrides: () => ({ autonomous: 0.97 }) }, 'reviewed'],
    ['an intent that may be less sure', { ...even(0.85), overrides: () => ({ autonomous: 0.8 }) }, 'autonomous'],
    ['an override of the lower threshold', { ...even(0.75), overrides: () => ({ reviewed: 0.8 }) }, 'escalated'],
    [
      'of two wishes the stricter counts',
      {
        ...even(0.95),
        parts: [part(), part({}, { intent: 'credit' })],
        overrides: (intent) => (intent === 'credit' ? { autonomous: 1 } : {}),
      },
      'reviewed',
    ],
    ['a part that hands over', { parts: [part(), part({}, { kind: 'handoff', handoff: need })] }, 'escalated'],
    ['a failed check', { check: { score: 1, checks: [failed] } }, 'escalated'],
    ['a calibration that was too sure', { ...even(0.95), calibration: { a: 1, b: -1 } }, 'reviewed'],
  ];
  it.each(rows)('%s', (_, more, tier) => {
    expect(decide(more).tier).toBe(tier);
  });

  it('says which part was weakest and why', () => {
    expect(decide({ parts: [part({ tools: 0.3 })] }).why).toMatch(
      /tools is the weakest part. Another system did not do/,
    );
    expect(decide({ parts: [part({}, { kind: 'handoff', handoff: need })] }).why).toBe('It stopped.');
    expect(decide({ check: { score: 0.2, checks: [failed] } }).why).toContain('Without a source: $5');
  });

  const score = fc.double({ min: 0, max: 1, noNaN: true });
  const scores = fc.record({ understanding: score, evidence: score, tools: score });
  const calibration = fc.record({
    a: fc.double({ min: 0.1, max: 4, noNaN: true }),
    b: fc.double({ min: -4, max: 4, noNaN: true }),
  });
  const tiers = fc.tuple(score, score).map(([a, b]) => ({ autonomous: Math.max(a, b), reviewed: Math.min(a, b) }));

  it('is a probability that is never certain, and a tier that the thresholds allow', () => {
    fc.assert(
      fc.property(
        fc.array(scores, { minLength: 1, maxLength: 4 }),
        score,
        calibration,
        tiers,
        (all, quality, fitted, limits) => {
          const { confidence, tier } = decide({
            parts: all.map((one) => part(one)),
            check: { score: quality, checks: [] },
            calibration: fitted,
            tiers: limits,
          });
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          const expected =
            confidence >= limits.autonomous ? 'autonomous' : confidence >= limits.reviewed ? 'reviewed' : 'escalated';
          expect(tier).toBe(expected);
        },
      ),
    );
  });

  it('never grows when a part gets less sure, or when a wish is added', () => {
    const which = fc.constantFrom<keyof Scores>('understanding', 'evidence', 'tools');
    fc.assert(
      fc.property(scores, scores, which, score, score, (one, other, name, share, quality) => {
        const check = { score: quality, checks: [] };
        const whole = decide({ parts: [part(one)], check }).confidence;
        expect(decide({ parts: [part({ ...one, [name]: one[name] * share })], check }).confidence).toBeLessThanOrEqual(
          whole,
        );
        expect(decide({ parts: [part(one), part(other)], check }).confidence).toBeLessThanOrEqual(whole);
        expect(
          decide({ parts: [part(one)], check: { score: quality * share, checks: [] } }).confidence,
        ).toBeLessThanOrEqual(whole);
      }),
    );
  });
});
