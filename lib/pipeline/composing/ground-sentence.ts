export type GroundSource = {
  id: string;
  kind: 'article' | 'tool' | 'said';
  title: string;
  text: string;
  language: string;
};
export type Grounded = {
  text: string;
  cited: string[];
  kind: 'fact' | 'courtesy' | 'unsupported';
  /** 0..1: how much of it its sources say. */
  support: number;
};

const citation = /\s*\[(?:(?:[pt]\d{1,3}|c)(?:\s*[,;]\s*(?:[pt]\d{1,3}|c))*)\]/g;
/** A link, a picture, markup, a heading: nothing of that is in an answer, whoever says so. */
const marked = /https?:|www\.|!?\[[^\]]*\]\(|\]\[|<[a-z/!]|^\s*#|\bdata:/i;
const figure = /\d[\d.,:/-]*\d|\d/g;
const negation = /\b(?:not|no|never|none|cannot|without)\b|n[’']t\b/gi;
const courtesy =
  /^(?:thank|happy to|glad|sorry|i[’']m sorry|i am sorry|of course|sure\b|certainly|hello|hi\b|let me know|please let|i hope|you[’']re welcome|i understand|danke|gerne|merci|avec plaisir|d[ée]sol[ée]|gracias|de nada|lo siento|obrigad|grazie|graag|bedankt|tack|dzi[ęe]kuj)/i;
const mostCourtesy = 14; // words
const enough = 0.5;
/** All its words, and the opposite: never enough. */
const turnedRound = 0.45;
/** Said in another language than its source the words cannot be compared: figures and names have to do, and a second reader. */
const acrossLanguages = 0.7;

const small = new Set(
  'the and for you your are can with that this from have has will was were our its not all any but into over than then they them their there here also just may more most only other some such when which who how what where within until after before about each been being does did per out off via'.split(
    ' ',
  ),
);

/** Whether a sentence says what the sources it names say: its figures stand there, and most of its words. */
export function groundSentence(raw: string, sources: readonly GroundSource[], language: string): Grounded {
  const cited = [...raw.matchAll(citation)].flatMap((match) => match[0].match(/[pt]\d+|c/g) ?? []);
  const text = raw
    .replace(citation, '')
    .replace(/\s+([.!?])/g, '$1')
    .trim();
  const named = sources.filter(({ id }) => cited.includes(id));
  const unsupported: Grounded = { text, cited, kind: 'unsupported', support: 0 };
  if (marked.test(text)) return unsupported;
  const figures = figuresOf(text);
  if (cited.length === 0) {
    const words = text.split(/\s+/).length;
    const harmless = figures.length === 0 && words <= mostCourtesy && (text.endsWith('?') || courtesy.test(text));
    return harmless ? { text, cited, kind: 'courtesy', support: 1 } : unsupported;
  }
  if (named.length < new Set(cited).size) return unsupported; // a source that nobody gave it
  const there = new Set(
    named.flatMap((source) => [
      ...figuresOf(source.text),
      ...(source.text.match(/\d+/g) ?? []).map((part) => String(Number(part))),
    ]),
  );
  if (figures.some((one) => !there.has(one))) return unsupported;
  const comparable = named.filter((source) => source.kind === 'tool' || source.language === language);
  if (comparable.length === 0) return { text, cited, kind: 'fact', support: acrossLanguages };
  const support = Math.max(...comparable.map((source) => overlap(text, source, language)));
  const least = comparable.every(({ kind }) => kind === 'tool') ? 0.25 : enough;
  return { text, cited, kind: support >= least ? 'fact' : 'unsupported', support };
}

/** "1,180.00" and "1180" are one figure. */
function figuresOf(text: string): string[] {
  return (text.match(figure) ?? []).flatMap((found) => {
    const plain = found.replaceAll(',', '');
    const number = Number(plain);
    return Number.isFinite(number) && /^\d+(\.\d+)?$/.test(plain) ? [String(number)] : [found];
  });
}

/** The best of a source's sentences, with the one after it: words taken from all over a page say nothing together. */
function overlap(text: string, source: GroundSource, language: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  if (source.kind === 'tool') return shareOf(words, new Set(wordsOf(spell(source.text))));
  const lines = source.text.split(/(?<=[.!?。！？])\s+|\n+/);
  return Math.max(
    ...lines.map((line, at) => {
      const next = lines[at + 1] ?? '';
      const share = shareOf(words, new Set(wordsOf(`${source.title} ${line} ${next}`)));
      // Which of the two says it is the one whose "not" counts.
      const says = shareOf(words, new Set(wordsOf(next))) > shareOf(words, new Set(wordsOf(line))) ? next : line;
      const turned = language.startsWith('en') && isTurned(negationsOf(text), negationsOf(says));
      return turned ? share * turnedRound : share;
    }),
  );
}

const negationsOf = (text: string): number => text.match(negation)?.length ?? 0;

/** A part of a long sentence may do without one of its negations, but not without all, and never has one more. */
const isTurned = (said: number, there: number): boolean => said > there || (said === 0 && there > 0);

const shareOf = (words: string[], there: ReadonlySet<string>) =>
  words.filter((word) => there.has(word)).length / words.length;

/** `shippedAt` and `in_transit` in words. */
const spell = (json: string) => json.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_"{}[\]:,]/g, ' ');

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !small.has(word)).map(stem);
}

const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|e)$/, '') : word;
