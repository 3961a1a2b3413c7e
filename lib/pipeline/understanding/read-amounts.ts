import type { Entity } from './understanding.schema';

const signs: Record<string, string> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' };
const names: [RegExp, string][] = [
  [/^(?:d[oó]l+ar(?:es|s|i)?|bucks|usd|us\$)$/i, 'USD'],
  [/^(?:euros?|eur|€)$/i, 'EUR'],
  [/^(?:pounds?|gbp|quid|£)$/i, 'GBP'],
  [/^(?:yen|jpy|¥|円)$/i, 'JPY'],
  [/^(?:chf|francs?|franken|sfr)$/i, 'CHF'],
  [/^(?:reais|real|brl)$/i, 'BRL'],
  [/^(?:cad)$/i, 'CAD'],
  [/^(?:aud)$/i, 'AUD'],
  [/^(?:pln|zł|zloty)$/i, 'PLN'],
  [/^(?:yuan|cny|rmb|元)$/i, 'CNY'],
];
const figure = '(\\d{1,3}(?:[,.\\s]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)';
const before = new RegExp(
  `(?:US)?([$€£¥]|(?<!\\p{L})(?:usd|eur|gbp|chf|cad|aud|jpy|cny|pln|brl)(?!\\p{L}))\\s?${figure}(?![\\d])`,
  'giu',
);
const after = new RegExp(
  `(?<![\\d.,$€£])${figure}\\s?(d[oó]l+ar(?:es|s|i)?|bucks|usd|euros?|eur|€|pounds?|gbp|quid|£|yen|jpy|¥|円|chf|franken|reais|brl|cad|aud|pln|zł|zloty|yuan|cny|rmb|元)(?![\\p{L}])`,
  'giu',
);

/** Sums of money. They describe what the customer says, never what is paid: amounts come from the order record. */
export function readAmounts(text: string): Entity[] {
  const found: Entity[] = [];
  const add = (match: RegExpMatchArray, digits: string, currency: string | undefined) => {
    const cents = toCents(digits);
    const start = match.index ?? 0;
    if (
      cents === undefined ||
      !currency ||
      found.some((other) => start < other.end && start + match[0].length > other.start)
    )
      return;
    const value = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
    found.push({
      kind: 'amount',
      value,
      cents,
      currency,
      text: match[0],
      start,
      end: start + match[0].length,
      sure: 0.95,
    });
  };
  for (const match of text.matchAll(before)) add(match, match[2]!, signs[match[1]!] ?? match[1]!.toUpperCase());
  for (const match of text.matchAll(after))
    add(match, match[1]!, names.find(([pattern]) => pattern.test(match[2]!))?.[1]);
  return found.sort((a, b) => a.start - b.start);
}

/** Minor units. The last mark followed by one or two digits is the decimal one: 1,234.50, 1.234,50 and 12,50 all read right. */
function toCents(digits: string): number | undefined {
  const match = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits.trim());
  const whole = Number((match?.[1] ?? '').replace(/[.,\s]/g, ''));
  const fraction = Number((match?.[2] ?? '').padEnd(2, '0'));
  const cents = whole * 100 + fraction;
  return Number.isSafeInteger(cents) ? cents : undefined;
}
