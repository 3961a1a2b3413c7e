import type { SafeFile } from '../conversations/look-through-file';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { openUpload } from '../privacy/seal-upload';
import type { ChatVisitor } from './chat-visitor';
import { uploadContent, uploadName, uploadsOf } from './keep-upload';

/** The files a visitor attached, to be sent with a message, in their order. Throws `invalid` where one is not theirs or gone. */
export async function readUploads(visitor: ChatVisitor, ids: string[]): Promise<SafeFile[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const rows = await db().chatUpload.findMany({ where: { ...uploadsOf(visitor), id: { in: wanted } } });
  return wanted.map((id) => {
    const row = rows.find((one) => one.id === id);
    const name = row && openUpload(row.name, uploadName(id));
    const bytes = row && openUpload(row.content, uploadContent(id));
    if (!row || !name || !bytes)
      throw new AppError('invalid', 'A file you attached is not here any more. Remove it and attach it again.');
    return { name: Buffer.from(name).toString(), bytes, type: row.type };
  });
}

/** Those that were sent or taken away again. What is not this visitor's stays. */
export async function dropUploads(visitor: ChatVisitor, ids: string[]): Promise<void> {
  if (ids.length > 0) await db().chatUpload.deleteMany({ where: { ...uploadsOf(visitor), id: { in: ids } } });
}
