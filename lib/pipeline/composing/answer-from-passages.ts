import type { QueryTerm, RankedPassage } from '@/lib/knowledge/knowledge.schema';
import { fitsAsked, readAsked, readPromised } from './read-asked';

export type AnswerSource = {
  articleId: string;
  slug: string;
  title: string;
  version: number;
  language: string;
  /** The heading the answer stands under, when it stands under one. */
  heading?: string;
};
export type Answer =
  | {
      kind: 'answer';
      /** In the order of the passage, word for word. */
      sentences: { text: string; passageId: string; start: number }[];
      /** What stands between two sentences in the language of the article. */
      joint: string;
      sources: AnswerSource[];
      /** The chance that the sentences answer the question. */
      support: number;
    }
  | {
      kind: 'none';
      support: number;
      /** The customer's language, when no article in it came near: nothing in another is offered instead. */
      unwritten?: string;
    };

/** Passages beyond these were never the answer where the first were not. */
const MOST_PASSAGES = 10;
const MOST_SENTENCES = 3;
/** Words of the title and headings say what a sentence is about, though it does not repeat them. */
const TITLE_SHARE = 0.85;
/** Below this an honest "I do not know" is worth more than the sentence. */
const ENOUGH = 0.5;

type Candidate = {
  ranked: RankedPassage;
  at: number;
  /** 0..1: share of the question that the sentence, with its title and headings, speaks about. */
  coverage: number;
  /** 0..1: share of title and headings that the question speaks about: an article on the very thing beats one that mentions it. */
  topic: number;
  fits: boolean;
  worth: number;
};

/**
 * One to three sentences, word for word, that answer the question, or none: nothing is ever written that no article says.
 * `passages` are results of one search; every word of a question that no passage knows speaks against answering.
 */
export function answerFromPassages({
  question,
  passages,
  language,
}: {
  question: string;
  passages: RankedPassage[];
  language: string;
}): Answer {
  // A message too short to tell its language is read as the articles that were found for it.
  const spoken = language === 'und' ? (passages[0]?.passage.language ?? language) : language;
  const asked = readAsked(question, spoken);
  const topScore = passages[0]?.score ?? 0;
  const candidates = passages.flatMap((ranked) => {
    const heading = ranked.passage.headings.at(-1) ?? '';
    const byTitle = share(ranked.titleTerms, ranked.question);
    // "What it costs" promises a price, but of what its article is about only.
    const promised = asked !== undefined && byTitle > 0 && readPromised(heading, spoken) === asked;
    // Only what the heading adds to the title: "Lost cards" is no better for a question about gift cards.
    const added = ranked.headingTerms.filter((term) => !ranked.titleTerms.includes(term));
    const topic = (byTitle + (added.length > 0 ? share(added, ranked.question) : byTitle)) / 2;
    return ranked.sentences.map(({ text, terms }, at): Candidate => {
      const coverage = cover(ranked.question, terms, [...ranked.titleTerms, ...ranked.headingTerms]);
      const own = cover(ranked.question, terms, []);
      const fits = asked !== undefined && fitsAsked(text, asked, spoken);
      const worth =
        coverage +
        0.3 * own +
        0.2 * (ranked.score / topScore) +
        0.6 * topic +
        (asked === undefined ? 0 : fits ? 0.25 : -0.15) +
        (ranked.passage.headings.length === 0 ? 0.1 : 0) +
        (promised ? 0.4 : 0) -
        (isFragment(text) || pointsAway.test(text) ? 0.2 : 0);
      return { ranked, at, coverage, topic, fits, worth };
    });
  });
  const first = new Set(passages.slice(0, MOST_PASSAGES));
  const lead = candidates
    .filter(({ ranked }) => first.has(ranked))
    .reduce<Candidate | undefined>((top, each) => (top && top.worth >= each.worth ? top : each), undefined);
  if (!lead) return { kind: 'none', support: 0, ...(language === 'und' ? {} : { unwritten: language }) };

  const support = weighSupport(lead, asked !== undefined, passages);
  if (support < ENOUGH) return { kind: 'none', support };
  const { articleId, slug, title, version, language: written, headings } = lead.ranked.passage;
  const heading = headings.at(-1);
  return {
    kind: 'answer',
    sentences: chooseCompany(lead, candidates).map(({ ranked, at }) => ({
      text: ranked.sentences[at]!.text,
      passageId: ranked.passage.id,
      start: ranked.sentences[at]!.start,
    })),
    joint: spaceless.has(written) ? '' : ' ',
    sources: [{ articleId, slug, title, version, language: written, ...(heading ? { heading } : {}) }],
    support,
  };
}

