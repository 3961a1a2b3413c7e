import { type PersonActor, visibleTo } from '../auth/permissions';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Prisma } from '../platform/records';
import { openForCustomer } from '../privacy/seal-for-customer';
import { contentRecord, nameRecord } from './view-attachments';

export type StoredFile = { name: string; type: string; content: Uint8Array<ArrayBuffer> };

/** A file for a person who may see the conversation it belongs to. Throws `not_found`. */
export function readAttachment(person: PersonActor, id: string): Promise<StoredFile> {
  return openFile({ id, conversation: visibleTo(person) });
}

/** A file that went out with a reply; whether the asker sees that reply is the caller's to find out. Throws `not_found`. */
export async function readSentAttachment(id: string): Promise<StoredFile & { messageId: string }> {
  const file = await openFile({ id, message: { kind: 'reply' } });
  if (!file.messageId) throw new AppError('not_found', 'There is no such file.');
  return { ...file, messageId: file.messageId };
}

/** A file the customer sent in this conversation, for the assistant that reads it. Throws `not_found`. */
export function readCustomerFile(conversationId: string, id: string): Promise<StoredFile> {
  return openFile({ id, conversationId, message: { author: 'customer' } });
}

async function openFile(
  where: Prisma.AttachmentWhereInput & { id: string },
): Promise<StoredFile & { messageId: string | null }> {
  const file = isId(where.id)
    ? await db().attachment.findFirst({
        where: { ...where, state: 'clean' },
        include: { conversation: { select: { customerId: true } } },
      })
    : null;
  const opener = file && (await openForCustomer(db(), file.conversation.customerId));
  const content = opener?.openBytes(file?.content ?? new Uint8Array(), contentRecord(where.id));
  if (!file || !opener || !content) throw new AppError('not_found', 'There is no such file.');
  return {
    name: opener.open(file.name, nameRecord(file.id)) ?? 'file',
    type: file.type,
    content,
    messageId: file.messageId,
  };
}
