import type { ConversationFact, PersonFact } from './facts';
import type { Recorded } from './recorded';
import { listHoldings, sumHandleTime } from './sum-handle-time';

/** What each person did in a conversation: those who held it or wrote in it to the customer. The assistant is none of them. */
export function derivePersonFacts(
  recorded: Recorded,
  fact: ConversationFact,
  { activeGapMinutes }: { activeGapMinutes: number },
): PersonFact[] {
  const handled = sumHandleTime(recorded, activeGapMinutes);
  const holdings = listHoldings(recorded);
  const replies = recorded.messages.filter(({ author, kind }) => author === 'agent' && kind === 'reply');
  const people = new Set([...handled.keys(), ...replies.flatMap(({ personId }) => personId ?? [])]);
  const solver = fact.solvedAt ? whoSolved(recorded) : null;
  const { cameAt, channel, teamId, intent, language, customerTier, tier } = fact;
  const { rating, sla, matured, recontacted } = fact;
  const ended = { rating, sla, matured, recontacted };
  return [...people].sort().map((personId) => {
    const own = replies.filter((reply) => reply.personId === personId);
    const had = holdings.find((holding) => holding.personId === personId);
    const first = own.find(({ at }) => had && at >= had.from);
    return {
      conversationId: fact.id,
      personId,
      ...{ cameAt, channel, teamId, intent, language, customerTier, tier },
      replies: own.length,
      handleMs: handled.get(personId) ?? 0,
      solved: solver === personId,
      // Whoever brought it to its end is who the customer rates, whose promise it was, and to whom they come back.
      ...(solver === personId ? ended : { rating: null, sla: null, matured: false, recontacted: false }),
      firstReplyMs: first && had ? first.at.getTime() - had.from.getTime() : null,
    };
  });
}

/** Who held it when it was last closed. */
function whoSolved({ id, moves }: Recorded): string | null {
  const close = moves.findLast(({ of, move }) => of === id && move === 'close');
  return close?.holder === 'agent' ? close.agentId : null;
}
