import { readCustomerFile } from '../conversations/read-attachment';
import { readDocument } from '../documents/read-document';
import { AppError } from '../platform/errors';
import type { FileRead } from './plan.schema';

/** What stands in a file that the customer sent in this conversation; another's is no file at all. */
export async function readGivenFile(conversationId: string, id: string): Promise<FileRead> {
  try {
    const { name, type, content } = await readCustomerFile(conversationId, id);
    const read = await readDocument(type, content);
    return read.readable ? { kind: 'read', name, pages: read.pages } : { kind: 'unreadable', name, why: read.why };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found')
      return { kind: 'unreadable', name: 'the file', why: 'It is not there any more.' };
    throw error;
  }
}
