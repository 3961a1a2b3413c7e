import type { Part } from './plan.schema';

/** A part of which nothing is known yet but the wish it is for. */
export function blankPart(wish: Pick<Part, 'intent' | 'wants' | 'team'>, understanding: number): Part {
  return {
    ...wish,
    kind: 'reply',
    text: '',
    sources: [],
    named: [],
    evidence: [],
    claims: [],
    tried: [],
    known: [],
    decisions: [],
    waiting: null,
    handoff: null,
    acted: false,
    closes: false,
    scores: { understanding, evidence: 1, tools: 1 },
  };
}
