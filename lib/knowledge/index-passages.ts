import type { Passage } from './knowledge.schema';
import type { KnowledgeIndex, Postings } from './knowledge-index';
import { readTerms } from './read-terms';

/** A word in the title says more about a passage than one in its text. */
const TITLE_WEIGHT = 1.6;
const HEADING_WEIGHT = 1.4;

/** An index for `searchPassages`. About 20 microseconds a word of text. */
export function indexPassages(passages: readonly Passage[]): KnowledgeIndex {
  const postings = new Map<string, Postings>();
  const lengths = new Float64Array(passages.length);
  let total = 0;
  passages.forEach((passage, position) => {
    const counts = new Map<string, number>();
    const add = (text: string, weight: number) => {
      for (const { term } of readTerms(text, passage.language)) {
        counts.set(term, (counts.get(term) ?? 0) + weight);
        lengths[position]! += weight;
      }
    };
    add(passage.text, 1);
    add(passage.title, TITLE_WEIGHT);
    for (const heading of passage.headings) add(heading, HEADING_WEIGHT);
    total += lengths[position]!;
    for (const [term, weight] of counts) {
      const posting = postings.get(term) ?? { passages: [], weights: [] };
      postings.set(term, posting);
      posting.passages.push(position);
      posting.weights.push(weight);
    }
  });
  return { passages, postings, lengths, averageLength: passages.length === 0 ? 1 : total / passages.length };
}
