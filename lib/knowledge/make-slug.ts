import { newId } from '../platform/ids';

const mostCharacters = 80;

/** "Überweisung & Rückgabe" → "uberweisung-ruckgabe". A title without Latin letters or digits gets a name of its own. */
export function makeSlug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[ŁłØøĐđ]/g, (letter) => ({ Ł: 'l', ł: 'l', Ø: 'o', ø: 'o', Đ: 'd', đ: 'd' })[letter] ?? letter)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, mostCharacters)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? `article-${newId().slice(-8)}` : plain;
}
