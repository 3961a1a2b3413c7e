'use client';

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { ActionResult } from '@/lib/http/action.schema';

/** What an action gave; throws with what it said, or that nothing came. */
export async function give<I, T>(act: (input: I) => Promise<ActionResult<T>>, input: I): Promise<T> {
  const result = await act(input).catch(() => null);
  if (result === null) throw new Error('The server cannot be reached.');
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

type Change<T> = {
  /** What is old then: queries whose keys begin so are read again, also after a failure. */
  reads: readonly QueryKey[];
  /** Told when it failed, above why. */
  failed: string;
  done?: string | ((value: T) => string);
};

/** One change by an action. */
export function useChange<I, T>(act: (input: I) => Promise<ActionResult<T>>, { reads, failed, done }: Change<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: I) => give(act, input),
    onError: (error) => toast.error(failed, { description: error.message }),
    onSuccess: (value) => done && toast.success(typeof done === 'string' ? done : done(value)),
    onSettled: () => Promise.all(reads.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** Asks without changing anything: what went wrong stands where it was asked. */
export function useTrial<I, T>(act: (input: I) => Promise<ActionResult<T>>) {
  return useMutation({ mutationFn: (input: I) => give(act, input) });
}
