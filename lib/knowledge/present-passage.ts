import type { Passage, QueryTerm, RankedPassage } from './knowledge.schema';
import { readContentTerms, readTerms } from './read-terms';
import { splitSentences } from './split-sentences';

type Read = Pick<RankedPassage, 'sentences' | 'titleTerms' | 'headingTerms'> & { all: ReadonlySet<string> };

/** A passage is the same for every question, and reading it is most of the work of showing it. Gone with its index. */
const kept = new WeakMap<Passage, Read>();

/** A passage with what of the question it speaks about, and the sentence that speaks most about it. */
export function presentPassage(passage: Passage, score: number, question: QueryTerm[]): RankedPassage {
  let read = kept.get(passage);
  if (!read) {
    read = readPassage(passage);
    kept.set(passage, read);
  }
  const { all, ...shown } = read;
  const hits = question.filter(({ term }) => all.has(term));
  return {
    passage,
    score,
    matched: hits.map(({ word }) => word),
    coverage: Math.min(
      1,
      hits.reduce((sum, { weight }) => sum + weight, 0),
    ),
    question,
    span: chooseSpan(shown.sentences, question),
    ...shown,
  };
}

function readPassage(passage: Passage): Read {
  const sentences = splitSentences(passage.text, passage.language).map(({ text, start }) => ({
    text,
    start,
    terms: [...new Set(readTerms(text, passage.language).map(({ term }) => term))],
  }));
  const content = (text: string) => readContentTerms(text, passage.language).map(({ term }) => term);
  const titleTerms = content(passage.title);
  const headingTerms = content(passage.headings.join('\n'));
  const all = new Set([...titleTerms, ...headingTerms, ...sentences.flatMap(({ terms }) => terms)]);
  return { sentences, titleTerms, headingTerms, all };
}

function chooseSpan(sentences: RankedPassage['sentences'], question: QueryTerm[]): RankedPassage['span'] {
  const weights = new Map(question.map(({ term, weight }) => [term, weight]));
  let best: { start: number; end: number } | null = null;
  let most = 0;
  for (const { text, terms, start } of sentences) {
    const said = terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
    if (said > most) {
      most = said;
      best = { start, end: start + text.length };
    }
  }
  return best;
}
