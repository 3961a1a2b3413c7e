'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AlarmClock, Check, SignalHigh, Tag, Undo2, UserRound } from 'lucide-react';
import { toast } from 'sonner';
import type { z } from 'zod';
import { changeMany, undoMany } from '@/app/(workspace)/inbox/triage/actions';
import type { BulkResult, bulkChangeSchema } from '@/lib/conversations/triage.schema';
import { mostAtOnce } from '@/lib/conversations/triage.schema';
import { inboxKeys } from '../queries';
import { clearSelection } from './selection';
import { showDone } from './undo-toast';

type Change = z.input<typeof bulkChangeSchema>;

const signs = {
  assign: UserRound,
  label: Tag,
  priority: SignalHigh,
  snooze: AlarmClock,
  solve: Check,
  hand_back: Undo2,
};

/** One press for many conversations, told with what did not go, and taken back by one key. */
export function useBulk(ids: readonly string[]) {
  const client = useQueryClient();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: inboxKeys.lists });
    void client.invalidateQueries({ queryKey: inboxKeys.counts });
    void client.invalidateQueries({ queryKey: inboxKeys.conversations });
  };
  return useMutation({
    mutationFn: async (change: Change) => {
      const result = await changeMany({ conversationIds: ids.slice(0, mostAtOnce), change }).catch(() => null);
      if (!result) throw new Error('The server cannot be reached.');
      if (!result.ok) throw new Error(result.message);
      return result.value;
    },
    // At the press, or what one chooses while it is on its way would be taken for more of the same. Labels are often several,
    // one after the other: the rows stay chosen.
    onMutate: (change) => (change.kind === 'label' ? undefined : clearSelection()),
    onError: (error, _, chooseAgain) => {
      chooseAgain?.();
      toast.error('Nothing was changed', { description: error.message });
    },
    onSuccess: (done, change) => {
      const more = sayRefused(done);
      if (done.changed === 0) {
        if (more) toast.error('Nothing was changed', { description: more });
        return;
      }
      showDone({
        id: done.id,
        icon: signs[change.kind],
        says: done.says,
        ...(more ? { more } : {}),
        undo: () => void undo(done.id).then(refresh),
      });
    },
    onSettled: refresh,
  });
}

function sayRefused({ refused }: BulkResult): string | null {
  const [first] = refused;
  if (!first) return null;
  const one = `${first.number === null ? 'One' : `#${first.number}`} stays as it is: ${first.why}`;
  return refused.length === 1 ? one : `${refused.length} stay as they are. ${one}`;
}

async function undo(id: string): Promise<void> {
  const result = await undoMany({ id }).catch(() => null);
  if (result?.ok) toast.success(result.value.says);
  else toast.error('It was not undone', { description: result?.message ?? 'The server cannot be reached.' });
}
