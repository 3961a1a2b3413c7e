export type Token = {
  start: number;
  end: number;
  /** As written; a placeholder, or a value found by its form, is one token. */
  text: string;
  lower: string;
  /** `X`, `Xx`, `x`, `xX`, `d1` … `d9`, `dx` or the punctuation mark itself. */
  shape: string;
};

// A code such as NL-48213 or #1234 is one word, and no name: orders, invoices and parcels are called so.
const code = String.raw`(?<![\p{L}\p{N}])(?:\p{Lu}{1,5}-\d{3,}|\p{Lu}{2,5}\d{4,}|#\s?\d{3,})(?![\p{L}\p{N}])`;
const pattern = new RegExp(
  String.raw`\[(?:[A-Z]+_)+\d{1,9}\]|\[[a-z ]{3,20} removed\]|CODE|\n+|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}{1,3}(?!\p{L}))?|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[^\s\p{L}\p{N}]`.replace(
    'CODE',
    code,
  ),
  'gu',
);

/**
 * Words, numbers and marks in order; a line break is a token, for addresses and signatures go by lines. `slots`, in
 * order, are a token each.
 */
export function tokenise(text: string, slots: readonly { start: number; end: number; kind: string }[] = []): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const { start, end, kind } of slots) {
    readWords(text, from, start, tokens);
    tokens.push({ start, end, text: `[${kind}_1]`, lower: `[${kind}_1]`, shape: 'slot' });
    from = end;
  }
  readWords(text, from, text.length, tokens);
  return tokens;
}

function readWords(text: string, from: number, to: number, tokens: Token[]): void {
  for (const match of text.slice(from, to).matchAll(pattern)) {
    const one = match[0][0] === '\n' ? '\n' : match[0];
    const start = from + match.index;
    tokens.push({ start, end: start + match[0].length, text: one, lower: lowered(one), shape: shapeOf(one) });
  }
}

function lowered(word: string): string {
  return word.toLowerCase().replace(/’/g, "'");
}

function shapeOf(word: string): string {
  if (word[0] === '[' && word.length > 1) return 'slot';
  if (word.length > 3 && /^(?:#|\p{Lu}+-?\d{3})/u.test(word)) return 'code';
  if (/^\p{N}+$/u.test(word)) return `d${Math.min(word.length, 9)}`;
  if (/^\p{N}/u.test(word)) return 'dx';
  if (!/^\p{L}/u.test(word)) return word;
  if (/\p{N}/u.test(word)) return 'xd';
  const letters = word.replace(/['’]\p{L}{1,3}$/u, '');
  const lower = letters.toLowerCase();
  if (letters === lower) return letters === letters.toUpperCase() ? 'c' : 'x'; // c: a script without capitals
  if (letters.length === 1) return 'X1';
  if (letters === letters.toUpperCase()) return 'X';
  return /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(letters) ? 'Xx' : /^\p{Lu}/u.test(letters) ? 'XxX' : 'xX';
}
