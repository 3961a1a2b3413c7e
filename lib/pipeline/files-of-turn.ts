import { readMessageAttachments } from '../conversations/view-attachments';
import type { Tx } from '../platform/db';
import type { GivenFile } from './plan.schema';

/** What a file is to a playbook. */
const kinds: [starts: string, kind: string][] = [
  ['application/pdf', 'pdf'],
  ['image/', 'picture'],
  ['text/', 'text'],
];

/** The files of these messages, in the order in which they were written and attached. */
export async function filesOf(tx: Tx, messageIds: string[]): Promise<GivenFile[]> {
  const byMessage = await readMessageAttachments(messageIds, tx);
  return messageIds.flatMap((messageId) =>
    (byMessage.get(messageId) ?? []).map(({ id, name, type, bytes }) => ({
      id,
      name,
      kind: kinds.find(([starts]) => type.startsWith(starts))?.[1] ?? 'other',
      bytes,
    })),
  );
}
