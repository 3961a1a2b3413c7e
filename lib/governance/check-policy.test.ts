import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policies as seeds } from '../../prisma/seed/policies';
import { checkPolicy, type KnownTool } from './check-policy';
import { decideAction } from './decide-action';
import { parsePolicyFile } from './parse-policy-file';
import { emptyLedger, policySchema } from './policy.schema';

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const tools = new Map<string, KnownTool>([
  [
    'refunds.create',
    {
      write: true,
      args: object({
        customer: { type: 'string' },
        order: { type: 'string' },
        amountCents: { type: 'integer' },
        items: { type: 'array', items: { type: 'string' } },
        note: { type: ['string', 'null'] },
      }),
    },
  ],
  ['credits.create', { write: true, args: object({ amountCents: { type: 'string' }, why: { type: 'string' } }) }],
  [
    'orders.get',
    {
      write: false,
      args: object({ customer: { type: 'string' }, order: { type: 'string' } }, { required: ['customer', 'order'] }),
      answer: object(
        { order: object({ number: { type: 'string' }, cents: { type: 'integer' }, price: { type: 'number' } }) },
        { additionalProperties: false },
      ),
    },
  ],
]);
const order = { tool: 'orders.get', args: { order: 'action.args.order' } };
const allow = { name: 'rest', when: 'true', effect: 'allow', agent: 'Fine.' };
const rule = (when: string, more: object = {}) => ({ name: 'one', when, effect: 'deny', agent: 'No.', ...more });
const policy = (rules: object[], more: object = {}) =>
  policySchema.parse({ tools: ['refunds.create'], facts: { shop: order }, rules: [...rules, allow], ...more });
const said = (rules: object[], more: object = {}, known = tools) =>
  checkPolicy(policy(rules, more), known)
    .filter(({ where }) => where !== 'facts.shop')
    .map(({ severity, where, at, says }) => `${severity} ${where}${at === null ? '' : `@${at}`}: ${says}`);

