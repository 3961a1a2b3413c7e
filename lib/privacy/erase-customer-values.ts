import type { Tx } from '../platform/db';

/** Destroys a customer's key: the values it sealed cannot be read again; their placeholders stay. */
export async function eraseCustomerValues(tx: Tx, customerId: string): Promise<void> {
  await tx.customerKey.deleteMany({ where: { customerId } });
  // A fingerprint would still tell whether a value somebody guesses was among them.
  await tx.$executeRaw`UPDATE "PrivateToken" SET fingerprint = 'erased:' || placeholder WHERE "customerId" = ${customerId}::uuid`;
}
