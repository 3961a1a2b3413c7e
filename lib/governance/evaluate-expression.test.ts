import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkExpression,
  evaluateExpression,
  holds,
  readyScope,
  renderTemplate,
  renderWhatCanBe,
} from './evaluate-expression';

describe('evaluateExpression', () => {
  const order = {
    number: 'NL-48213',
    totalCents: 8900,
    deliveredAt: '2026-11-01T10:00:00.000Z',
    items: ['Tent', 'Mat'],
  };
  const rows: [string, Record<string, unknown>, unknown][] = [
    ['amount > 50000', { amount: 50_001 }, true],
    ['amount > 50000', { amount: 50_000 }, false],
    ['amount == 50000', { amount: 50_000 }, true],
    // A fraction of a cent is a double, and compares with an int all the same.
    ['amount > 50000', { amount: 50_000.5 }, true],
    ['amount > 50000', { amount: Number.NaN }, false],
    ['!(amount > 0)', { amount: Number.NaN }, true],
    ['a + b', { a: 2, b: 3 }, 5],
    ['has(order.shipment)', { order }, false],
    ['has(order.number)', { order }, true],
    ['order.items.map(i, i + "!")', { order }, ['Tent!', 'Mat!']],
    ['money(order.totalCents)', { order }, '$89.00'],
    ['day(order.deliveredAt)', { order }, 'November 1'],
    ['weekday(order.deliveredAt)', { order }, 'Sunday, November 1'],
    ['joined(order.items)', { order }, 'Tent and Mat'],
    ['lower("ABC")', {}, 'abc'],
    ['hoursBetween("2026-11-20T10:30:00Z", now)', { now: '2026-11-21T10:00:00Z' }, 23],
    ['cents(price)', { price: 47.84 }, 4784],
    ['cents(price)', { price: 1.005 }, 101],
    ['cents(price)', { price: 52 }, 5200],
    ['cents(a) - cents(b)', { a: 52, b: 51.99 }, 1],
    ['sum(xs)', { xs: [1, 2, 3] }, 6],
    ['sum(xs)', { xs: [1, 2.5] }, 3.5],
    ['sum(xs)', { xs: [] }, 0],
    ['count(xs, "a")', { xs: ['a', 'b', 'a', 1] }, 2],
    ['count(xs, 1)', { xs: [1, '1', true, 1.5] }, 1],
    ['distinct(xs)', { xs: ['b', 'a', 'b', 'a'] }, ['b', 'a']],
    ['indexes(xs)', { xs: ['x', 'y'] }, [0, 1]],
    ['indexes(one).all(i, one[i] < two[i])', { one: [1, 2], two: [2, 3] }, true],
    ['found ? dyn(name) : dyn(null)', { found: false, name: 'x' }, null],
    ['now', { now: new Date('2026-11-21T00:00:00Z') }, '2026-11-21T00:00:00.000Z'],
    ['nothing == null', { nothing: undefined }, true],
  ];
  it.each(rows)('%s of %j is %j', (expression, scope, expected) => {
    expect(evaluateExpression(expression, scope)).toEqual(expected);
  });

  const broken: [string, Record<string, unknown>, RegExp][] = [
    ['order.total', { order }, /total/],
    ['orders.number', { order }, /orders/],
    ['daysBetween(order.number, now)', { order, now: '2026-11-21' }, /not a date/],
    ['1 +', {}, /./],
    ['sum(order.items)', { order }, /only numbers/],
    ['sum(order)', { order }, /not a list/],
    ['cents("12")', {}, /amount of money/],
    ['cents(x)', { x: Number.POSITIVE_INFINITY }, /amount of money/],
    ['order.used("tool")', { order }, /ledger was not read/],
    ['order.__proto__.polluted', { order }, /./],
    ['order.constructor', { order }, /./],
  ];
  it.each(broken)('%s throws', (expression, scope, message) => {
    expect(() => evaluateExpression(expression, scope)).toThrow(message);
  });

  it('counts whole days, rounded down, either way', () => {
    const day = 86_400_000;
    const from = Date.parse('2026-03-01T00:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: -400 * day, max: 400 * day }), (ms) => {
        const scope = { from: new Date(from).toISOString(), to: new Date(from + ms).toISOString() };
        expect(evaluateExpression('daysBetween(from, to)', scope)).toBe(Math.floor(ms / day));
      }),
    );
  });

  it('gives JSON back as it was put in', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('-0'));
    fc.assert(
      fc.property(json, (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(evaluateExpression('value', { value: plain })).toEqual(plain);
      }),
    );
  });
});

describe('holds', () => {
  it.each([
    ['1 == 1', true],
    ['1', false],
    ['"true"', false],
    ['null', false],
  ] as const)('%s is %s', (text, expected) => {
    expect(holds(text, {})).toBe(expected);
  });
});

describe('renderTemplate', () => {
  it('fills every place and leaves the rest', () => {
    const scope = { slots: { order: 'NL-1' }, cents: 8900 };
    expect(renderTemplate('{{ slots.order }}: {{money(cents)}}, again {{ slots.order }} {x}', scope)).toBe(
      'NL-1: $89.00, again NL-1 {x}',
    );
  });

  it('writes nothing for null, and throws for what is not there', () => {
    expect(renderTemplate('a{{ x }}b', { x: null })).toBe('ab');
    expect(() => renderTemplate('{{ slots.order }}', { slots: {} })).toThrow(/order/);
  });

  it('never evaluates what a value brings along', () => {
    expect(renderTemplate('{{ said }}', { said: '{{ secret }} $1 $&', secret: 'no' })).toBe('{{ secret }} $1 $&');
  });
});

describe('renderWhatCanBe', () => {
  it('leaves out what cannot be said', () => {
    expect(renderWhatCanBe('{{ a }} of {{ b.c }} and {{ d( }}', readyScope({ a: 1 }))).toBe('1 of … and …');
  });
});

describe('checkExpression', () => {
  it('is null for what parses and says what is wrong otherwise', () => {
    expect(checkExpression('a.b > 1 && has(c.d)')).toBeNull();
    expect(checkExpression('a.b >')).toMatch(/./);
  });
});
