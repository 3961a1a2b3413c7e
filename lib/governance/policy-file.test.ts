import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policies as seeds } from '../../prisma/seed/policies';
import { parseCases } from './parse-cases';
import { parsePolicyFile } from './parse-policy-file';
import { policySchema } from './policy.schema';
import type { FiledPolicy } from './policy-file.schema';
import { writePolicyFile } from './write-policy-file';

const seeded = seeds.map(({ key, definition }): FiledPolicy => ({ key, definition: policySchema.parse(definition) }));
const small = `# the head of the file
policies:
  # on refunds
  - key: refunds
    tools: [refunds.create]
    rules:
      - &trusted { name: trusted, when: '!conversation.trusted', effect: deny, agent: It steers. }
      - name: rest # the last one
        when: "true"
        effect: allow
        agent: Fine.

  # on credits
  - key: credits
    tools: [credits.create]
    rules:
      - *trusted
      - { name: rest, when: 'true', effect: allow, agent: Fine. }
`;

describe('parsePolicyFile', () => {
  it('reads several policies, one alone, and JSON', () => {
    expect(parsePolicyFile(small)).toMatchObject({ problems: [], policies: [{ key: 'refunds' }, { key: 'credits' }] });
    expect(parsePolicyFile(small).policies[1]!.definition.rules[0]).toMatchObject({ name: 'trusted' });
    const one = { key: 'one', tools: ['a.b'], rules: [{ name: 'rest', when: 'true', effect: 'allow', agent: 'x' }] };
    expect(parsePolicyFile(JSON.stringify(one))).toMatchObject({ problems: [], policies: [{ key: 'one' }] });
  });

  const wrong: [string, string, number, number, RegExp][] = [
    ['what is not YAML', 'policies: [', 1, 12, /./],
    ['nothing', '', 1, 1, /no policy in this file/],
    ['no policies', 'policies: []', 1, 1, /no policies/],
    [
      'a word that no rule has',
      small.replace('effect: allow\n', 'effect: allow\n        aprovers: admin\n'),
      11,
      9,
      /“aprovers” is not a part of rules\[1\]/,
    ],
    [
      'a word that no policy has',
      small.replace('key: refunds', 'key: refunds\n    rule: 1'),
      5,
      5,
      /“rule” is not a part of a policy/,
    ],
    [
      'a wrong effect',
      small.replace('effect: allow\n', 'effect: alow\n'),
      10,
      17,
      /^rules\[1\]\.effect must be one of allow, deny, needs_approval\.$/,
    ],
    [
      'a rule without a word for the agent',
      small.replace('        agent: Fine.\n', ''),
      8,
      9,
      /^rules\[1\]\.agent is missing\.$/,
    ],
    [
      'two policies for one tool',
      small.replace('credits.create', 'refunds.create'),
      15,
      13,
      /ruled by “refunds” already/,
    ],
    ['two of one name', small.replace('key: credits', 'key: refunds'), 14, 10, /another policy “refunds”/],
    ['two rules of one name', small.replace('name: rest #', 'name: trusted #'), 8, 15, /another rule “trusted”/],
  ];
  it.each(wrong)('says where there is %s', (_, text, line, column, says) => {
    const { policies, problems } = parsePolicyFile(text);
    expect(policies).toEqual([]);
    expect(problems[0]!.says).toMatch(says);
    expect([problems[0]!.line, problems[0]!.column]).toEqual([line, column]);
  });

  it('knows where a part of an expression stands, however it is written', () => {
    const written = (when: string) =>
      `key: p\ntools: [a.b]\nrules:\n  - name: r\n    when: ${when}\n    effect: deny\n    agent: x\n`;
    const places: [string, number, number][] = [
      ['facts.a > facts.b', 5, 21],
      ["'facts.a > facts.b'", 5, 22],
      ['"facts.a > facts.b"', 5, 22],
      ['>-\n      facts.a\n      > facts.b', 7, 9],
      ['|-\n      facts.a\n      > facts.b', 7, 9],
    ];
    for (const [when, line, column] of places) {
      const { policies, placeOf } = parsePolicyFile(written(when));
      const at = policies[0]!.definition.rules[0]!.when.indexOf('facts.b');
      expect([when, placeOf(0, ['rules', 0, 'when'], at)]).toEqual([when, { line, column }]);
    }
  });

  it('never throws, and says something whenever there is no policy', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(`${small}- x`)), (text) => {
        const { policies, problems } = parsePolicyFile(text);
        expect(policies.length > 0 || problems.length > 0).toBe(true);
      }),
    );
  });
});

