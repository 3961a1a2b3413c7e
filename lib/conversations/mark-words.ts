import { foldText, isSpaceless, type Sought } from './fold-words';

export type Marked = { text: string; hit: boolean }[];

/** Characters shown of a text around the first that matches. */
const shown = 180;
const before = 50;

type Token = { from: number; to: number; word: string };

/** The words of a text with their places in it. */
function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const run of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    let from = run.index;
    let pending = from;
    const close = (to: number) => {
      const word = foldText(text.slice(pending, to));
      if (word !== '') found.push({ from: pending, to, word });
    };
    for (const character of run[0]) {
      const to = from + character.length;
      if (isSpaceless(character)) {
        close(from);
        pending = from;
        close(to);
        pending = to;
      }
      from = to;
    }
    close(from);
  }
  return found;
}

/** A part of a text around the first words sought, with all of those in it marked. Line breaks are spaces. */
export function markWords(said: string, sought: Sought[]): Marked {
  const text = said.replace(/\s+/g, ' ').trim();
  const words = tokens(text);
  const hits = words.flatMap((_, at) => {
    const length = Math.max(0, ...sought.map((one) => (fits(words, at, one) ? one.words.length : 0)));
    return length > 0 ? [{ from: words[at]!.from, to: words[at + length - 1]!.to }] : [];
  });
  const begin = beginning(text, hits[0]?.from ?? 0);
  const end = ending(text, begin + shown);
  const marked: Marked = begin > 0 ? [{ text: '… ', hit: false }] : [];
  let at = begin;
  for (const hit of hits) {
    if (hit.from < at || hit.to > end) continue;
    if (hit.from > at) marked.push({ text: text.slice(at, hit.from), hit: false });
    marked.push({ text: text.slice(hit.from, hit.to), hit: true });
    at = hit.to;
  }
  if (at < end) marked.push({ text: text.slice(at, end), hit: false });
  if (end < text.length) marked.push({ text: ' …', hit: false });
  return marked;
}

function fits(words: Token[], at: number, { words: wanted, begins }: Sought): boolean {
  return wanted.every((word, index) => {
    const here = words[at + index]?.word;
    return begins && index === wanted.length - 1 ? here?.startsWith(word) : here === word;
  });
}

/** Where to begin, so that the first hit is seen with something before it: at a word, not within one. */
function beginning(text: string, hit: number): number {
  if (hit <= before || text.length <= shown) return 0;
  const space = text.lastIndexOf(' ', hit - before);
  return space < 0 || hit - space > before * 2 ? hit - before : space + 1;
}

function ending(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const space = text.lastIndexOf(' ', wanted);
  return space < wanted - before ? wanted : space;
}
