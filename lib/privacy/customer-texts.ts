import type { Tx } from '../platform/db';
import { ensureKey, readKeys } from './vault/customer-keys';
import { openValue, sealValue } from './vault/seal-value';

/** A text about a customer, sealed under their key: forgetting them destroys it. `record` says which text it is. */
export async function sealText(tx: Tx, customerId: string, record: string, text: string): Promise<string> {
  return sealValue(text, await ensureKey(tx, customerId), `text:${record}`);
}

/** What such texts say; one that does not open any more is left out. */
export async function openTexts(
  client: Tx,
  texts: { id: string; customerId: string; sealed: string }[],
): Promise<Map<string, string>> {
  const keys = await readKeys(client, [...new Set(texts.map(({ customerId }) => customerId))]);
  return new Map(
    texts.flatMap(({ id, customerId, sealed }) => {
      const key = keys.get(customerId);
      const text = key && openValue(sealed, key, `text:${id}`);
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
}
