import { describe, expect, it } from 'vitest';
import { cartCookie, readCart } from './cart-cookie';

const line = { sku: 'CMP-PLS', size: '120 cm', colour: 'Ink' };
const toHeader = (cookie: string) => cookie.split(';')[0];

describe('the cart cookie', () => {
  it('gives back what was put in', () => {
    const lines = [line, { sku: 'PCK-CRQ45', size: 'M/L', colour: 'Slate' }];
    expect(readCart(toHeader(cartCookie(lines)))).toEqual(lines);
  });

  it.each([
    ['nothing', undefined, []],
    ['an entry that is cut short', 'northline_cart=CMP-PLS~120%20cm', []],
    ['broken escapes', 'northline_cart=%E0%A4%A~M~Ink|CMP-PLS~120%20cm~Ink', [line]],
  ])('survives %s', (_, header, expected) => {
    expect(readCart(header)).toEqual(expected);
  });

  it('keeps the last twelve lines', () => {
    const many = Array.from({ length: 15 }, (_, index) => ({ ...line, size: String(index) }));
    const kept = readCart(toHeader(cartCookie(many)));
    expect(kept.map((each) => each.size)).toEqual(many.slice(3).map((each) => each.size));
  });
});
