import { openSearch } from '../knowledge/search-knowledge';
import type { RunningTurn } from './begin-turn';
import type { RedactedTurn } from './redact-turn';
import { retrievePassages } from './retrieval/retrieve-passages';
import type { Understanding } from './understanding/understanding.schema';

/** Passages for the message as a whole; a wish that needs its own is looked up again by the plan. */
export async function retrieveForTurn(running: RunningTurn, redacted: RedactedTurn, understood: Understanding) {
  const search = await openSearch();
  return retrievePassages(
    { question: redacted.text, language: understood.language, audience: audienceOf(running) },
    search,
  );
}

/** A customer never reads what is written for agents. */
export const audienceOf = (running: Pick<RunningTurn, 'conversation'>): 'verified' | 'public' =>
  running.conversation.verified ? 'verified' : 'public';
