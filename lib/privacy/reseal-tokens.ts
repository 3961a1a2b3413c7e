import type { Tx } from '../platform/db';
import { ensureKey, readKeys } from './vault/customer-keys';
import { openValue, sealValue } from './vault/seal-value';

/**
 * Seals the values of these conversations under the key of whom they belong to from now on, so that forgetting that
 * customer destroys them, and forgetting the other does not. What no longer opens was erased, and stays so.
 */
export async function resealTokens(tx: Tx, conversationIds: string[], customerId: string): Promise<void> {
  if (conversationIds.length === 0) return;
  const rows = await tx.privateToken.findMany({
    where: { conversationId: { in: conversationIds }, customerId: { not: customerId } },
  });
  if (rows.length === 0) return;
  const [keys, own] = [
    await readKeys(tx, [...new Set(rows.map((row) => row.customerId))]),
    await ensureKey(tx, customerId),
  ];
  for (const row of rows) {
    const key = keys.get(row.customerId);
    const record = `${row.conversationId}:${row.placeholder}`;
    const value = key && openValue(row.sealed, key, record);
    if (value === undefined) continue;
    await tx.privateToken.update({
      where: { conversationId_placeholder: { conversationId: row.conversationId, placeholder: row.placeholder } },
      data: { customerId, sealed: sealValue(value, own, record) },
    });
  }
}
