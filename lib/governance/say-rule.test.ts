import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policies as seeds } from '../../prisma/seed/policies';
import { checkExpression } from './evaluate-expression';
import { parsePolicyFile } from './parse-policy-file';
import { policySchema } from './policy.schema';
import { sayCondition, sayRule } from './say-rule';

const said: [string, string][] = [
  [
    'action.args.amountCents + facts.shop.order.refundedCents > 50000',
    'the amount plus what was refunded of the order is more than $500.00',
  ],
  ['!conversation.verified', 'the customer is not verified'],
  ['conversation.confirmed && conversation.trusted', 'the customer said yes and nothing tries to steer the assistant'],
  [
    '!(conversation.verified && conversation.confirmed)',
    'the customer is not verified or the customer has not said yes',
  ],
  ['!has(facts.shop.order)', 'there is no order'],
  ['has(facts.bill.invoice)', 'there is an invoice'],
  ['has(action.args.note)', 'the note is given'],
  [
    '!(facts.shop.order.status in ["delivered", "returned"])',
    'the status of the order is neither “delivered” nor “returned”',
  ],
  ['action.args.reason in ["a", "b", "c"]', 'the reason is “a”, “b” or “c”'],
  ['facts.shop.order.status != "shipped"', 'the status of the order is not “shipped”'],
  ['"shipped" == facts.shop.order.status', 'the status of the order is “shipped”'],
  ['daysBetween(facts.shop.order.deliveredAt, now) > 30', 'the order was delivered more than 30 days ago'],
  ['hoursBetween(facts.order.placed_at, now) <= 1', 'the order was placed at most 1 hour ago'],
  ['daysBetween(now, action.args.date + "T00:00:00Z") > 14', 'the date is more than 14 days ahead'],
  ['daysBetween(facts.a.from, facts.a.to) == 2', 'from the from of the a to the to of the a it is exactly 2 days'],
  ['!(action.args.amountCents > 0)', 'the amount is not more than $0.00'],
  [
    'action.args.amountCents > facts.shop.order.refundableCents',
    'the amount is more than what is still refundable of the order',
  ],
  [
    'action.args.amountCents > (customer.tier == "Summit" ? 75000 : 50000)',
    'the amount is more than ($750.00 if the customer’s tier is “Summit”, otherwise $500.00)',
  ],
  [
    'customer.tier == "Summit" ? ledger.today > 5 : ledger.today > 2',
    'if the customer’s tier is “Summit” then this was done more than 5 times today, otherwise this was done more than 2 times today',
  ],
  ['ledger.today >= 3', 'this was done at least 3 times today'],
  ['ledger.used("accounts.change_email") > 0', '“Change email” was used at least once today'],
  ['ledger.spentCents("refunds.create") > 100', 'what “Refund” came to today is more than $1.00'],
  ['ledger.assistantHourCents > 800000', 'what the assistant gave in the last hour is more than $8,000.00'],
  ['!facts.account.known', 'the account is not known'],
  ['facts.account.twoFactor', 'the account has two factor'],
  ['facts.account.closedAt == null', 'when the account was closed is not there'],
  [
    'action.args.item_ids.all(id, id in facts.order.items)',
    'for every id of the items, the id is among the items of the order',
  ],
  ['!action.args.item_ids.all(id, id != "x")', 'for some id of the items, the id is “x”'],
  [
    '!facts.order.items.exists(line, line.price > 5)',
    'for no line of the items of the order, the price of the line is more than 5',
  ],
  ['size(action.args.item_ids) == 0', 'the items are empty'],
  ['size(action.args.item_ids) > 3', 'the number of the items is more than 3'],
  ['type(action.args.item_ids) != list', 'the items are not a list'],
  ['action.args.city.trim() == ""', 'the city is empty'],
  ['action.args.email.endsWith("@shop.example")', 'the email ends with “@shop.example”'],
  ['count(action.args.item_ids, "x") >= 2', '“x” is at least 2 times in the items'],
  [
    'cents(facts.card.balance) < cents(facts.order.total) * 2',
    'the balance of the card is less than the total of the order times 2',
  ],
  [
    'facts.order.payments[0].method != action.args.method',
    'the method of the first of the payments of the order is not the method',
  ],
  [
    'facts.user.cards[action.args.card].source == "gift"',
    'the source of the one at the card in the cards of the user is “gift”',
  ],
  ['facts.order.user_id != customer.id', 'the user of the order is not the customer'],
  ['a && (b || c)', 'a is so and (b is so or c is so)'],
  ['a || b || c', 'a is so, b is so or c is so'],
  ['true', 'always'],
  ['false', 'never'],
  ['a ==', 'a =='],
];

