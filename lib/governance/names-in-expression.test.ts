import { describe, expect, it } from 'vitest';
import { findSyntaxError, namesInExpression } from './names-in-expression';

const said = (expression: string) =>
  namesInExpression(expression).names.map(
    ({ name, fields, asked }) => `${[name, ...fields].join('.')}${asked ? '?' : ''}`,
  );

describe('namesInExpression', () => {
  it.each([
    ['1 + 2', []],
    ['shop.order.status == "x"', ['shop.order.status']],
    ['joined(shop.lines.map(l, l.name + slots.x))', ['shop.lines', 'slots.x']],
    ['size(mine.orders.filter(o, o.status in ["a", b])) == 1', ['mine.orders', 'b']],
    ['has(slots.order) ? slots.order : other.orders[0].number', ['slots.order?', 'slots.order', 'other.orders']],
    ['{"a": b}.a.exists(z, z == c)', ['b', 'c']],
    ['cel.bind(x, y, x + x)', ['cel', 'y']],
    ['-a || !b', ['a', 'b']],
    ['dyn(null)', []],
  ])('%s', (expression, names) => {
    expect(said(expression)).toEqual(names);
  });

  it('says what is called, and where', () => {
    expect(namesInExpression('money(a.b) + c.d.lowerAscii()').functions).toEqual([
      { name: 'money', at: 0 },
      { name: 'lowerAscii', at: 13 },
    ]);
  });

  it('says where it cannot be read', () => {
    expect(findSyntaxError('a == ')).toMatchObject({ at: 5 });
    expect(findSyntaxError('a == 1')).toBeNull();
  });
});
