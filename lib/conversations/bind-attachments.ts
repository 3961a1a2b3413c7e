import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { mostAttachments } from './writing.schema';

type Bound = { conversationId: string; messageId: string; ids: string[] };

/** Gives files to the message they go out with. What was refused, or not looked at yet, never does. Throws `invalid`. */
export async function bindAttachments(tx: Tx, { conversationId, messageId, ids }: Bound): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  if (wanted.length > mostAttachments) throw new AppError('invalid', `attachments: at most ${mostAttachments} files.`);
  const bound = await tx.attachment.updateMany({
    where: { id: { in: wanted }, conversationId, messageId: null, state: 'clean' },
    data: { messageId },
  });
  if (bound.count !== wanted.length)
    throw new AppError('invalid', 'attachments: one of the files cannot be sent. Remove it and send again.');
}
