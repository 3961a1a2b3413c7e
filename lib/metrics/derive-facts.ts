import { deriveConversationFact } from './derive-conversation-fact';
import { derivePersonFacts } from './derive-person-facts';
import { deriveTurnFacts } from './derive-turn-facts';
import type { Facts } from './facts';
import type { Costing, Recorded } from './recorded';

/** Everything that is counted of one conversation; nothing but its turns for one that is part of another now. */
export function deriveFacts(recorded: Recorded, costing: Costing, now: Date): Facts {
  const conversation = deriveConversationFact(recorded, costing, now);
  return {
    conversation,
    people: conversation ? derivePersonFacts(recorded, conversation, costing) : [],
    turns: deriveTurnFacts(recorded),
  };
}
