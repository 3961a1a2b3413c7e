import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownTool } from './check-policy';
import { completePolicy } from './complete-policy';
import { policySchema } from './policy.schema';

const object = (properties: object) => ({ type: 'object', properties });
const line = object({ name: { type: 'string' }, priceCents: { type: 'integer' } });
const tools = new Map<string, KnownTool>([
  [
    'refunds.create',
    {
      write: true,
      args: object({
        order: { type: 'string', description: 'The order to refund' },
        amountCents: { type: 'integer' },
        reason: { type: 'string', enum: ['broken', 'late'] },
        items: { type: 'array', items: { type: 'string' } },
      }),
    },
  ],
  ['credits.create', { write: true }],
  [
    'orders.get',
    {
      write: false,
      answer: object({
        order: object({
          status: { type: 'string', enum: ['shipped', 'delivered'] },
          lines: { type: 'array', items: line },
        }),
      }),
    },
  ],
]);
const definition = policySchema.parse({
  tools: ['refunds.create'],
  facts: { shop: { tool: 'orders.get' }, other: { tool: 'no.such' } },
  rules: [{ name: 'rest', when: 'true', effect: 'allow', agent: 'x' }],
});
/** The cursor is at `|`. */
const at = (text: string, known = tools) => {
  const offset = text.indexOf('|');
  const { from, options } = completePolicy(text.replace('|', ''), offset, definition, known);
  return { word: text.slice(from, offset), labels: options.map(({ label }) => label), options };
};

describe('completePolicy', () => {
  const rows: [string, string, string[]][] = [
    ['con|', 'con', ['conversation']],
    ['conversation.|', '', ['verified', 'confirmed', 'trusted', 'approvedBy', 'approvals']],
    ['conversation.ver| && true', 'ver', ['verified']],
    ['action.args.|', '', ['order', 'amountCents', 'reason', 'items']],
    ['action.args.amount|', 'amount', ['amountCents']],
    ['facts.|', '', ['shop', 'other']],
    ['!has(facts.shop.|', '', ['order']],
    ['facts["shop"].order.st|', 'st', ['status']],
    ['facts.shop.order.lines[0].|', '', ['name', 'priceCents']],
    ['facts.shop.order.lines.exists(l, l.pri|', 'pri', ['priceCents']],
    ['facts.shop.order.lines.exists(li|', 'li', []],
    ['facts.shop.order.lines.exists(each, ea|', 'ea', ['each']],
    ['facts.shop.order.lines.exists(each, true) && ea|', 'ea', []],
    ['facts.shop.order.lines.m|', 'm', ['map']],
    ['action.args.order.starts|', 'starts', ['startsWith']],
    ['ledger.|', '', ['today', 'todayCents', 'tools', 'customerDayCents', 'assistantHourCents', 'used', 'spentCents']],
    ['ledger.used(|', '', ['"refunds.create"', '"credits.create"']],
    ['ledger.used("cre|', 'cre', ['credits.create']],
    ['action.tool == "|', '', ['refunds.create']],
    ['action.args.reason == "l|', 'l', ['late']],
    ['action.args.reason in ["late", "|', '', ['broken', 'late']],
    ['facts.shop.order.status != "d|', 'd', ['delivered']],
    ['facts.shop.order.lines.exists(l, l.name == "|', '', []],
    ['days|', 'days', ['daysBetween']],
    ['1.|', '', []],
    [
      'nothing.|',
      '',
      ['all', 'exists', 'filter', 'map', 'startsWith', 'endsWith', 'contains', 'matches', 'trim', 'size'],
    ],
  ];
  it.each(rows)('%s', (text, word, labels) => {
    const found = at(text);
    expect([found.word, labels.length > 0 ? found.labels.slice(0, labels.length) : found.labels]).toEqual([
      word,
      labels,
    ]);
  });

  it('says what things are', () => {
    expect(at('action.args.or|').options).toEqual([{ label: 'order', kind: 'field', detail: 'The order to refund' }]);
    expect(at('hours|').options).toEqual([
      { label: 'hoursBetween', kind: 'function', detail: 'whole hours from one date to another' },
    ]);
  });

  it('begins with the names and offers functions after them', () => {
    const { labels } = at('|');
    expect(labels.slice(0, 6)).toEqual(['action', 'facts', 'customer', 'conversation', 'ledger', 'now']);
    expect(labels).toContain('daysBetween');
  });

  it('knows nothing of tools that are not known, and says so by saying less', () => {
    expect(at('action.args.|', new Map()).labels).not.toContain('order');
    expect(at('facts.|', new Map()).labels).toEqual(['shop', 'other']);
  });

  it('never throws, wherever the cursor is in whatever text', () => {
    const bits = fc.constantFrom(
      'facts',
      '.',
      'shop',
      '(',
      ')',
      '"',
      "'",
      '[',
      ']',
      ' ',
      '==',
      'in',
      'exists',
      'l',
      ',',
      '1',
      '\\',
      'ledger.used(',
      'ü',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 20 }), fc.nat(60), (parts, offset) => {
        const text = parts.join('');
        const { from, options } = completePolicy(text, Math.min(offset, text.length), definition, tools);
        expect(from).toBeLessThanOrEqual(text.length);
        for (const one of options) expect(one.label).not.toBe('');
      }),
    );
  });
});
