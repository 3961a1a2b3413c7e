import type { Tx } from '../platform/db';
import { type TokenKind, type Tokens, tokenKinds } from './privacy.schema';
import { readKeys } from './vault/customer-keys';
import { openValue } from './vault/seal-value';

/**
 * The tokens of conversations, opened: two queries, however many they are. A value whose key was destroyed stands for
 * itself: its placeholder keeps its number and its place.
 */
export async function readTokens(client: Tx, conversationIds: string[]): Promise<Map<string, Tokens>> {
  const opened = new Map<string, Tokens>(conversationIds.map((id) => [id, {}]));
  if (conversationIds.length === 0) return opened;
  const rows = await client.privateToken.findMany({ where: { conversationId: { in: conversationIds } } });
  if (rows.length === 0) return opened;
  const keys = await readKeys(client, [...new Set(rows.map(({ customerId }) => customerId))]);
  const known = new Set<string>(tokenKinds);
  for (const { conversationId, customerId, placeholder, kind, sealed } of rows) {
    const key = keys.get(customerId);
    const value = key && openValue(sealed, key, `${conversationId}:${placeholder}`);
    opened.get(conversationId)![placeholder] = {
      kind: known.has(kind) ? (kind as TokenKind) : 'LITERAL',
      value: value ?? placeholder,
    };
  }
  return opened;
}
