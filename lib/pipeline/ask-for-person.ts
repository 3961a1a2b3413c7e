import { wakeForReply } from '../conversations/wake-conversation';
import { inTransaction } from '../platform/db';
import { passToPeople } from './pass-to-people';
import { findConversation, findCustomer, type InboundSender } from './receive-message';

export type PersonAnswer = {
  conversationId: string;
  holder: 'queue' | 'agent';
  /** People had it before: nothing changed. */
  already: boolean;
};

/**
 * Obeys "talk to a person" at once: acknowledged, handed over warm and queued in one transaction, with no worker and no
 * turn in between. A turn that runs meanwhile finds that it no longer holds the conversation and says nothing.
 * Begins a conversation for who has none. Throws `not_found` for one that is not this customer's.
 */
export async function askForPerson(asking: InboundSender): Promise<PersonAnswer> {
  return inTransaction(async (tx) => {
    const customerId = await findCustomer(tx, asking);
    const conversation = await findConversation(tx, asking, customerId);
    const conversationId = asking.conversationId ?? conversation.id;
    if (conversation.holder !== 'assistant') {
      await wakeForReply(tx, conversation);
      return { conversationId, holder: conversation.holder, already: true };
    }
    await passToPeople(tx, conversation, {
      event: { name: 'asked_for_person', says: 'The customer asked for a person' },
      asked: true,
      need: {
        reason: 'asked_for_person',
        stopped: 'The customer pressed “Talk to a person”.',
        missing: [],
        suggestion: null,
      },
    });
    return { conversationId, holder: 'queue', already: false };
  });
}
