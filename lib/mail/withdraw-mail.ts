import type { Tx } from '../platform/db';
import type { MailKind } from './mail.schema';

/** Takes back what was not sent to these customers yet: one kind of it, or everything. */
export async function withdrawMail(tx: Tx, customerIds: string[], kind?: MailKind): Promise<void> {
  await tx.outgoingMail.deleteMany({
    where: { customerId: { in: customerIds }, ...(kind ? { kind, state: 'waiting' as const } : {}) },
  });
}

/** Takes back those of these that were not sent yet. */
export async function withdrawMails(tx: Tx, ids: string[]): Promise<void> {
  await tx.outgoingMail.deleteMany({ where: { id: { in: ids }, state: 'waiting' } });
}
