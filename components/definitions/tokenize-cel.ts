export type CelToken = {
  /** Where it begins, in characters. */
  at: number;
  kind: 'text' | 'number' | 'sign' | 'word' | 'name' | 'call' | 'rest';
  text: string;
};

const words = new Set(['true', 'false', 'null', 'in']);
const pattern =
  /("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|([!<>=&|?:+\-*/%]+)|(\s+|[^\s])/g;

/** An expression cut into what is coloured alike; together the tokens are the expression, whatever was written. */
export function tokenizeCel(cel: string): CelToken[] {
  return [...cel.matchAll(pattern)].map((match): CelToken => {
    const [text, quoted, number, word, sign] = match;
    const at = match.index;
    if (quoted !== undefined) return { at, kind: 'text', text };
    if (number !== undefined) return { at, kind: 'number', text };
    if (word !== undefined) {
      const called = cel[at + text.length] === '(';
      return { at, kind: words.has(text) ? 'word' : called ? 'call' : 'name', text };
    }
    return { at, kind: sign !== undefined ? 'sign' : 'rest', text };
  });
}
