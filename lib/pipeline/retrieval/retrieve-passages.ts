import type { Audience, RankedPassage, SearchKnowledge } from '@/lib/knowledge/knowledge.schema';

export type Retrieval = {
  passages: RankedPassage[];
  /** 0..1: how much of the question the best passage speaks about. Not yet the chance that it answers it. */
  strength: number;
};

/** More than a reply uses, enough that the answer is among them. */
const MOST_PASSAGES = 12;

const readableBy: Record<Audience, readonly Audience[]> = {
  public: ['public'],
  verified: ['public', 'verified'],
  agents: ['public', 'verified', 'agents'],
};

/** Ranked passages for a question, of what `audience` may read; none when the question says nothing to look for. */
export async function retrievePassages(
  { question, language, audience }: { question: string; language: string; audience: Audience },
  search: SearchKnowledge,
): Promise<Retrieval> {
  const wanted = withoutPlaceholders(question);
  if (!/[\p{L}\p{N}]/u.test(wanted)) return { passages: [], strength: 0 };
  const passages = await search(wanted, {
    audiences: readableBy[audience],
    language: language === 'und' ? undefined : language,
    // A customer is answered in their own language or by a person; an agent can make something of another.
    onlyLanguage: audience !== 'agents',
    limit: MOST_PASSAGES,
  });
  return { passages, strength: passages.reduce((best, { coverage }) => Math.max(best, coverage), 0) };
}

/** A customer's address or order number is in no article, and would only make the question look unanswered. */
function withoutPlaceholders(question: string): string {
  return question.replace(/\[[A-Z]+_\d+\]|\b[A-Z]{2,4}-\d{4,8}\b/g, ' ');
}
