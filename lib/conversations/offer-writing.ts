import { recordEvent } from '../events/record-event';
import type { Tx } from '../platform/db';
import { openWriting, sealWriting } from './seal-writing';

/** Puts a sentence where a person writes to the customer, if nothing stands there: it is theirs to send or to throw away. */
export async function offerWriting(
  tx: Tx,
  { conversationId, customerId, personId }: { conversationId: string; customerId: string; personId: string },
  text: string,
): Promise<void> {
  const key = { conversationId, personId, kind: 'reply' as const };
  await tx.$queryRaw`SELECT 1 FROM "Writing" WHERE "conversationId" = ${conversationId}::uuid AND "personId" = ${personId}::uuid FOR UPDATE`;
  const now = await tx.writing.findUnique({ where: { conversationId_personId_kind: key } });
  if (now && (await openWriting(tx, { conversationId, customerId })).open(now.text).trim() !== '') return;
  const sealed = (await sealWriting(tx, { conversationId, customerId })).close(text);
  const { revision } = await tx.writing.upsert({
    where: { conversationId_personId_kind: key },
    create: { ...key, text: sealed, updatedAt: new Date() },
    update: { text: sealed, revision: { increment: 1 }, updatedAt: new Date() },
  });
  await recordEvent(tx, 'writing.kept', { ...key, revision });
}