describe('checkPolicy', () => {
  it('has nothing against the policies there are', () => {
    const file = readFileSync(new URL('../../bench/policies/tau2-retail.yaml', import.meta.url), 'utf8');
    const all = [
      ...parsePolicyFile(file).policies,
      ...seeds.map(({ key, definition }) => ({ key, definition: policySchema.parse(definition) })),
    ];
    expect(all.flatMap(({ key, definition }) => checkPolicy(definition).map((finding) => ({ key, finding })))).toEqual(
      [],
    );
  });

  const rows: [string, string, string[]][] = [
    ['what is right', 'action.args.amountCents > facts.shop.order.cents', []],
    ['what cannot be known', 'action.args.note == 1 && facts.shop.order.price > 1.5', []],
    ['a condition that ends too early', 'facts.shop.order.cents >', ['error rules[0].when@24: It ends too early.']],
    [
      'two words that do not belong together',
      'now now',
      ['error rules[0].when@4: It cannot be read from character 5 on.'],
    ],
    [
      'a text without an end',
      'now == "x',
      ['error rules[0].when@7: The text that begins at character 8 does not end.'],
    ],
    [
      'a name that there is not',
      'fact.shop == 1',
      ['error rules[0].when@0: Nothing is called “fact”. Did you mean “facts”?'],
    ],
    [
      'a fact that there is not',
      'facts.order.cents > 1',
      ['error rules[0].when@6: facts has no “order”. There is shop.'],
    ],
    [
      'an argument that there is not',
      'action.args.amountCent > 1',
      ['error rules[0].when@12: action.args has no “amountCent”. Did you mean “amountCents”?'],
    ],
    [
      'a field of a fact that there is not',
      'has(facts.shop.order.cent)',
      ['hint rules[0].when@21: facts.shop.order has no “cent”. Did you mean “cents”?'],
    ],
    [
      'a field of a text',
      'facts.shop.order.number.size > 1',
      ['error rules[0].when@24: facts.shop.order.number has nothing inside that could be called “size”.'],
    ],
    [
      'a field of the ledger that there is not',
      'ledger.todaysCents > 1',
      ['error rules[0].when@7: ledger has no “todaysCents”. Did you mean “todayCents”?'],
    ],
    ['a name that a macro brings', 'action.args.items.all(item, item != "x")', []],
    [
      'a name that a macro brought elsewhere',
      'action.args.items.all(item, item != "x") && item == "x"',
      [
        'error rules[0].when@44: Nothing is called “item”. There are action, facts, customer, conversation, ledger, and now.',
      ],
    ],
    [
      'a text against a number',
      'action.args.order > 5',
      ['error rules[0].when@0: A text and a whole number do not go together with “>”.'],
    ],
    [
      'elements of the wrong kind',
      'action.args.items.all(item, item > 5)',
      ['error rules[0].when@28: A text and a whole number do not go together with “>”.'],
    ],
    ['a function that there is not', 'monny(1) == "x"', ['error rules[0].when@0: There is no function monny(int).']],
    [
      'how often a tool was used, by number',
      'ledger.used(5) > 1',
      ['error rules[0].when@0: There is no function Ledger.used(int).'],
    ],
    [
      'no condition',
      'action.args.amountCents',
      ['error rules[0].when@0: This is not a condition: it is neither true nor false.'],
    ],
    ['not a number', '!action.args.amountCents', ['error rules[0].when@0: “!” does not go before a whole number.']],
    [
      'a contradiction',
      'action.args.amountCents > 5 && action.args.amountCents < 3',
      ['error rules[0].when: This can never be true: the parts contradict each other.'],
    ],
    ['a condition that is off', 'false', ['hint rules[0].when: This rule is switched off.']],
  ];
  it.each(rows)('sees %s', (_, when, expected) => {
    expect(said([rule(when)])).toEqual(expected);
  });

  const whole: [string, string[], object[], object?][] = [
    [
      'a name twice',
      ['error rules[1].name: There is another rule “one” above.'],
      [rule('ledger.today > 2'), rule('ledger.today < 1')],
    ],
    [
      'an approver of what needs none',
      ['hint rules[0]: Only a rule that needs approval has approvers.'],
      [rule('ledger.today > 2', { approvers: 'admin' })],
    ],
    [
      'a template',
      ['error rules[0].agent@10: ledger has no “tody”. Did you mean “today”?'],
      [rule('ledger.today > 2', { agent: '{{ ledger.tody }}' })],
    ],
    [
      'what is shown',
      [
        'error shows[0].value@0: Nothing is called “x”. There are action, facts, customer, conversation, ledger, and now.',
      ],
      [],
      { shows: [{ label: 'X', value: 'x' }] },
    ],
    ['an amount that is none', ['error amount@0: This is not a number.'], [], { amount: 'now' }],
    [
      'caps without an amount',
      ['error caps: Caps need an “amount”: without one every action is over them.'],
      [],
      { caps: { customerDayCents: 1 } },
    ],
    ['a tool that there is not', ['error tools[0]: There is no tool refund.'], [], { tools: ['refund'] }],
    [
      'a tool that only reads',
      ['hint tools[0]: orders.get only reads: nothing is decided about it.'],
      [],
      { tools: ['orders.get'] },
    ],
    [
      'facts that cannot be had',
      [
        'error facts.shop.tool: There is no tool orders.read.',
        'error facts.more.tool: refunds.create changes something: facts are only read.',
        'error facts.last.args.number: orders.get takes no “number”.',
        'error facts.last: orders.get needs “order”.',
      ],
      [rule('facts.shop == facts.more || facts.last == 1')],
      {
        facts: {
          shop: { tool: 'orders.read' },
          more: { tool: 'refunds.create' },
          last: { tool: 'orders.get', args: { number: 'action.args.order' } },
        },
      },
    ],
    [
      'a fact that builds on one below it, or on no list',
      ['error facts.one.args.order@6: facts has no “two”.', 'error facts.two.each@0: This is not a list.'],
      [rule('facts.one == 1 || facts.two == 2')],
      {
        facts: {
          one: { tool: 'orders.get', args: { order: 'facts.two' } },
          two: { tool: 'orders.get', each: 'action.args.order', args: { order: 'item' } },
        },
      },
    ],
    [
      'a fact that is not used',
      ['hint facts.more: No rule speaks of the fact “more”.'],
      [],
      { facts: { shop: order, more: order } },
    ],
    [
      'an argument of several kinds, of which nothing is known',
      [],
      [rule('action.args.amountCents > 5 || action.args.why == "x"')],
      { tools: ['refunds.create', 'credits.create'] },
    ],
    [
      'an allow that a deny always goes before',
      ['error rules[1].when: This can never decide: “one” denies on the same condition.'],
      [rule('true')],
    ],
    [
      'allow and deny on one condition',
      ['error rules[1].when: This can never decide: “one” denies on the same condition.'],
      [rule('ledger.today > 2'), rule('ledger.today > 2', { name: 'two', effect: 'allow' })],
    ],
    [
      'one that another covers',
      ['hint rules[1].when: This never decides: “one” denies whenever this holds, and comes first.'],
      [rule('ledger.today > 2'), rule('ledger.today > 5 && now == "x"', { name: 'two' })],
    ],
    [
      'the same twice',
      ['hint rules[1].when: This never decides: “one” says the same, and comes first.'],
      [rule('ledger.today > 2'), rule('ledger.today > 2', { name: 'two' })],
    ],
    [
      'an ask that one who ranks higher covers, though below',
      ['hint rules[0].when: This never decides: “two” asks whenever this holds, and comes first.'],
      [
        rule('ledger.today > 5', { effect: 'needs_approval' }),
        rule('ledger.today > 2', { name: 'two', effect: 'needs_approval', approvers: 'admin' }),
      ],
    ],
    ['an ask before an allow, which an approval passes', [], [rule('true', { effect: 'needs_approval' })]],
    [
      'nothing that allows after an approval',
      [
        'error rules: No rule allows refunds.create, so it is denied even when it was approved. Add a rule that allows, such as “true” at the end.',
        'hint rules[1].when: This rule is switched off.',
      ],
      [rule('true', { effect: 'needs_approval' }), rule('false', { name: 'two', effect: 'allow' })],
      { rules: undefined },
    ],
    [
      'a tool that nothing allows',
      ['hint rules: No rule allows credits.create: it is always denied.'],
      [rule('action.tool == "refunds.create"', { effect: 'allow' })],
      { tools: ['refunds.create', 'credits.create'], rules: undefined },
    ],
  ];
  it.each(whole)('sees %s', (_, expected, rules, more) => {
    const given = more && 'rules' in more ? { ...more, rules } : more;
    expect(said(rules, given).filter((one) => !one.includes('fact “shop”'))).toEqual(expected);
  });

  const numberTerm = fc.constantFrom('action.args.a', 'action.args.b');
  const atom = fc.oneof(
    fc
      .tuple(numberTerm, fc.constantFrom('<', '<=', '>', '>=', '==', '!='), fc.integer({ min: 0, max: 4 }))
      .map((parts) => parts.join(' ')),
    fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom('<', '<=', '>', '>='), numberTerm)
      .map((parts) => parts.join(' ')),
    fc
      .tuple(numberTerm, fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }))
      .map(([term, list]) => `${term} in [${list.join(', ')}]`),
    fc.constantFrom(
      'action.args.f',
      'action.args.s == "x"',
      'action.args.s != "x"',
      '"y" == action.args.s',
      'true',
      'action.args.s in ["x", "y"]',
      'has(action.args.a)',
    ),
  );
  const condition = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      atom,
      tie('condition').map((one) => `!(${one})`),
      fc
        .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    ),
  })).condition;
  const drawn = fc.array(
    fc.record({
      when: condition,
      effect: fc.constantFrom('deny', 'allow', 'needs_approval'),
      approvers: fc.constantFrom('agent', 'admin'),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const halves = [-1, 0, 0.5, 1, 2, 3, 3.5, 4, 5, undefined];
  const grid = halves.flatMap((a) =>
    halves.flatMap((b) => [true, false].flatMap((f) => ['x', 'y', undefined].map((s) => ({ a, b, f, s })))),
  );

  it('never says of a rule that it cannot decide when there is a case that it decides', () => {
    let found = 0;
    fc.assert(
      fc.property(drawn, fc.subarray(grid, { minLength: 25, maxLength: 25 }), (rules, cases) => {
        const definition = policySchema.parse({
          tools: ['t'],
          rules: rules.map((one, at) => ({ ...one, name: `r${at}`, agent: 'x' })),
        });
        const never = checkPolicy(definition).flatMap(({ rule: name, says }) =>
          name && /never/.test(says) ? [name] : [],
        );
        found += never.length;
        if (never.length === 0) return;
        for (const args of cases) {
          for (const approvedBy of [null, 'sam']) {
            const decision = decideAction(
              { key: 'p', version: 1, definition },
              {
                action: {
                  tool: 't',
                  args: Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)),
                },
                facts: {},
                customer: { tier: null },
                conversation: { verified: true, confirmed: true, trusted: true, approvedBy },
                ledger: emptyLedger,
                now: '2026-11-21T12:00:00Z',
              },
            );
            // A rule that could not be checked holds for that, not by its condition.
            if (!decision.agent.includes('could not be checked')) expect(never).not.toContain(decision.rule);
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(found).toBeGreaterThan(10);
  }, 30_000);
});
