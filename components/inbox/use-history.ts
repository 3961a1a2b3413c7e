'use client';

import { useState } from 'react';
import { fetchJson } from '@/components/shell/fetch-json';
import type { ConversationView, MessageView } from '@/lib/conversations/conversation.schema';
import { messagePageSchema } from '@/lib/conversations/conversation.schema';
import { joinHistory } from './join-history';

type Reading = 'rest' | 'reading' | 'failed';

/** A conversation's messages as far up as one has read. Its newest page comes with the view; what is above is asked for. */
export function useHistory(view: ConversationView) {
  const [held, setHeld] = useState({ page: view.messages, messages: view.messages, older: view.older });
  const [reading, setReading] = useState<Reading>('rest');
  let { messages, older } = held;
  if (held.page !== view.messages) {
    messages = joinHistory(held.messages, view.messages);
    // Nothing above was kept: the page itself says where what is above begins.
    if (messages === view.messages) older = view.older;
    setHeld({ page: view.messages, messages, older });
  }

  async function readOlder() {
    if (!older || reading === 'reading') return;
    setReading('reading');
    try {
      const id = encodeURIComponent(view.conversation.id);
      const page = await fetchJson(
        `/api/inbox/conversations/${id}/messages?before=${encodeURIComponent(older)}`,
        messagePageSchema,
      );
      setHeld((now) => ({ ...now, messages: withoutTwice([...page.messages, ...now.messages]), older: page.older }));
      setReading('rest');
    } catch {
      setReading('failed');
    }
  }
  return { messages, more: older !== null, reading, readOlder };
}

/** While a page above was read, what one had may have been let go and read anew. */
function withoutTwice(messages: MessageView[]): MessageView[] {
  const seen = new Set<string>();
  return messages.filter(({ id }) => !seen.has(id) && seen.add(id));
}
