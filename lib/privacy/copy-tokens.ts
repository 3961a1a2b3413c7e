import type { Tx } from '../platform/db';
import { readTokens } from './read-tokens';
import { ensureKey } from './vault/customer-keys';
import { sealValue } from './vault/seal-value';

/**
 * Gives a conversation the values of another one of the same customer, under the same placeholders, so that what is moved
 * from there into a still empty one reads as it did. A value is sealed with its place: copying rows alone would not open.
 */
export async function copyTokens(
  tx: Tx,
  { from, to, customerId }: { from: string; to: string; customerId: string },
): Promise<void> {
  const rows = await tx.privateToken.findMany({ where: { conversationId: from } });
  if (rows.length === 0) return;
  const opened = (await readTokens(tx, [from])).get(from) ?? {};
  const key = await ensureKey(tx, customerId);
  await tx.privateToken.createMany({
    data: rows
      // What no longer opens was erased: its placeholder stays, there as here.
      .filter(({ placeholder }) => opened[placeholder] && opened[placeholder].value !== placeholder)
      .map(({ placeholder, kind, fingerprint }) => ({
        conversationId: to,
        placeholder,
        kind,
        customerId,
        sealed: sealValue(opened[placeholder]!.value, key, `${to}:${placeholder}`),
        fingerprint,
      })),
  });
}
