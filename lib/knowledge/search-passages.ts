import type { Passage, QueryTerm, RankedPassage, SearchOptions } from './knowledge.schema';
import type { KnowledgeIndex } from './knowledge-index';
import { readContentTerms, readTerms } from './read-terms';

// BM25, Robertson and Zaragoza 2009: how soon repetition stops to count, and how much length does.
const K1 = 1.2;
const B = 0.75;

/**
 * The passages that speak most about what the query asks, best first. Only those that one of `audiences` may read:
 * what is filtered out here cannot come out anywhere later.
 */
export function searchPassages(index: KnowledgeIndex, query: string, options: SearchOptions): RankedPassage[] {
  const { audiences, limit = 12 } = options;
  const readable = (passage: Passage) => audiences.includes(passage.audience);
  const wanted = options.language;
  const inLanguage =
    wanted !== undefined && index.passages.some((passage) => passage.language === wanted && readable(passage));
  // Without articles in the language asked for, the question is read as the articles are written.
  const language = inLanguage ? wanted : (index.passages.find(readable)?.language ?? 'en');
  const allowed = (passage: Passage) => readable(passage) && (!inLanguage || passage.language === wanted);

  const question = weighTerms(index, query, language);
  const scores = new Map<number, number>();
  for (const { term } of question) {
    const posting = index.postings.get(term);
    if (!posting) continue;
    const idf = inverseFrequency(index, term);
    posting.passages.forEach((position, at) => {
      if (!allowed(index.passages[position]!)) return;
      const count = posting.weights[at]!;
      const length = 1 - B + (B * index.lengths[position]!) / index.averageLength;
      scores.set(position, (scores.get(position) ?? 0) + (idf * count * (K1 + 1)) / (count + K1 * length));
    });
  }
  return [...scores]
    .sort(([left, a], [right, b]) => b - a || left - right)
    .slice(0, limit)
    .map(([position, score]) => present(index.passages[position]!, score, question));
}

function weighTerms(index: KnowledgeIndex, query: string, language: string): QueryTerm[] {
  const terms = readContentTerms(query, language);
  const weights = terms.map(({ term }) => inverseFrequency(index, term));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return terms.map(({ term, word }, at) => ({ term, word, weight: total === 0 ? 0 : weights[at]! / total }));
}

/** A term that no passage has is as telling as the rarest: that it is missing says much. */
function inverseFrequency({ passages, postings }: KnowledgeIndex, term: string): number {
  const count = postings.get(term)?.passages.length ?? 0;
  return Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
}

function present(passage: Passage, score: number, question: QueryTerm[]): RankedPassage {
  const terms = (text: string) => [...new Set(readTerms(text, passage.language).map(({ term }) => term))];
  const sentences = splitSentences(passage.text).map((text) => ({ text, terms: terms(text) }));
  const content = (text: string) => readContentTerms(text, passage.language).map(({ term }) => term);
  const titleTerms = content(passage.title);
  const headingTerms = content(passage.headings.join('\n'));
  const all = new Set([...titleTerms, ...headingTerms, ...sentences.flatMap((sentence) => sentence.terms)]);
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
    sentences,
    titleTerms,
    headingTerms,
  };
}

function splitSentences(text: string): string[] {
  return text
    .split(/\n|(?<=[.!?]["')]?)\s+(?=["'(]?[\p{Lu}\p{N}])|(?<=[。！？])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
