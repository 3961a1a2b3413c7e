import { readIndex } from '../knowledge/read-index';
import { searchPassages } from '../knowledge/search-passages';
import type { RunningTurn } from './begin-turn';
import type { RedactedTurn } from './redact-turn';
import { retrievePassages } from './retrieval/retrieve-passages';
import type { Understanding } from './understanding/understanding.schema';

/** Passages for the message as a whole; a wish that needs its own is looked up again by the plan. */
export async function retrieveForTurn(running: RunningTurn, redacted: RedactedTurn, understood: Understanding) {
  const search = await searcher();
  return retrievePassages(
    { question: redacted.text, language: understood.language, audience: audienceOf(running) },
    search,
  );
}

export async function searcher() {
  const index = await readIndex();
  return (query: string, options: Parameters<typeof searchPassages>[2]) => searchPassages(index, query, options);
}

/** A customer never reads what is written for agents. */
export const audienceOf = (running: Pick<RunningTurn, 'conversation'>): 'verified' | 'public' =>
  running.conversation.verified ? 'verified' : 'public';
