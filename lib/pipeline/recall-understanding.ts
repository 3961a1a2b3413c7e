import type { RunningTurn } from './begin-turn';
import type { Understanding } from './plan.schema';

/**
 * What a turn without a message of the customer stands on: the wish its run began with, as it was understood then. A run
 * begun by a message that tried to steer may still read, and does not write.
 */
export function recallUnderstanding({ woken, conversation, customer }: RunningTurn): Understanding {
  const { intent, wish, trusted } = woken!.state;
  return {
    wishes: [{ intent, probability: 0.97, runnersUp: [], text: wish, words: [] }],
    language: conversation.language ?? customer.language ?? 'en',
    sentiment: conversation.sentiment ?? 0,
    urgency: 0,
    sensitive: [],
    wantsPerson: false,
    injectionRisk: trusted ? 0 : 1,
    entities: [],
    reasons: ['Nobody wrote: what a playbook waited for has come.'],
  };
}
