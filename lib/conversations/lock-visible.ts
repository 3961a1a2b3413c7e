import type { PersonActor } from '../auth/permissions';
import { inTransaction, type Tx } from '../platform/db';
import type { Conversation } from '../platform/records';
import { findVisible } from './list-conversations';
import { lockConversation } from './lock-conversation';

/** A transaction with the conversation locked, looked up through who asks. Throws `not_found` for what they may not see. */
export async function lockVisible<T>(
  person: PersonActor,
  id: string,
  work: (tx: Tx, now: Conversation) => Promise<T>,
): Promise<T> {
  await findVisible(person, id);
  return inTransaction(async (tx) => work(tx, await lockConversation(tx, id)));
}
