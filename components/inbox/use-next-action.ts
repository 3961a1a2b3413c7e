'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { type NextAction, nextActionAnswerSchema } from '@/lib/conversations/next-action.schema';

/**
 * What is best done next. Asked anew when what it rests on has changed, and not put in front of one's own words. Of help or
 * absent: nothing waits for it.
 */
export function useNextAction(view: ConversationView, writing: boolean): NextAction | null {
  const { id, state, holder, agent } = view.conversation;
  const rests = [
    view.messages.at(-1)?.id,
    state,
    holder,
    agent?.id,
    view.handoff?.accepted,
    ...view.drafts.map((draft) => `${draft.id}${draft.state}`),
    view.actions.find(({ status }) => status === 'waiting_approval')?.id,
  ].join(' ');
  const { data } = useQuery({
    queryKey: ['inbox', 'next', id, rests],
    queryFn: ({ signal }) =>
      fetchJson(`/api/inbox/conversations/${encodeURIComponent(id)}/next`, nextActionAnswerSchema, signal),
    enabled: state === 'open' && view.may.reply,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const next = data?.next ?? null;
  return next && next.kind !== 'decide' && next.kind !== 'solve' && writing ? null : next;
}
