import { readAddresses } from './read-addresses';
import { readAmounts } from './read-amounts';
import { number, readDates } from './read-dates';
import type { Entity, KnownProduct } from './understanding.schema';

export type ExtractOptions = {
  now: Date;
  timezone?: string;
  products?: KnownProduct[];
  resolve?: (placeholder: string) => string | undefined;
  /** How the shop's order numbers begin: "order 48213" and "NL-48213" are the same order. */
  orderPrefix?: string;
};

const fromPlaceholder: Record<string, Entity['kind'] | undefined> = {
  EMAIL: 'email',
  PHONE: 'phone',
  ADDRESS: 'address',
};

/** The values in a redacted text, in the order in which they stand; none overlaps another. */
export function extractEntities(text: string, options: ExtractOptions): Entity[] {
  const found: Entity[] = [];
  const take = (entities: Entity[]) => {
    for (const entity of entities) {
      if (!found.some((other) => entity.start < other.end && entity.end > other.start)) found.push(entity);
    }
  };
  // The surest first: a number that belongs to an order is not read again as part of a date or an address.
  take(readPlaceholders(text, options.resolve));
  take(readNumbers(text, options.orderPrefix ?? 'NL'));
  take(readAmounts(text));
  take(readAddresses(text));
  take(readMonths(text));
  take(readDates(text, options));
  take(readPlans(text));
  take(readProducts(text, options.products ?? []));
  take(readBareOrder(text, options.orderPrefix ?? 'NL'));
  return found.sort((a, b) => a.start - b.start);
}

function readPlaceholders(text: string, resolve: ExtractOptions['resolve']): Entity[] {
  return [...text.matchAll(/\[([A-Z][A-Z_]*)_\d+\]/g)].flatMap((match) => {
    const kind = fromPlaceholder[match[1]!];
    const value = resolve?.(match[0]);
    if (!kind || value === undefined) return [];
    // A street alone is behind a placeholder too, and is no more complete for it.
    const sure = kind === 'address' ? (readAddresses(value)[0]?.sure ?? 0.5) : 0.98;
    return [entity(kind, value, match[0], match.index, sure)];
  });
}

function readNumbers(text: string, prefix: string): Entity[] {
  const found: Entity[] = [];
  for (const match of text.matchAll(/\b(INV|IN)[-\s]?(\d{4,8})\b/gi)) {
    found.push(entity('invoice', `INV-${match[2]}`, match[0], match.index, 0.95));
  }
  // Carriers' formats: UPS, USPS, and the "TRK" many shops use.
  for (const match of text.matchAll(/\b(?:1Z[0-9A-Z]{16}|9[2-5]\d{20}|TRK[-\s]?[0-9A-Z]{6,20})\b/gi)) {
    found.push(entity('tracking', match[0].toUpperCase().replace(/\s/g, ''), match[0], match.index, 0.9));
  }
  const prefixed = new RegExp(`\\b${prefix}[-–—\\s]?#?(\\d{4,6})\\b`, 'gi');
  for (const match of text.matchAll(prefixed)) {
    found.push(entity('order', `${prefix}-${match[1]}`, match[0], match.index, 0.98));
  }
  for (const match of text.matchAll(/\border(?:\s+(?:number|num|no\.?|nr\.?|id))?(?:\s+is)?\s*[:#]?\s*(\d{4,6})\b/gi)) {
    const start = match.index + match[0].length - match[1]!.length;
    found.push(entity('order', `${prefix}-${match[1]}`, match[1]!, start, 0.9));
  }
  for (const match of text.matchAll(/#\s?(\d{4,6})\b/g)) {
    found.push(entity('order', `${prefix}-${match[1]}`, match[0], match.index, 0.85));
  }
  return found;
}

/** A number alone is an order number only where little else is said: it is the answer to "which order?". */
function readBareOrder(text: string, prefix: string): Entity[] {
  const words = text.trim().split(/\s+/);
  if (words.length > 4) return [];
  const match = /(?<![\d$€£.,-])\b(\d{5})\b(?![\d-])/.exec(text);
  return match ? [entity('order', `${prefix}-${match[1]}`, match[1]!, match.index, 0.6)] : [];
}

function readMonths(text: string): Entity[] {
  const found: Entity[] = [];
  const counted =
    /\b(?:for\s+|about\s+)?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|a couple of|a few)[\s-]+months?\b(?!\s+(?:ago|back|from))/gi;
  for (const match of text.matchAll(counted)) {
    // "in two months" names a day, "for two months" a length.
    if (/\b(?:in|within|after|last|past)\s+$/i.test(text.slice(0, match.index))) continue;
    found.push(entity('months', String(number(match[1]!)), match[0], match.index, 0.9));
  }
  for (const match of text.matchAll(/\b(?:half a year|half year)\b/gi))
    found.push(entity('months', '6', match[0], match.index, 0.85));
  for (const match of text.matchAll(/\b(?:for\s+)?(?:a|one) year\b/gi))
    found.push(entity('months', '12', match[0], match.index, 0.7));
  return found;
}

function readPlans(text: string): Entity[] {
  return [
    ...text.matchAll(
      /\b(summit|ridge)\b|\b(trail)\b(?=\s+(?:plan|membership|member|tier|level|club))|\b(?:to|the free)\s+(trail)\b/gi,
    ),
  ].map((match) => {
    const plan = (match[1] ?? match[2] ?? match[3])!.toLowerCase();
    return entity('plan', plan, match[0], match.index, 0.85);
  });
}

function readProducts(text: string, products: KnownProduct[]): Entity[] {
  const lower = text.toLowerCase();
  const found: Entity[] = [];
  for (const { sku, name, aliases = [] } of products) {
    for (const alias of [name, ...aliases]) {
      const wanted = alias.toLowerCase();
      const start = wanted.length < 3 ? -1 : lower.indexOf(wanted);
      if (start < 0 || isLetter(lower[start - 1]) || isLetter(lower[start + wanted.length])) continue;
      found.push(entity('product', sku, text.slice(start, start + wanted.length), start, 0.9));
      break;
    }
  }
  // The longest name wins where one product's name begins another's.
  return found.sort((a, b) => b.text.length - a.text.length);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function entity(kind: Entity['kind'], value: string, text: string, start: number, sure: number): Entity {
  return { kind, value, text, start, end: start + text.length, sure };
}
