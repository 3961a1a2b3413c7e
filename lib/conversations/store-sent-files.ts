import { createHash } from 'node:crypto';
import type { Tx } from '../platform/db';
import { newId } from '../platform/ids';
import { sealForCustomer } from '../privacy/seal-for-customer';
import type { SafeFile } from './look-through-file';
import { contentRecord, nameRecord } from './view-attachments';

type Of = { conversationId: string; customerId: string; messageId: string };

/** Keeps the files a customer's message came with, sealed under the customer's key, in the transaction that stores it. */
export async function storeSentFiles(tx: Tx, { customerId, ...of }: Of, files: SafeFile[]): Promise<void> {
  if (files.length === 0) return;
  const seal = await sealForCustomer(tx, customerId);
  // One after the other: ids grow with time, and that is the order in which they are shown.
  for (const { name, bytes, type } of files) {
    const id = newId();
    await tx.attachment.create({
      data: {
        ...of,
        id,
        name: seal.close(name, nameRecord(id)),
        type,
        bytes: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        content: seal.closeBytes(bytes, contentRecord(id)),
        state: 'clean',
      },
    });
  }
}