function cover(question: QueryTerm[], terms: string[], titleTerms: string[]): number {
  let sum = 0;
  for (const { term, weight } of question) {
    if (terms.includes(term)) sum += weight;
    else if (titleTerms.includes(term)) sum += weight * TITLE_SHARE;
  }
  return Math.min(1, sum);
}

function share(terms: string[], question: QueryTerm[]): number {
  if (terms.length === 0) return 0;
  return terms.filter((term) => question.some((asked) => asked.term === term)).length / terms.length;
}

/**
 * Sentences that belong to the first: of its passage those as near to the question, those that go on from it, what leads
 * to it; then, where its passage is short, what other passages of the same article say to the question.
 */
function chooseCompany(lead: Candidate, candidates: Candidate[]): Candidate[] {
  const others = candidates.filter((each) => each !== lead).sort((a, b) => b.worth - a.worth);
  const beside = others.filter(({ ranked }) => ranked === lead.ranked);
  const near = beside.filter(({ worth }) => worth >= 0.85 * lead.worth);
  const after = beside.filter(({ at }) => at > lead.at).sort((a, b) => a.at - b.at);
  const before = beside.filter(({ at }) => at === lead.at - 1);
  const articleId = lead.ranked.passage.articleId;
  const elsewhere = others.filter(
    ({ ranked, worth }) =>
      ranked !== lead.ranked && ranked.passage.articleId === articleId && worth >= 0.55 * lead.worth,
  );
  const chosen = [...new Set([lead, ...near, ...after, ...before, ...elsewhere])].slice(0, MOST_SENTENCES);
  // The lead's passage first, each passage in its own order.
  const place = ({ ranked }: Candidate) => (ranked === lead.ranked ? '' : ranked.passage.id);
  return chosen.sort((a, b) => (place(a) === place(b) ? a.at - b.at : place(a) < place(b) ? -1 : 1));
}

/** "… have hours of their own: see Pick up in a store": the answer is where it points. */
const pointsAway = /\bsee (?:the )?[A-Z]/;

/** Chinese and Japanese end a sentence with a mark that brings its own space. */
const spaceless: ReadonlySet<string> = new Set(['zh', 'ja', 'th']);

/** A row of a table or two words of a list say little alone. Two characters of Chinese or Japanese are about a word. */
function isFragment(text: string): boolean {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return dense > 0 ? dense < 8 : text.split(/\s+/).length < 4;
}

/** What can be seen of an answer from outside, each about 0..1. */
export function readSigns(
  { ranked, coverage, topic, fits }: Candidate,
  typed: boolean,
  passages: RankedPassage[],
): number[] {
  const missing = ranked.question.filter(({ word }) => !ranked.matched.includes(word));
  // The most telling word that the passage does not speak about, and all that no passage does.
  const gap = missing.reduce((most, { weight }) => Math.max(most, weight), 0);
  const nowhere = missing
    .filter(({ word }) => passages.every(({ matched }) => !matched.includes(word)))
    .reduce((sum, { weight }) => sum + weight, 0);
  return [ranked.coverage, coverage, topic, gap, nowhere, typed ? (fits ? 1 : -1) : 0];
}

/**
 * A logistic, fitted on the questions of the test beside this file, answerable and not; the test holds the calibration.
 * In the order of `readSigns`, the bias first.
 */
const supportWeights = [-2.24, 2.43, 1.59, 1.55, -1.77, -2.47, 1.25];

function weighSupport(lead: Candidate, typed: boolean, passages: RankedPassage[]): number {
  const [bias, ...weights] = supportWeights as [number, ...number[]];
  const sum = readSigns(lead, typed, passages).reduce((total, sign, at) => total + sign * weights[at]!, bias);
  return Math.round((1 / (1 + Math.exp(-sum))) * 1000) / 1000;
}
