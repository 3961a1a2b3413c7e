import { describe, expect, it } from 'vitest';
import { policies } from '../../prisma/seed/policies';
import { caseSchema } from './case.schema';
import { policySchema, type ReleasedPolicy } from './policy.schema';
import { runCases } from './run-cases';

const now = new Date('2026-11-21T12:00:00Z');
const released = policies.map(
  ({ key, definition }): ReleasedPolicy => ({ key, version: 1, definition: policySchema.parse(definition) }),
);
const order = {
  number: 'NL-48213',
  status: 'delivered',
  deliveredAt: '2026-11-11T12:00:00Z',
  refundedCents: 0,
  refundableCents: 120_000,
};
const refund = (more: Record<string, unknown> = {}) => ({
  name: 'A refund',
  tool: 'refunds.create',
  args: { order: 'NL-48213', amountCents: 8_900 },
  subject: 'cus_1',
  facts: { shop: { order } },
  conversation: { verified: true, confirmed: true },
  now: now.toISOString(),
  ...more,
});
const run = (given: unknown, using = released) => runCases(using, [caseSchema.parse(given)], now)[0]!;

describe('runCases', () => {
  it('passes where effect and rule are as expected', () => {
    expect(run(refund({ expect: { effect: 'allow', rule: 'within-rules' } }))).toMatchObject({
      name: 'A refund',
      must: { effect: 'allow', rule: 'within-rules' },
      does: { effect: 'allow', rule: 'within-rules', policy: 'refunds' },
      passed: true,
      why: null,
    });
  });

  it('only tells what would be decided when nothing is expected', () => {
    const asked = run(refund({ args: { order: 'NL-48213', amountCents: 60_000 } }));
    expect(asked).toMatchObject({ must: null, passed: null, does: { effect: 'needs_approval', rule: 'over-500' } });
    expect(asked.read).toEqual([
      { term: 'action.args.amountCents', value: '60000' },
      { term: 'facts.shop.order.refundedCents', value: '0' },
      { term: 'ledger.todayCents', value: '0' },
    ]);
  });

  it('is careful with what a case does not say', () => {
    expect(run({ tool: 'refunds.create' }).does).toMatchObject({ effect: 'deny', rule: 'verified' });
    expect(run({ tool: 'no.such' }).does).toEqual({ effect: 'deny', rule: null, policy: null });
    expect(run(refund({ facts: {} })).decision.agent).toContain('the fact “shop” (read with orders.get) is missing');
  });

  it('tells of a rule that does not even parse', () => {
    const broken = released.map((policy) => ({
      ...policy,
      definition: { ...policy.definition, rules: [{ ...policy.definition.rules[0]!, when: 'a ==' }] },
    }));
    const result = run(refund({ expect: { effect: 'allow' } }), broken);
    expect(result).toMatchObject({ passed: false, does: { effect: 'deny', rule: 'verified' }, read: [] });
    expect(result.why).toContain('could not be checked');
  });

  const why: [string, Record<string, unknown>, RegExp][] = [
    [
      'the rule that decided, with its values',
      { facts: { shop: { order: { ...order, status: 'shipped' } } }, expect: { effect: 'allow' } },
      /^Must allow, does deny: “delivered” decided\. .*facts\.shop\.order\.status = "shipped"/,
    ],
    [
      'the rule that should have',
      { expect: { effect: 'needs_approval', rule: 'over-500' } },
      /^Must ask, does allow: “within-rules” decided\. “over-500” looks at action\.args\.amountCents = 8900/,
    ],
    ['a rule that there is not', { expect: { effect: 'deny', rule: 'nope' } }, /There is no rule “nope”/],
    [
      'the wrong rule of the right effect',
      { conversation: {}, expect: { effect: 'deny', rule: 'trusted' } },
      /Must deny, does deny: “verified” decided/,
    ],
  ];
  it.each(why)('says %s', (_, more, text) => {
    const result = run(refund(more));
    expect(result.passed).toBe(false);
    expect(result.why).toMatch(text);
  });

  it('sees that a limit looks at one action alone, and what would help', () => {
    const definition = policySchema.parse({
      tools: ['refunds.create'],
      amount: 'action.args.amountCents',
      rules: [
        { name: 'over-500', when: 'action.args.amountCents > 50000', effect: 'needs_approval', agent: 'Much.' },
        { name: 'rest', when: 'true', effect: 'allow', agent: 'Fine.' },
      ],
    });
    const two = refund({
      args: { amountCents: 40_000 },
      ledger: { today: 1, todayCents: 40_000 },
      expect: { effect: 'needs_approval' },
    });
    const alone: ReleasedPolicy = { key: 'p', version: 1, definition };
    const failing = run(two, [alone]);
    expect(failing.why).toBe(
      'Must ask, does allow: “rest” decided. “over-500” looks at one action alone. Compare action.args.amountCents + ledger.todayCents instead.',
    );
    const rules = definition.rules.map((rule) =>
      rule.name === failing.advice!.rule ? { ...rule, when: failing.advice!.to } : rule,
    );
    expect(run(two, [{ ...alone, definition: { ...definition, rules } }]).passed).toBe(true);
    // Would not help: nothing is advised.
    expect(run({ ...two, ledger: { todayCents: 10 } }, [alone]).advice).toBeNull();
  });
});
