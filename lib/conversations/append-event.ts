import { recordEvent } from '../events/record-event';
import type { Tx } from '../platform/db';
import type { Conversation } from '../platform/records';
import { appendMessage } from './append-message';

export type EventLine = {
  /** What happened, in one word: the interface draws its sign by it. */
  name: string;
  /** As colleagues read it: "Nora snoozed it". */
  says: string;
  personId?: string | null;
  /** More for the interface, such as until when. */
  more?: Record<string, unknown>;
};

/** Puts a line into the log of a conversation the caller has locked, and tells that it changed. */
export async function appendEvent(
  tx: Tx,
  { id, channelId }: Pick<Conversation, 'id' | 'channelId'>,
  { name, says, personId = null, more }: EventLine,
): Promise<void> {
  await appendMessage(tx, {
    conversationId: id,
    channelId,
    author: 'system',
    kind: 'event',
    text: says,
    personId,
    event: { ...more, name },
  });
  await recordEvent(tx, 'conversation.changed', { conversationId: id });
}
