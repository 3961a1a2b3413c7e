import { randomBytes } from 'node:crypto';
import { seal, unseal } from '../../platform/crypto';
import type { Tx } from '../../platform/db';

const recordOf = (customerId: string) => `customer-key:${customerId}`;

/** The keys of these customers that exist, with one query. */
export async function readKeys(client: Tx, customerIds: string[]): Promise<Map<string, Buffer>> {
  const rows = await client.customerKey.findMany({ where: { customerId: { in: customerIds } } });
  return new Map(
    rows.map(({ customerId, sealed }) => [customerId, Buffer.from(unseal(sealed, recordOf(customerId)), 'base64url')]),
  );
}

/** A customer's key, made at its first use. Two first uses at once end with one key. */
export async function ensureKey(tx: Tx, customerId: string): Promise<Buffer> {
  const sealed = seal(randomBytes(32).toString('base64url'), recordOf(customerId));
  await tx.$executeRaw`INSERT INTO "CustomerKey" ("customerId", sealed) VALUES (${customerId}::uuid, ${sealed}) ON CONFLICT DO NOTHING`;
  return (await readKeys(tx, [customerId])).get(customerId)!;
}
