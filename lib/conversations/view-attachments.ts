import { db, type Tx } from '../platform/db';
import { type Opener, openForCustomer } from '../privacy/seal-for-customer';
import type { AttachmentView } from './writing.schema';

type Of = { conversationId: string; customerId: string };

/** Where a file's name stands, and its content: neither opens anywhere else. */
export const nameRecord = (id: string) => `attachment:${id}:name`;
export const contentRecord = (id: string) => `attachment:${id}:content`;

const shown = { id: true, name: true, type: true, bytes: true, state: true, why: true, messageId: true } as const;

/** Files of one conversation by their ids, without their content. */
export async function readAttachments(client: Tx, of: Of, ids: string[]): Promise<Map<string, AttachmentView>> {
  if (ids.length === 0) return new Map();
  const rows = await client.attachment.findMany({
    where: { conversationId: of.conversationId, id: { in: [...new Set(ids)] } },
    select: shown,
  });
  if (rows.length === 0) return new Map();
  const opener = await openForCustomer(client, of.customerId);
  return new Map(
    rows.map(({ messageId: _, ...row }) => [
      row.id,
      { ...row, name: opener.open(row.name, nameRecord(row.id)) ?? 'file' },
    ]),
  );
}

/** Those of messages, by the message they came with, oldest first. */
export async function readMessageAttachments(
  messageIds: string[],
  client: Tx = db(),
): Promise<Map<string, AttachmentView[]>> {
  const byMessage = new Map<string, AttachmentView[]>();
  if (messageIds.length === 0) return byMessage;
  const rows = await client.attachment.findMany({
    where: { messageId: { in: messageIds }, state: 'clean' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { ...shown, conversation: { select: { customerId: true } } },
  });
  const openers = new Map<string, Opener>();
  for (const { messageId, conversation, ...row } of rows) {
    const { customerId } = conversation;
    const opener = openers.get(customerId) ?? (await openForCustomer(client, customerId));
    openers.set(customerId, opener);
    const view = { ...row, name: opener.open(row.name, nameRecord(row.id)) ?? 'file' };
    if (messageId) byMessage.set(messageId, [...(byMessage.get(messageId) ?? []), view]);
  }
  return byMessage;
}
