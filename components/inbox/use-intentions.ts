'use client';

import type { QueryClient } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { toast } from 'sonner';
import * as actions from '@/app/(workspace)/inbox/actions';
import { useMe } from '@/components/shell/me';
import type { ConversationView, RejectReason } from '@/lib/conversations/conversation.schema';
import type { ActionResult } from '@/lib/http/action.schema';
import { beginChange, isChanging } from './changes';
import { inboxKeys } from './queries';
import { withWritten } from './sending';
import { showDone } from './triage/undo-toast';

/** The server refused, in a code that a program and words that a person can read. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

export type Change = (view: ConversationView) => ConversationView;

/** Shows a change at once, and takes it back, saying so, when the server does not agree. */
export async function intend(
  client: QueryClient,
  conversationId: string,
  { act, change, failed }: { act: () => Promise<ActionResult<unknown>>; change?: Change; failed: string },
): Promise<void> {
  const key = inboxKeys.conversation(conversationId);
  const arrived = beginChange(conversationId);
  await client.cancelQueries({ queryKey: key });
  const before = client.getQueryData<ConversationView>(key);
  if (before && change) client.setQueryData(key, change(before));
  try {
    const result = await act().catch(() => null);
    if (result === null) throw new Refused('unreachable', 'The server cannot be reached.');
    if (!result.ok) throw new Refused(result.code, result.message);
  } catch (error) {
    if (before) client.setQueryData(key, before);
    const why = error instanceof Error ? error.message : '';
    // A conflict is told in place, with the text that was kept.
    if (!(error instanceof Refused && error.code === 'conflict')) toast.error(failed, { description: why });
    throw error;
  } finally {
    arrived();
    // The last of several reads for all of them.
    if (!isChanging(conversationId)) void client.invalidateQueries({ queryKey: key });
    void client.invalidateQueries({ queryKey: inboxKeys.lists });
    void client.invalidateQueries({ queryKey: inboxKeys.counts });
  }
}

/** Everything a person can set going in a conversation. */
export function useIntentions(conversationId: string) {
  const client = useQueryClient();
  const me = useMe();
  const person = { id: me.id, name: me.name, hue: me.hue };
  const holds: Change = (view) => ({ ...view, conversation: { ...view.conversation, holder: 'agent', agent: person } });
  const closes: Change = (view) => ({ ...view, conversation: { ...view.conversation, state: 'closed' } });

  const note = useMutation({
    mutationFn: (text: string) =>
      intend(client, conversationId, {
        act: () => actions.note({ kind: 'note', conversationId, text }),
        change: (view) => withWritten(view, { kind: 'note', text, person, at: new Date().toISOString() }),
        failed: 'The note was not kept',
      }),
  });
  const take = useMutation({
    mutationFn: () =>
      intend(client, conversationId, {
        act: () => actions.take({ conversationId }),
        change: (view) => ({ ...holds(view), may: { ...view.may, reply: true, take: false } }),
        failed: 'It was not taken',
      }),
    onError: tellConflict,
  });
  const assign = useMutation({
    mutationFn: (to: { personId?: string; teamId?: string }) =>
      intend(client, conversationId, {
        act: () => actions.assign({ conversationId, ...to }),
        failed: 'It was not assigned',
      }),
    onError: tellConflict,
  });
  const reopen = useMutation({
    mutationFn: () =>
      intend(client, conversationId, { act: () => actions.reopen({ conversationId }), failed: 'It was not reopened' }),
    onError: tellConflict,
  });
  const solve = useMutation({
    mutationFn: () =>
      intend(client, conversationId, {
        act: () => actions.solve({ conversationId }),
        change: closes,
        failed: 'It was not solved',
      }),
    // At the press: the key for undo pressed right after it would else take back what was done before.
    onMutate: () => ({
      unsay: showDone({ id: `solved-${conversationId}`, icon: Check, says: 'Solved', undo: () => reopen.mutate() }),
    }),
    onError: (error, _, said) => {
      said?.unsay();
      tellConflict(error);
    },
  });
  const handBack = useMutation({
    mutationFn: () =>
      intend(client, conversationId, {
        act: () => actions.handBack({ conversationId }),
        change: (view) => ({ ...view, conversation: { ...view.conversation, holder: 'assistant', agent: null } }),
        failed: 'It was not handed back',
      }),
    onError: tellConflict,
  });
  const accept = useMutation({
    mutationFn: (handoffId: string) =>
      intend(client, conversationId, {
        act: () => actions.acceptNextStep({ handoffId }),
        change: (view) => ({
          ...holds(view),
          may: { ...view.may, reply: true, take: false },
          handoff: view.handoff && { ...view.handoff, accepted: true },
        }),
        failed: 'The next step was not accepted',
      }),
    onError: tellConflict,
  });
  const takeDraft = useMutation({
    mutationFn: (draftId: string) =>
      intend(client, conversationId, {
        act: () => actions.takeDraft({ draftId }),
        change: draftState(draftId, 'taken'),
        failed: 'The draft was not marked as taken',
      }),
  });
  const rejectDraft = useMutation({
    mutationFn: ({ draftId, why }: { draftId: string; why: RejectReason }) =>
      intend(client, conversationId, {
        act: () => actions.rejectDraft({ draftId, why }),
        change: draftState(draftId, 'rejected'),
        failed: 'The draft was not put away',
      }),
    onError: tellConflict,
  });
  const decide = useMutation({
    mutationFn: (decision: { actionId: string; decision: 'approve' | 'refuse'; reason?: string }) =>
      intend(client, conversationId, { act: () => actions.decideAction(decision), failed: 'Nothing was decided' }),
    onError: tellConflict,
    onSuccess: (_, { decision }) => toast.success(decision === 'approve' ? 'You said yes' : 'Denied'),
  });
  return { note, take, assign, solve, reopen, handBack, accept, takeDraft, rejectDraft, decide };
}

export type Intentions = ReturnType<typeof useIntentions>;

function draftState(draftId: string, state: 'taken' | 'rejected'): Change {
  return (view) => ({
    ...view,
    drafts: view.drafts.map((draft) => (draft.id === draftId ? { ...draft, state } : draft)),
  });
}

function tellConflict(error: Error): void {
  if (error instanceof Refused && error.code === 'conflict')
    toast.error('Somebody was faster', { description: error.message });
}