const text = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .filter((one) => !/[\ud800-\udfff]/.test(one.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')));
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const definition = fc
  .record({
    title: maybe(text),
    description: maybe(text),
    tools: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
    facts: fc.dictionary(
      fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,8}$/),
      fc.record({ tool: text, args: fc.dictionary(text, text), each: maybe(text) }),
    ),
    amount: maybe(text),
    caps: maybe(fc.record({ customerDayCents: maybe(fc.nat()), effect: fc.constantFrom('deny', 'needs_approval') })),
    rules: fc.uniqueArray(
      fc.record({
        name,
        title: maybe(text),
        when: text,
        effect: fc.constantFrom('allow', 'deny', 'needs_approval'),
        approvers: maybe(fc.constantFrom('agent', 'supervisor', 'admin')),
        approvals: maybe(fc.constantFrom(1, 2)),
        agent: text,
        check: maybe(text),
      }),
      { minLength: 1, maxLength: 4, selector: (rule) => rule.name },
    ),
    shows: fc.array(fc.record({ label: text, value: text }), { maxLength: 2 }),
  })
  .map((given) => policySchema.parse(JSON.parse(JSON.stringify(given))));
const bundle = fc
  .uniqueArray(fc.record({ key: name, definition }), { minLength: 1, maxLength: 3, selector: ({ key }) => key })
  .filter((all) => {
    const tools = all.flatMap((one) => one.definition.tools);
    return new Set(tools).size === tools.length;
  });

describe('writePolicyFile', () => {
  it.each(['yaml', 'json'] as const)('writes the seeded policies as %s that reads back as they are', (format) => {
    expect(parsePolicyFile(writePolicyFile(seeded, format))).toMatchObject({ policies: seeded, problems: [] });
  });

  it.each(['yaml', 'json'] as const)('and any others', (format) => {
    fc.assert(
      fc.property(bundle, (policies) => {
        const { policies: read, problems } = parsePolicyFile(writePolicyFile(policies, format));
        expect(problems).toEqual([]);
        expect(read).toEqual(policies);
      }),
      { numRuns: 150 },
    );
  });

  it('reads well: keys in their order, expressions unbroken', () => {
    const written = writePolicyFile(seeded, 'yaml');
    expect(written).toMatch(/^policies:\n {2}- key: refunds\n {4}tools:\n/);
    expect(written).toContain('when: action.args.amountCents + facts.shop.order.refundedCents > 50000 || action');
    expect(written).not.toMatch(/&a\d/);
  });

  it('keeps comments and anchors of what did not change', () => {
    const { policies } = parsePolicyFile(small);
    const changed = policies.map((one) =>
      one.key === 'credits' ? { ...one, definition: { ...one.definition, title: 'Credits' } } : one,
    );
    const written = writePolicyFile(changed, 'yaml', small);
    expect(parsePolicyFile(written).policies).toEqual(changed);
    for (const kept of ['# the head of the file', '# on refunds', '# the last one', '&trusted'])
      expect(written).toContain(kept);
    // The anchor goes with the policy that held it: everything is written anew rather than wrongly.
    const without = changed.slice(1);
    expect(parsePolicyFile(writePolicyFile(without, 'yaml', small)).policies).toEqual(without);
  });

  it('gives the file of another shop back as it is', () => {
    const file = readFileSync(new URL('../../bench/policies/tau2-retail.yaml', import.meta.url), 'utf8');
    const { policies } = parsePolicyFile(file);
    expect(parsePolicyFile(writePolicyFile(policies, 'yaml')).policies).toEqual(policies);
    expect(parsePolicyFile(writePolicyFile(policies, 'yaml', file)).policies).toEqual(policies);
  });
});

describe('parseCases', () => {
  it('names the lines that are no cases', () => {
    const lines = ['{"tool":"a.b"}', '', '{"tool":', '{"name":"n","args":{}}', '[]', '{"tool":"a.b","now":"soon"}'];
    expect(parseCases(lines.join('\r\n'))).toMatchObject([
      { line: 1, kind: 'case', value: { tool: 'a.b', args: {}, facts: {} } },
      { line: 3, kind: 'broken', json: false },
      { line: 4, kind: 'broken', json: true, name: 'n', tool: null, says: expect.stringContaining('tool') },
      { line: 5, kind: 'broken', json: true },
      { line: 6, kind: 'broken', json: true, tool: 'a.b', says: expect.stringContaining('now') },
    ]);
  });
});
