/** Letters that have no plain one in them to be left when their marks are taken off. */
const spelled: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd' };
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'herr', 'frau', 'sr', 'sra', 'mme']);

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[ßøłđæœıþð]/g, (letter) => spelled[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !titles.has(word));

/**
 * Whether two names can be one person's: in any order and case, with or without accents and further given names. One word
 * alone is only the same as that very word.
 */
export function sameName(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length) as [string[], string[]];
  if (few.length === 0) return false;
  if (few.length === 1) return many.length === 1 && many[0] === few[0];
  const left = [...many];
  return few.every((word) => {
    const at = left.indexOf(word);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}
