import type { ConversationView, MessageView } from '@/lib/conversations/conversation.schema';

/** Marks what is on its way and has no id of its own yet. */
export const sendingPrefix = 'sending-';
/** Nobody can do anything with it yet. */
export const isSending = (id: string): boolean => id.startsWith(sendingPrefix);

type Written = {
  kind: 'reply' | 'note';
  text: string;
  person: { id: string; name: string; hue: number };
  at: string;
  attachments?: MessageView['attachments'];
};

/** The conversation as it will be once what was written has arrived. */
export function withWritten(view: ConversationView, written: Written): ConversationView {
  const message: MessageView = {
    id: `${sendingPrefix}${written.at}`,
    author: 'agent',
    kind: written.kind,
    text: written.text,
    at: written.at,
    person: written.person,
    channel: view.conversation.channel,
    sources: [],
    attachments: written.attachments ?? [],
    mentions: [],
    event: null,
    turn: null,
  };
  return { ...view, messages: [...view.messages, message] };
}
