import { collectNames } from './collect-names';
import type { Passage } from './knowledge.schema';
import type { KnowledgeIndex, Posting, Shelf } from './knowledge-index';
import { readContentTerms, readTerms } from './read-terms';
import { compounds, splitCompound } from './split-compound';

/** A word in the title says more about a passage than one in its text. */
const TITLE_WEIGHT = 1.6;
const HEADING_WEIGHT = 1.4;
/** Part of a longer word: it says as much, but less surely. */
const PART_WEIGHT = 0.5;

// BM25, Robertson and Zaragoza 2009: how soon repetition stops to count, and how much length does.
const K1 = 1.5;
const B = 0.75;

/** An index for `searchPassages`. About 8 microseconds a word of text. */
export function indexPassages(passages: readonly Passage[]): KnowledgeIndex {
  const languages = Map.groupBy(passages, ({ language }) => language);
  return {
    passages,
    shelves: new Map([...languages].map(([language, own]) => [language, fillShelf(language, own)])),
  };
}

type Growing = { at: number[]; counts: number[]; articles: number[]; articleCounts: number[] };

function fillShelf(language: string, unsorted: readonly Passage[]): Shelf {
  // Passages of an article lie together, so that its counts are complete when the next one begins.
  const byArticle = [...Map.groupBy(unsorted, ({ articleId }) => articleId).values()];
  const passages = byArticle.flat();
  const articleOf = Int32Array.from(byArticle.flatMap((own, article) => own.map(() => article)));
  const growing = new Map<string, Growing>();
  const lengths = new Float64Array(passages.length);
  const articleLengths = new Float64Array(byArticle.length);
  const readParts = partReader(language, passages);
  passages.forEach((passage, position) => {
    const article = articleOf[position]!;
    const counts = new Map<string, number>();
    const count = (term: string, weight: number) => counts.set(term, (counts.get(term) ?? 0) + weight);
    const add = (text: string, weight: number) => {
      for (const { term, word } of readTerms(text, language)) {
        count(term, weight);
        lengths[position]! += weight;
        for (const part of readParts(word)) count(part, weight * PART_WEIGHT);
      }
    };
    add(passage.text, 1);
    add(passage.title, TITLE_WEIGHT);
    for (const heading of passage.headings) add(heading, HEADING_WEIGHT);
    articleLengths[article]! += lengths[position]!;
    for (const [term, weight] of counts) grow(growing, term, position, article, weight);
  });
  const postings = new Map<string, Posting>();
  const byPassage = gainOf(lengths);
  const byWhole = gainOf(articleLengths);
  for (const [term, { at, counts, articles, articleCounts }] of growing)
    postings.set(term, {
      telling: tellingOf(passages.length, at.length),
      passages: Int32Array.from(at),
      gains: Float32Array.from(counts, (count, nth) => byPassage(count, at[nth]!)),
      articles: Int32Array.from(articles),
      articleGains: Float32Array.from(articleCounts, (count, nth) => byWhole(count, articles[nth]!)),
    });
  return {
    language,
    passages,
    postings,
    articleOf,
    titles: byArticle.map(([first]) =>
      readContentTerms(first!.title, language).map(({ term }) => ({ term, telling: postings.get(term)?.telling ?? 0 })),
    ),
    names: collectNames(
      byArticle.map(([first]) => first!.title),
      language,
    ),
    spellings: Map.groupBy(
      [...postings.keys()].filter((term) => /^\p{Script=Latin}{4,}$/u.test(term)),
      ([first]) => first!,
    ),
  };
}

function grow(growing: Map<string, Growing>, term: string, position: number, article: number, weight: number) {
  let posting = growing.get(term);
  if (!posting) {
    posting = { at: [], counts: [], articles: [], articleCounts: [] };
    growing.set(term, posting);
  }
  posting.at.push(position);
  posting.counts.push(weight);
  if (posting.articles.at(-1) !== article) {
    posting.articles.push(article);
    posting.articleCounts.push(0);
  }
  posting.articleCounts[posting.articleCounts.length - 1]! += weight;
}

function gainOf(lengths: Float64Array): (count: number, at: number) => number {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return (count, at) => (count * (K1 + 1)) / (count + K1 * (1 - B + (B * lengths[at]!) / average));
}

/** Inverse document frequency. A term that no passage has is as telling as the rarest: that it is missing says much. */
export function tellingOf(passages: number, having: number): number {
  return Math.log(1 + (passages - having + 0.5) / (having + 0.5));
}

/** The parts of a word in languages that write compounds as one; a word is only cut into words these passages use. */
function partReader(language: string, passages: readonly Passage[]): (word: string) => readonly string[] {
  if (!compounds.has(language)) return () => [];
  const known = new Set<string>();
  for (const { text, title, headings } of passages)
    for (const { term } of readTerms([title, ...headings, text].join('\n'), language)) known.add(term);
  const parts = new Map<string, readonly string[]>();
  return (word) => {
    let found = parts.get(word);
    if (!found) {
      found = splitCompound(word, language, (term) => known.has(term));
      parts.set(word, found);
    }
    return found;
  };
}
