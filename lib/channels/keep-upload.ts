import { lookThroughFile, type NewFile } from '../conversations/look-through-file';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { sealUpload } from '../privacy/seal-upload';
import { type ChatUploaded, mostChatFiles } from './chat.schema';
import { type ChatVisitor, nameVisitor } from './chat-visitor';

/** Of one visitor: what one message takes, and as much again that was attached on a page since left. */
const mostUnsent = 2 * mostChatFiles;
/** What lies unsent of all visitors together: beyond it, many who each attach a little would fill the disk. */
const mostBytesUnsent = 2_000_000_000;

export const uploadName = (id: string) => `upload:${id}:name`;
export const uploadContent = (id: string) => `upload:${id}:content`;

/** Whose uploads these are, on which channel. */
export const uploadsOf = (visitor: ChatVisitor) => ({ channelId: visitor.channelId, visitor: nameVisitor(visitor) });

/**
 * Keeps a file that a visitor has attached until they send it, for a day at most. Checked by its content and scanned; of
 * what is refused nothing is kept. Throws `invalid` with a sentence for the customer, and `unavailable` when too much lies
 * unsent.
 */
export async function keepUpload(visitor: ChatVisitor, file: NewFile): Promise<ChatUploaded> {
  const of = uploadsOf(visitor);
  const { _sum } = await db().chatUpload.aggregate({ _sum: { bytes: true } });
  if ((_sum.bytes ?? 0) + file.bytes.byteLength > mostBytesUnsent)
    throw new AppError('unavailable', 'Files cannot be taken right now. Try again later, or write without it.');
  const looked = await lookThroughFile(file, 'customer');
  if (!looked.ok) throw new AppError('invalid', looked.why);
  const { name, bytes, type } = looked;
  const id = newId();
  await dropOldest(of);
  await db().chatUpload.create({
    data: {
      ...of,
      id,
      name: sealUpload(Buffer.from(name), uploadName(id)),
      type,
      bytes: bytes.byteLength,
      content: sealUpload(bytes, uploadContent(id)),
    },
  });
  return { id, name, bytes: bytes.byteLength };
}

/** Makes room for one more: what lies here longest was most likely left behind. */
async function dropOldest(of: ReturnType<typeof uploadsOf>): Promise<void> {
  const old = await db().chatUpload.findMany({
    where: of,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: mostUnsent - 1,
    select: { id: true },
  });
  if (old.length > 0) await db().chatUpload.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
}
