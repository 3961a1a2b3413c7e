import { createHash } from 'node:crypto';
import { type Actor, appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { sealForCustomer } from '../privacy/seal-for-customer';
import { findVisible } from './list-conversations';
import { lookThroughFile, type NewFile } from './look-through-file';
import { contentRecord, nameRecord } from './view-attachments';
import type { AttachmentView } from './writing.schema';

type Of = { conversationId: string; customerId: string };

/** Files that lie unsent in one conversation: more is no message any more but a way to fill a disk. */
const mostUnsent = 40;

/** Keeps a file that a person means to send. Throws `not_found`. */
export async function addAttachment(
  person: PersonActor,
  conversationId: string,
  file: NewFile,
): Promise<AttachmentView> {
  const { customerId } = await findVisible(person, conversationId);
  return keepFile({ conversationId, customerId }, { kind: 'person', id: person.id }, file);
}

/**
 * Checks, scans and keeps a file, sealed under the customer's key. What is refused is answered with its reason, and of it
 * nothing but the reason is kept.
 */
export async function keepFile(of: Of, actor: Actor, file: NewFile): Promise<AttachmentView> {
  const { conversationId, customerId } = of;
  const unsent = await db().attachment.count({ where: { conversationId, messageId: null, state: 'clean' } });
  if (unsent >= mostUnsent)
    throw new AppError('invalid', 'attachments: too many files lie here unsent. Remove some first.');
  const { bytes } = file;
  const looked = await lookThroughFile(file, 'agent');
  const { name: shown, type } = looked;
  const why = looked.ok ? null : looked.why;
  const id = newId();
  const state = why === null ? 'clean' : 'refused';
  await inTransaction(async (tx) => {
    const seal = await sealForCustomer(tx, customerId);
    await tx.attachment.create({
      data: {
        id,
        conversationId,
        personId: actor.kind === 'person' ? actor.id : null,
        name: seal.close(shown, nameRecord(id)),
        type,
        bytes: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        content: why === null ? seal.closeBytes(bytes, contentRecord(id)) : new Uint8Array(),
        state,
        why,
      },
    });
    if (why !== null)
      await appendAudit(tx, {
        actor,
        action: 'attachment.refused',
        subject: { kind: 'conversation', id: conversationId },
        after: { attachmentId: id, type, bytes: bytes.byteLength, why },
      });
  });
  return { id, name: shown, type, bytes: bytes.byteLength, state, why };
}
