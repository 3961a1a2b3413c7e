import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Conversation } from '../platform/records';

/**
 * The row, locked until the transaction ends: who decides on holder, state or latest message does it under this lock,
 * so that a customer's message and an agent's click are seen one after the other. Throws `not_found`.
 */
export async function lockConversation(tx: Tx, id: string): Promise<Conversation> {
  const missing = new AppError('not_found', 'There is no such conversation.');
  if (!isId(id)) throw missing;
  await tx.$queryRaw`SELECT id FROM "Conversation" WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.conversation.findUnique({ where: { id } });
  if (!row) throw missing;
  return row;
}
