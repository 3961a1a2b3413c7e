import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterValues, parseQuery, printQuery, readDay, type Term, toggleTerm } from './query.schema';

const word = (text: string, more: { quoted?: boolean; not?: boolean } = {}): Term => ({
  kind: 'word',
  text,
  quoted: false,
  not: false,
  ...more,
});
const filter = (name: Extract<Term, { kind: 'filter' }>['filter'], value: string, not = false): Term => ({
  kind: 'filter',
  filter: name,
  value,
  not,
});

describe('parseQuery', () => {
  it.each<[string, Term[]]>([
    ['', []],
    ['  refund   pole ', [word('refund'), word('pole')]],
    ['is:open team:billing', [filter('is', 'open'), filter('team', 'billing')]],
    ['IS:Open', [filter('is', 'open')]],
    ['-label:vip -broken', [filter('label', 'vip', true), word('broken', { not: true })]],
    ['team:"Orders and shipping" x', [filter('team', 'Orders and shipping'), word('x')]],
    ['"snapped pole"', [word('snapped pole', { quoted: true })]],
    ['-"too late"', [word('too late', { quoted: true, not: true })]],
    ['before:2026-10-01 after:30d', [filter('before', '2026-10-01'), filter('after', '30d')]],
    ['#4711', [word('#4711')]],
    ['order:NL-48213', [filter('order', 'NL-48213')]],
    ['customer:maya@lindqvist.example', [filter('customer', 'maya@lindqvist.example')]],
    // Not filters: an address, a colon with nothing after it, letters of another script.
    ['https://northline.example/help', [word('https://northline.example/help')]],
    ['re: pole', [word('re:'), word('pole')]],
    ['заказ:42', [word('заказ:42')]],
    ['退款 退貨', [word('退款'), word('退貨')]],
    // Still being typed.
    ['"snapped po', [word('snapped po', { quoted: true })]],
    ['""', []],
  ])('%s', (typed, terms) => expect(parseQuery(typed)).toEqual({ ok: true, terms }));

  it.each<[string, string, RegExp]>([
    ['pole colour:red', 'colour:red', /no filter “colour:”.*quotes/],
    ['is:opne', 'is:opne', /cannot be “opne”.*open, closed/],
    ['x -priority:5', '-priority:5', /urgent, high, normal, low/],
    ['after:2026-02-30', 'after:2026-02-30', /needs a day/],
    ['before:soon', 'before:soon', /such as 2026-10-01/],
    ['language:german', 'language:german', /a code such as de/],
    ['pole team:', 'team:', /needs a value/],
    ['is: open', 'is:', /needs a value: open, closed/],
    ['label:""', 'label:""', /needs a value/],
    [`${'x '.repeat(24)}one-more`, 'one-more', /24 terms/],
  ])('says what is wrong with %s, and where', (typed, where, says) => {
    const parsed = parseQuery(typed);
    if (parsed.ok) expect.unreachable(`${typed} was understood`);
    expect(parsed.fault.says).toMatch(says);
    expect(typed.slice(parsed.fault.at, parsed.fault.at + parsed.fault.length)).toBe(where);
  });

  it('understands anything or says where it does not, within what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const parsed = parseQuery(typed);
        if (parsed.ok) return;
        expect(parsed.fault.at).toBeGreaterThanOrEqual(0);
        expect(parsed.fault.at + parsed.fault.length).toBeLessThanOrEqual(typed.length);
      }),
    );
  });
});

describe('printQuery', () => {
  it('prints what parses to the same terms, whatever was typed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        'is:open',
        '-label:"a b"',
        '"',
        '\\"',
        'team:"x',
        'to:',
        '-',
        '--x',
        'due:late',
        'due:just-broken',
        'before:7d',
        '/',
      ),
      fc.string({ maxLength: 8 }).map((text) => `customer:${text}`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const parsed = parseQuery(pieces.join(' '));
        if (parsed.ok) expect(parseQuery(printQuery(parsed.terms))).toEqual(parsed);
      }),
      { numRuns: 500 },
    );
  });
});

describe('toggleTerm', () => {
  it('puts a term in and takes it out', () => {
    const terms = [word('pole'), filter('is', 'open')];
    const label = filter('label', 'vip');
    expect(toggleTerm(toggleTerm(terms, label), label)).toEqual(terms);
  });
  it('has one priority at a time', () => {
    expect(toggleTerm([filter('priority', 'high')], filter('priority', 'urgent'))).toEqual([
      filter('priority', 'urgent'),
    ]);
  });
});

describe('readDay', () => {
  const now = Date.parse('2026-11-21T05:00:00Z');
  it.each([
    ['today', '2026-11-21'],
    ['yesterday', '2026-11-20'],
    ['7d', '2026-11-14'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (value, day) => expect(new Date(readDay(value, now)!).toISOString().slice(0, 10)).toBe(day));
  it.each(['2026-02-29', '2026-13-01', 'd', 'tomorrow', ''])('%s is no day', (value) =>
    expect(readDay(value, now)).toBeNull(),
  );
});

it('offers what it understands', () => {
  for (const [name, values] of Object.entries(filterValues))
    for (const value of values) expect(parseQuery(`${name}:${value}`)).toMatchObject({ ok: true });
});
