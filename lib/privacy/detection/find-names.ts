import type { NameKind } from '../privacy.schema';
import { isLearned } from './is-learned';
import { labels, labelTokens, type Weights } from './label-tokens';
import { lexiconClasses, readLexicon } from './lexicon';
import { readFeatures } from './read-features';
import type { Span } from './span';
import { stopWords } from './stop-words';
import asset from './tagger.json';
import { type Token, tokenise } from './tokenise';

export type NamedSpan = { kind: NameKind; start: number; end: number };

let weights: Weights | undefined;

/**
 * Names of people, places and organisations, and postal addresses, as far as their surroundings and the lists tell.
 * `slots` have been found by their form; they are read as one word each.
 */
export function findNames(text: string, slots: (Span & { kind: string })[] = []): NamedSpan[] {
  weights ??= new Int8Array(Buffer.from(asset.weights, 'base64'));
  const tokens = tokenise(text, slots);
  const path = labelTokens(readFeatures(tokens, readLexicon()), weights, tokens.length);
  const lexicon = readLexicon();
  const shouted = tokens.every(({ shape }) => shape !== 'x');
  const whispered = tokens.every(({ shape }) => !/^X/.test(shape));
  const named = ({ lower }: Token) => (lexicon.get(lower) ?? 0) & ~(lexiconClasses.common | lexiconClasses.street);
  const isRegion = ({ lower }: Token) => ((lexicon.get(lower) ?? 0) & lexiconClasses.region) !== 0;
  const isCommon = ({ lower }: Token) => ((lexicon.get(lower) ?? 0) & lexiconClasses.common) !== 0;
  // What is not written in a language that was learned is read word by word: only what the lists know is a name.
  let learned: boolean | undefined;
  const isReadable = (token: Token) => {
    if (!latin.test(token.text)) return false;
    if (named(token) !== 0) return true;
    learned ??= speaksLearned(tokens) || isLearned(text);
    return learned;
  };
  /** Whether these words can be a name at all: something in them is no everyday word. */
  const isName = (words: Token[]): boolean => {
    const telling = words.filter((word) => /^(?:[xX]|c$)/.test(word.shape) && !isStopWord(word));
    if (telling.some((word) => (word.shape === 'x' ? whispered && !isCommon(word) : named(word) || !isCommon(word))))
      return true;
    // Everyday words with capitals are a name only in company, and only where capitals mean something.
    return !shouted && telling.filter(({ shape }) => /^X/.test(shape)).length > 1;
  };
  const found: NamedSpan[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const label = path[at]!;
    if (label === 0) continue;
    let last = at;
    while (last + 1 < tokens.length && path[last + 1] === label && !/^(?:slot|code)$/.test(tokens[last + 1]!.shape))
      last++;
    let first = at;
    at = last;
    const kind = labels[label] as NameKind;
    const counts =
      kind === 'ADDRESS'
        ? isWord
        : (token: Token) => isWord(token) && !(isStopWord(token) && (token.shape === 'x' || !isRegion(token)));
    const holds = (token: Token) => isReadable(token) && counts(token);
    while (first <= last && !holds(tokens[first]!)) first++;
    while (last >= first && !holds(tokens[last]!)) last--;
    const inside = tokens.slice(first, last + 1);
    if (inside.length === 0 || (kind !== 'ADDRESS' && !isName(inside))) continue;
    // Countries and states are known by name, whatever the words around one suggest.
    found.push({
      kind: kind !== 'ADDRESS' && inside.every(isRegion) ? 'PLACE' : kind,
      start: inside[0]!.start,
      end: inside.at(-1)!.end,
    });
  }
  return joinAddresses(text, found).filter((span) => span.kind !== 'ADDRESS' || isAddress(text, span));
}

/** Enough small words of the languages learned say which it is without counting letters, which takes longer than the rest. */
function speaksLearned(tokens: Token[]): boolean {
  const words = tokens.slice(0, 60).filter(isWord);
  return words.filter(isStopWord).length >= Math.max(2, words.length / 4);
}

// A postal code is no word of any script.
const latin = /^(?:\p{Script=Latin}|\p{N})/u;

const isStopWord = ({ lower }: Token) => stopWords.has(lower) || stopWords.has(lower.replace(/'\p{L}{1,3}$/u, ''));
const isWord = ({ shape }: Token) => /^(?:[xXd]|c$)/.test(shape);

const postalCode =
  /(?<!\p{L})(?:zip|zip code|post ?code|postal|plz|postleitzahl|c[óo]digo postal|code postal|cap|cep)(?!\p{L})[^\n]{0,14}$/iu;

/** A number alone is a postal code only where it is called one. */
function isAddress(text: string, { start, end }: NamedSpan): boolean {
  return /\p{L}{2}/u.test(text.slice(start, end)) || postalCode.test(text.slice(Math.max(0, start - 30), start));
}

/** A town after its street, or between street and country, belongs to the address. */
function joinAddresses(text: string, found: NamedSpan[]): NamedSpan[] {
  const joined: NamedSpan[] = [];
  for (const span of found) {
    const before = joined.at(-1);
    if (
      before?.kind === 'ADDRESS' &&
      (span.kind === 'ADDRESS' || span.kind === 'PLACE') &&
      isGap(text.slice(before.end, span.start))
    ) {
      before.end = span.end;
      continue;
    }
    if (
      before?.kind === 'PLACE' &&
      span.kind === 'ADDRESS' &&
      /^\s$/.test(text.slice(before.end, span.start)) &&
      !/\p{L}/u.test(text.slice(span.start, span.end))
    ) {
      before.kind = 'ADDRESS';
      before.end = span.end;
      continue;
    }
    const beyond = joined.at(-2);
    if (
      span.kind === 'ADDRESS' &&
      before &&
      beyond?.kind === 'ADDRESS' &&
      isGap(text.slice(before.end, span.start)) &&
      isGap(text.slice(beyond.end, before.start))
    ) {
      joined.pop();
      beyond.end = span.end;
      continue;
    }
    joined.push({ ...span });
  }
  return joined;
}

const isGap = (between: string) => /^[,\s]{1,4}$/.test(between);
