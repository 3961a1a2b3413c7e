import { describe, expect, it } from 'vitest';
import { checkPolicyFile } from './check-policy-file';

const now = new Date('2026-11-21T12:00:00Z');
const policy = {
  name: 'p.yaml',
  text: `key: refunds
tools: [refunds.create]
amount: action.args.cents
rules:
  - { name: verified, when: '!conversation.verified', effect: deny, agent: Nobody known., customer: Please sign in. }
  - { name: much, when: action.args.cents > 500, effect: needs_approval, approvers: admin, approvals: 2, agent: Much. }
  - { name: rest, when: 'true', effect: allow, agent: 'Fine: {{ action.args.cents }}.' }
`,
};
const check = (...lines: unknown[]) =>
  checkPolicyFile(
    policy,
    { name: 'c.jsonl', text: lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n') },
    now,
  );
const good = { tool: 'refunds.create', args: { cents: 5 }, conversation: { verified: true } };

describe('checkPolicyFile', () => {
  it('decides each case, and adds them up', () => {
    const { out, err, code } = check(
      { ...good, name: 'small', expect: { effect: 'allow', rule: 'rest' } },
      { ...good, args: { cents: 600 } },
      { ...good, conversation: {} },
      { tool: 'no.such' },
    );
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect(out.map((line) => JSON.parse(line))).toEqual([
      {
        case: 'small',
        tool: 'refunds.create',
        effect: 'allow',
        rule: 'rest',
        policy: 'refunds',
        agent: 'Fine: 5.',
        expect: { effect: 'allow', rule: 'rest' },
        passed: true,
      },
      {
        case: 'line 2',
        tool: 'refunds.create',
        effect: 'needs_approval',
        rule: 'much',
        policy: 'refunds',
        approvers: 'admin',
        approvals: 2,
        agent: 'Much.',
      },
      {
        case: 'line 3',
        tool: 'refunds.create',
        effect: 'deny',
        rule: 'verified',
        policy: 'refunds',
        customer: 'Please sign in.',
        agent: 'Nobody known.',
      },
      {
        case: 'line 4',
        tool: 'no.such',
        effect: 'deny',
        rule: null,
        policy: null,
        agent: 'No policy speaks of no.such, and what no rule allows is denied.',
      },
      { summary: { policies: 1, cases: 4, allow: 1, needs_approval: 1, deny: 2, broken: 0, passed: 1, failed: 0 } },
    ]);
  });

  it('ends with 2 when a case is decided otherwise, and says why', () => {
    const { out, code } = check({ ...good, expect: { effect: 'deny' } });
    expect(code).toBe(2);
    expect(JSON.parse(out[0]!)).toMatchObject({ passed: false, why: expect.stringContaining('Must deny, does allow') });
    expect(JSON.parse(out[1]!).summary).toMatchObject({ passed: 0, failed: 1 });
  });

  it('names what is no case by its line, denies what is at least JSON, and decides the rest', () => {
    const { out, err, code } = check(good, '{"tool"', { ...good, args: null });
    expect(code).toBe(1);
    expect(err).toEqual([
      'c.jsonl:2: This is not JSON.',
      expect.stringMatching(/^c\.jsonl:3: This is not a case: args/),
    ]);
    expect(out.map((line) => JSON.parse(line))).toMatchObject([
      { case: 'line 1', effect: 'allow' },
      { case: 'line 3', effect: 'deny', rule: null },
      { summary: { cases: 3, allow: 1, deny: 1, broken: 2 } },
    ]);
  });

  it('decides nothing with a file that is not right', () => {
    const broken = { ...policy, text: policy.text.replace('effect: deny', 'effect: dny') };
    expect(checkPolicyFile(broken, { name: 'c.jsonl', text: JSON.stringify(good) }, now)).toEqual({
      out: [],
      err: ['p.yaml:5:63: rules[0].effect must be one of allow, deny, needs_approval.'],
      code: 1,
    });
  });

  it('decides nothing with rules that cannot be right, and goes on past a hint', () => {
    const cases = { name: 'c.jsonl', text: JSON.stringify(good) };
    const change = (from: string, to: string) => ({ ...policy, text: policy.text.replace(from, to) });
    expect(checkPolicyFile(change('!conversation.verified', '!conversation.verifed'), cases, now)).toEqual({
      out: [],
      err: ['p.yaml:5:44: rule “verified”: conversation has no “verifed”. Did you mean “verified”?'],
      code: 1,
    });
    const hinted = checkPolicyFile(change('action.args.cents > 500', "'false'"), cases, now);
    expect(hinted).toMatchObject({ code: 0, err: ['p.yaml:6:26: hint: rule “much”: This rule is switched off.'] });
    expect(hinted.out).toHaveLength(2);
  });
});
