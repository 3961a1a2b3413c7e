import type { ASTNode } from '@marcbachmann/cel-js';
import { formatMoney } from '../../format/format-money';
import { isMoneyName } from './say-terms';

export const verbs = {
  '>': ['is more than', 'is not more than'],
  '>=': ['is at least', 'is less than'],
  '<': ['is less than', 'is at least'],
  '<=': ['is at most', 'is more than'],
} as const;

export const kinds: Record<string, string> = {
  string: 'a text',
  int: 'a whole number',
  double: 'a number with a fraction',
  bool: 'yes or no',
  list: 'a list',
  map: 'a record',
  null_type: 'nothing',
};

export const texts: Record<string, [is: string, isNot: string]> = {
  startsWith: ['starts with', 'does not start with'],
  endsWith: ['ends with', 'does not end with'],
  contains: ['contains', 'does not contain'],
  matches: ['has the form', 'does not have the form'],
};

export const arithmetic: Record<string, string> = {
  '+': 'plus',
  '-': 'less',
  '*': 'times',
  '/': 'divided by',
  '%': 'modulo',
};

export const places = ['first', 'second', 'third', 'fourth', 'fifth'];

export const calls: Record<string, (said: string) => string> = {
  size: (said) => `the number of ${said}`,
  sum: (said) => `the sum of ${said}`,
  distinct: (said) => `the different ones of ${said}`,
  indexes: (said) => `the places of ${said}`,
  day: (said) => `the day of ${said}`,
  weekday: (said) => `the weekday of ${said}`,
  type: (said) => `the kind of ${said}`,
  joined: (said) => said,
  lower: (said) => said,
  money: (said) => said,
  string: (said) => said,
  cents: (said) => said,
  int: (said) => said,
  double: (said) => said,
  dyn: (said) => said,
};

/** Whether a value is money in cents, so that a number beside it is. */
export function isMoney(node: ASTNode): boolean {
  if (isMoneyName(node)) return true;
  switch (node.op) {
    case '+':
    case '-':
      return node.args.some(isMoney);
    case '*':
    case '/':
    case '%':
      return isMoney(node.args[0]);
    case '?:':
      return isMoney(node.args[1]) || isMoney(node.args[2]);
    case '-_':
      return isMoney(node.args);
    case 'call':
      return node.args[0] === 'cents' || (node.args[0] === 'sum' && node.args[1].some(isMoney));
    case 'rcall':
      if (node.args[0] === 'spentCents') return true;
      return node.args[0] === 'map' && isMoney(node.args[2].at(-1)!);
    default:
      return false;
  }
}

export function constant(value: unknown, cents: boolean): string {
  if (typeof value === 'string') return `“${value}”`;
  if (value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const number = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : null;
  if (number === null || !Number.isFinite(number)) return String(value);
  return cents ? formatMoney(number) : new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 }).format(number);
}
