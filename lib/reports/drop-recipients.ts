import { withdrawMails } from '../mail/withdraw-mail';
import type { Tx } from '../platform/db';

/** They are written to no more: what waits for them is taken back. */
export async function withdrawFrom(tx: Tx, recipientIds: string[]): Promise<void> {
  if (recipientIds.length === 0) return;
  const mails = await tx.reportMail.findMany({
    where: { recipientId: { in: recipientIds } },
    select: { mailId: true },
  });
  const asking = await tx.reportRecipient.findMany({
    where: { id: { in: recipientIds } },
    select: { askMailId: true },
  });
  await withdrawMails(tx, [
    ...mails.map(({ mailId }) => mailId),
    ...asking.flatMap(({ askMailId }) => (askMailId ? [askMailId] : [])),
  ]);
}

export async function dropRecipients(tx: Tx, recipientIds: string[]): Promise<void> {
  await withdrawFrom(tx, recipientIds);
  await tx.reportRecipient.deleteMany({ where: { id: { in: recipientIds } } });
}
