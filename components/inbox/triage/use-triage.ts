'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AlarmClock, Merge, Split } from 'lucide-react';
import { toast } from 'sonner';
import * as actions from '@/app/(workspace)/inbox/triage/actions';
import { fetchJson } from '@/components/shell/fetch-json';
import type { LabelView, Priority } from '@/lib/conversations/triage.schema';
import { labelListSchema } from '@/lib/conversations/triage.schema';
import { formatHour } from '@/lib/format/choose-hour';
import type { ActionResult } from '@/lib/http/action.schema';
import { openHere } from '../use-desk';
import { type Change, intend, Refused } from '../use-intentions';
import { showDone } from './undo-toast';

/** Labels come anew with `desk.changed`. */
export function useLabels(enabled: boolean) {
  return useQuery({
    queryKey: ['desk', 'labels'],
    queryFn: ({ signal }) => fetchJson('/api/inbox/labels', labelListSchema, signal),
    enabled,
  });
}

const inView =
  (more: Partial<Parameters<Change>[0]['conversation']>): Change =>
  (view) => ({ ...view, conversation: { ...view.conversation, ...more } });

/** What one does with a conversation besides answering it. */
export function useTriage(conversationId: string) {
  const client = useQueryClient();
  const run = <T>(act: () => Promise<ActionResult<T>>, failed: string, change?: Change) =>
    intend(client, conversationId, { act, failed, ...(change ? { change } : {}) });

  const wake = useMutation({
    mutationFn: () =>
      run(() => actions.wake({ conversationId }), 'It was not woken', inView({ snoozedAt: null, snoozedUntil: null })),
    onError: tell,
  });
  const snooze = useMutation({
    mutationFn: (until: string | null) =>
      run(
        () => actions.snooze({ conversationId, until }),
        'It was not snoozed',
        inView({ snoozedAt: new Date().toISOString(), snoozedUntil: until }),
      ),
    onError: tell,
    onSuccess: (_, until) =>
      showDone({
        id: `snoozed-${conversationId}`,
        icon: AlarmClock,
        says: until ? `Snoozed until ${formatHour(new Date(until), new Date())}` : 'Snoozed until they reply',
        undo: () => wake.mutate(),
      }),
  });
  const label = useMutation({
    mutationFn: ({ add, remove, after }: { add: string[]; remove: string[]; after: LabelView[] }) =>
      run(
        () => actions.label({ conversationIds: [conversationId], add, remove }),
        'The labels were not changed',
        inView({ labels: after }),
      ),
    onError: tell,
  });
  const prioritise = useMutation({
    mutationFn: (priority: Priority) =>
      run(
        () => actions.prioritise({ conversationIds: [conversationId], priority }),
        'The priority was not changed',
        inView({ priority }),
      ),
    onError: tell,
  });
  const unmerge = useMutation({
    mutationFn: () => run(() => actions.unmerge({ conversationId }), 'It was not taken out'),
    onError: tell,
    onSuccess: () => openHere(conversationId),
  });
  const merge = useMutation({
    mutationFn: (target: { id: string; number: number }) =>
      run(() => actions.merge({ sourceId: conversationId, targetId: target.id }), 'They were not merged'),
    onError: tell,
    onSuccess: (_, target) => {
      openHere(target.id);
      showDone({
        id: `merged-${conversationId}`,
        icon: Merge,
        says: `Merged into #${target.number}`,
        undo: () => unmerge.mutate(),
      });
    },
  });
  const split = useMutation({
    mutationFn: async (messageId: string) => {
      let made: { conversationId: string; number: number } | undefined;
      await run(async () => {
        const result = await actions.split({ conversationId, messageId });
        if (result.ok) made = result.value;
        return result;
      }, 'It was not split');
      return made!;
    },
    onError: tell,
    onSuccess: (made) => {
      openHere(made.conversationId);
      showDone({
        id: `split-${made.conversationId}`,
        icon: Split,
        says: `This is #${made.number} now`,
        // Put together again it is one conversation to everybody, though the number stays.
        undo: () =>
          void actions.merge({ sourceId: made.conversationId, targetId: conversationId }).then((result) => {
            if (!result.ok) toast.error('It was not put back', { description: result.message });
            else openHere(conversationId);
          }),
      });
    },
  });
  const unread = useMutation({
    mutationFn: () => run(() => actions.unread({ conversationId }), 'It was not marked'),
    onError: tell,
    // Left open it would be read again at once.
    onSuccess: () => openHere(null),
  });
  return { snooze, wake, label, prioritise, merge, unmerge, split, unread };
}

export type Triage = ReturnType<typeof useTriage>;

function tell(error: Error): void {
  if (error instanceof Refused && error.code === 'conflict')
    toast.error('That does not go now', { description: error.message });
}
