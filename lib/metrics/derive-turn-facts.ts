import type { TurnFact } from './facts';
import type { Recorded } from './recorded';

/** Ended with the assistant's own words: nobody of the desk was asked. What a supervisor looks at afterwards was carried all the same. */
const carrying = new Set(['replied', 'asked']);

/** Each turn of a conversation's own that came to an end; what was overtaken by a newer message or a person is none. */
export function deriveTurnFacts(recorded: Recorded): TurnFact[] {
  const { id, channel, teamId, customerTier, turns } = recorded;
  return turns.flatMap((turn) => {
    const ended = turn.status === 'saved' || turn.status === 'failed';
    if (turn.of !== id || !ended || !turn.outcome || turn.outcome === 'superseded') return [];
    return {
      turnId: turn.id,
      conversationId: id,
      at: turn.startedAt,
      channel,
      teamId,
      intent: turn.intent,
      language: turn.language,
      customerTier,
      tier: turn.tier,
      outcome: turn.outcome,
      engine: turn.engine,
      confidence: turn.confidence,
      carried: turn.status === 'saved' && carrying.has(turn.outcome) && turn.tier !== 'escalated',
      micros: turn.micros,
      ms: turn.endedAt ? Math.max(0, turn.endedAt.getTime() - turn.startedAt.getTime()) : 0,
      verdict: turn.verdict,
    };
  });
}
