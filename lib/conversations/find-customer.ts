import { may, type PersonActor, visibleTo } from '../auth/permissions';
import { db, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Customer, Prisma } from '../platform/records';

/** A customer is seen through their conversations; one without any belongs to everybody. */
export function customersVisibleTo(person: PersonActor): Prisma.CustomerWhereInput {
  if (may(person, 'conversations.see_all')) return {};
  return { OR: [{ conversations: { some: visibleTo(person) } }, { conversations: { none: {} } }] };
}

/** Throws `not_found` for a customer this person may not see, just as for one who is not there. */
export async function findVisibleCustomer(person: PersonActor, id: string): Promise<Customer> {
  const found = isId(id)
    ? // Who was merged away has no conversations any more: seen through where they went.
      await db().customer.findFirst({ where: { AND: [{ id }, customersVisibleTo(person)] } })
    : null;
  if (!found)
    throw new AppError('not_found', 'There is nothing here for you: it may not exist, or belong to another team.');
  return found;
}

/**
 * The customer, locked until the transaction ends, against being merged, split or forgotten meanwhile. A message that
 * arrives takes the same lock shared, so that it is never stored for somebody who was just merged away.
 */
export async function lockCustomer(tx: Tx, id: string): Promise<Customer> {
  await tx.$queryRaw`SELECT id FROM "Customer" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const customer = await tx.customer.findUnique({ where: { id } });
  if (!customer) throw new AppError('not_found', 'There is no such customer.');
  if (customer.mergedIntoId) throw new AppError('conflict', 'This customer was merged into another one meanwhile.');
  if (customer.forgottenAt) throw new AppError('conflict', 'This customer was forgotten. Nothing can be kept of them.');
  return customer;
}

/** A customer and everybody who was merged into them, directly or by way of another. */
export async function familyOf(client: Tx, customerId: string): Promise<string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE family AS (
      SELECT id FROM "Customer" WHERE id = ${customerId}::uuid
      UNION SELECT c.id FROM "Customer" c JOIN family f ON c."mergedIntoId" = f.id
    ) SELECT id::text FROM family`;
  return rows.map(({ id }) => id);
}