describe('sayCondition', () => {
  it.each(said)('%s', (expression, words) => {
    expect(sayCondition(expression)).toBe(words);
  });

  const file = readFileSync(new URL('../../bench/policies/tau2-retail.yaml', import.meta.url), 'utf8');
  const all = [
    ...seeds.map(({ definition }) => policySchema.parse(definition)),
    ...parsePolicyFile(file).policies.map((one) => one.definition),
  ];
  it('says every rule there is without a word of the language', () => {
    for (const { rules } of all)
      for (const rule of rules) {
        const words = sayRule({ ...rule, title: undefined });
        expect(words).toMatch(/^(Allowed|Denied|Asks)[ ,].+\.$/);
        expect(words).not.toMatch(/&&|\|\||==|!=|facts\.|action\.|undefined|\[object|\( | {2}/);
      }
  });

  const term = fc.constantFrom(
    'a',
    'facts.x.y_id',
    'action.args.itemIds',
    'now',
    'ledger.today',
    '1',
    '-2.5',
    '"t"',
    'null',
    'true',
    '[1, "a"]',
    '{"k": 1}',
    'b"x"',
    'facts.x[0].fooCents',
    'x["weird key"]',
    '""',
  );
  const expression = fc.letrec<{ e: string }>((tie) => ({
    e: fc.oneof(
      { depthSize: 'small' },
      term,
      fc
        .tuple(tie('e'), fc.constantFrom(...'&& || == != < <= > >= in + - * / %'.split(' ')), tie('e'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
      tie('e').map((a) => `!(${a})`),
      tie('e').map((a) => `-(${a})`),
      fc.tuple(tie('e'), tie('e'), tie('e')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc
        .tuple(fc.constantFrom('all', 'exists', 'exists_one', 'filter', 'map'), tie('e'), tie('e'))
        .map(([m, a, b]) => `(${a}).${m}(v, ${b})`),
      fc.tuple(tie('e'), tie('e'), tie('e')).map(([a, b, c]) => `(${a}).map(v, ${b}, ${c})`),
      fc
        .tuple(
          fc.constantFrom('size', 'sum', 'cents', 'money', 'daysBetween', 'count', 'type', 'foo', 'dyn'),
          fc.array(tie('e'), { maxLength: 2 }),
        )
        .map(([f, args]) => `${f}(${args.join(', ')})`),
      fc
        .tuple(tie('e'), fc.constantFrom('startsWith', 'trim', 'used', 'bar'), fc.array(tie('e'), { maxLength: 1 }))
        .map(([a, m, args]) => `(${a}).${m}(${args.join(', ')})`),
      tie('e').map((a) => `(${a}).field`),
      fc.tuple(tie('e'), tie('e')).map(([a, b]) => `(${a})[${b}]`),
      tie('e').map((a) => `has((${a}).field)`),
      fc.tuple(tie('e'), tie('e')).map(([a, b]) => `cel.bind(v, ${a}, ${b})`),
    ),
  })).e;

  it('never throws and is never empty, whatever parses', () => {
    let parsed = 0;
    fc.assert(
      fc.property(expression, (one) => {
        if (checkExpression(one) === null) parsed++;
        const words = sayCondition(one);
        expect(words.trim()).not.toBe('');
        expect(words).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 1_000 },
    );
    expect(parsed).toBeGreaterThan(500);
  }, 20_000);

  it('says something of any text at all', () => {
    fc.assert(
      fc.property(fc.string(), (one) => {
        expect(sayCondition(one)).not.toBe('');
      }),
    );
  });
});

describe('sayRule', () => {
  const rule = { name: 'x', agent: 'x', when: 'ledger.today > 2' } as const;
  it('says what it does, whom it asks, and when', () => {
    expect(sayRule({ ...rule, effect: 'deny' })).toBe('Denied if this was done more than 2 times today.');
    expect(sayRule({ ...rule, effect: 'needs_approval', approvers: 'admin' })).toBe(
      'Asks an admin if this was done more than 2 times today.',
    );
    expect(sayRule({ ...rule, effect: 'needs_approval', approvals: 2 })).toBe(
      'Asks two people who are supervisor or above if this was done more than 2 times today.',
    );
    expect(sayRule({ ...rule, when: 'true', effect: 'allow' })).toBe('Allowed, always.');
    expect(sayRule({ ...rule, effect: 'deny', title: 'Not a third time.' })).toBe('Not a third time.');
  });
});
