import { readCookie } from './session';

export interface CartLine {
  sku: string;
  size: string;
  colour: string;
}

const cookieName = 'northline_cart';
/** A cookie holds 4 KB; twelve lines are at most a fifth of that. */
const mostLines = 12;

/** The lines in the visitor's cart; what is not understood is left out. */
export function readCart(header: string | undefined): CartLine[] {
  const text = readCookie(header, cookieName);
  if (!text) return [];
  return text
    .split('|')
    .slice(0, mostLines)
    .flatMap((entry) => {
      const [sku, size, colour] = entry.split('~').map(decode);
      return sku && size && colour ? [{ sku, size, colour }] : [];
    });
}

export function countCart(header: string | undefined): number {
  return readCart(header).length;
}

export function cartCookie(lines: readonly CartLine[]): string {
  const text = lines
    .slice(-mostLines)
    .map((line) => [line.sku, line.size, line.colour].map(encodeURIComponent).join('~'))
    .join('|');
  return `${cookieName}=${text}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lines.length ? 604_800 : 0}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
