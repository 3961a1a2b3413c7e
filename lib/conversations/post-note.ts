import { findMentions } from '../format/find-mentions';
import { firstName } from '../format/initials';
import type { Tx } from '../platform/db';
import type { Conversation } from '../platform/records';
import { destroyCardData } from '../privacy/destroy-card-data';
import { appendMessage } from './append-message';
import { readColleagues } from './list-colleagues';
import { notifyPerson } from './notify-person';

/** Leaves a note under the caller's lock, and tells those it calls by name who may see the conversation. */
export async function postNote(
  tx: Tx,
  now: Conversation,
  person: { id: string; name: string },
  text: string,
): Promise<{ messageId: string }> {
  const conversationId = now.id;
  const clean = destroyCardData(text).text;
  const message = await appendMessage(tx, {
    conversationId,
    channelId: now.channelId,
    author: 'agent',
    kind: 'note',
    text: clean,
    personId: person.id,
  });
  const called = clean.includes('@') ? findMentions(clean, await readColleagues(tx, person.id, conversationId)) : [];
  for (const { id } of called)
    await notifyPerson(tx, {
      personId: id,
      kind: 'mentioned',
      conversationId,
      messageId: message.id,
      byId: person.id,
      says: `${firstName(person.name)} called you in a note`,
    });
  return { messageId: message.id };
}
