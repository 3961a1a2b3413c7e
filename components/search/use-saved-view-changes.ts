'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import * as actions from '@/app/(workspace)/inbox/saved/actions';
import type { NewSavedView } from '@/lib/conversations/saved-view.schema';
import type { ActionResult } from '@/lib/http/action.schema';
import { searchKeys } from './queries';

/** What the server said, or why not, as an error that can be shown. */
async function done<T>(act: Promise<ActionResult<T>>): Promise<T> {
  const result = await act.catch(() => null);
  if (result === null) throw new Error('The server cannot be reached.');
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** Everything one can do to saved views; what fails says so. */
export function useSavedViewChanges() {
  const client = useQueryClient();
  const options = {
    onError: (error: Error) => {
      toast.error('The view was not changed', { description: error.message });
    },
    onSettled: () => client.invalidateQueries({ queryKey: searchKeys.views }),
  };
  return {
    create: useMutation({ mutationFn: (view: NewSavedView) => done(actions.createView(view)), ...options }),
    change: useMutation({
      mutationFn: (change: Partial<NewSavedView> & { id: string }) => done(actions.changeView(change)),
      ...options,
      onSuccess: () => client.invalidateQueries({ queryKey: ['inbox', 'list'] }),
    }),
    remove: useMutation({ mutationFn: (id: string) => done(actions.deleteView({ id })), ...options }),
    move: useMutation({ mutationFn: (move: { id: string; by: -1 | 1 }) => done(actions.moveView(move)), ...options }),
  };
}
