import { describe, expect, it } from 'vitest';
import { fillVariables, findOrderNumber, type VariableValues } from './fill-variables';

const values: VariableValues = {
  'customer.first_name': 'Maya',
  'customer.name': 'Maya Lindqvist',
  'agent.first_name': 'Nora',
  'agent.name': 'Nora Feld',
  'conversation.number': '42',
  'order.number': null,
  'workspace.name': 'Northline',
};

describe('fillVariables', () => {
  it.each([
    ['Hi {{customer.first_name}},', 'Hi Maya,', [], []],
    ['{{ customer.name }} / {{agent.first_name}}', 'Maya Lindqvist / Nora', [], []],
    ['Order {{order.number}}', 'Order {{order.number}}', [], ['order.number']],
    ['{{nothing.like_this}}', '{{nothing.like_this}}', ['nothing.like_this'], []],
    ['{{__proto__}} {{constructor}}', '{{__proto__}} {{constructor}}', ['__proto__', 'constructor'], []],
  ])('%s', (text, filled, unknown, missing) => {
    expect(fillVariables(text, values)).toEqual({ text: filled, unknown, missing });
  });

  it('does not fill what a value brings along', () => {
    const nasty = { ...values, 'customer.name': '{{agent.name}} $&' };
    expect(fillVariables('{{customer.name}}', nasty).text).toBe('{{agent.name}} $&');
  });
});

it('finds the order that was named last', () => {
  expect(findOrderNumber(['NL-48213 came', 'and NL-40001? no, NL-40002'])).toBe('NL-40002');
  expect(findOrderNumber(['nothing'])).toBeNull();
});
