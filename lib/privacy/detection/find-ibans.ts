import type { Span } from './span';

const shape = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?:[ \u00A0-]?[A-Za-z0-9]){11,30}(?![\p{L}\p{N}])/gu;

/** Bank account numbers (ISO 13616), recognised by their check digits. */
export function findIbans(text: string): Span[] {
  return [...text.matchAll(shape)].flatMap((match) => {
    // The words after it fit the shape too: the longest beginning whose check digits hold is the number.
    for (let end = match[0].length; end >= 15; end--) {
      const next = match[0][end];
      if (next !== undefined && /[A-Za-z0-9]/.test(next)) continue;
      if (/[A-Za-z0-9]$/.test(match[0].slice(0, end)) && checks(match[0].slice(0, end))) {
        return [{ start: match.index, end: match.index + end }];
      }
    }
    return [];
  });
}

function checks(written: string): boolean {
  const plain = written.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  let remainder = 0;
  for (const character of plain.slice(4) + plain.slice(0, 4)) {
    const value = character >= 'A' ? character.charCodeAt(0) - 55 : Number(character);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
