'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { ask, decide } from '@/app/(workspace)/approvals/actions';
import { inboxKeys } from '@/components/inbox/queries';
import { fetchJson } from '@/components/shell/fetch-json';
import type { ActionResult } from '@/lib/http/action.schema';
import { type AskInput, approvalListSchema, approvalViewSchema, factsAgainSchema } from '@/lib/tools/approval.schema';

/** Live events name `['approvals']` when an action has changed. */
const keys = {
  all: ['approvals'] as const,
  list: ['approvals', 'list'] as const,
  one: (id: string) => ['approvals', 'one', id] as const,
};

const pathOf = (id: string) => `/api/approvals/${encodeURIComponent(id)}`;

export function useApprovals() {
  return useQuery({
    queryKey: keys.list,
    queryFn: ({ signal }) => fetchJson('/api/approvals', approvalListSchema, signal),
  });
}

export function useApproval(id: string | null) {
  return useQuery({
    queryKey: keys.one(id ?? ''),
    queryFn: ({ signal }) => fetchJson(pathOf(id ?? ''), approvalViewSchema, signal),
    enabled: id !== null,
  });
}

/** From the shop, only when somebody asks for it. */
export function useFactsAgain(id: string) {
  return useQuery({
    queryKey: ['facts-again', id],
    queryFn: ({ signal }) => fetchJson(`${pathOf(id)}/facts`, factsAgainSchema, signal),
    enabled: false,
    retry: false,
  });
}

async function settle<T>(answer: Promise<ActionResult<T>>): Promise<T> {
  const result = await answer.catch(() => null);
  if (result === null) throw new Error('The server cannot be reached.');
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const said = {
  approved: 'Approved',
  refused: 'Refused',
  waiting_approval: 'You agreed. It waits for a second person.',
};

type Decision = { actionId: string; decision: 'approve' | 'refuse'; reason?: string };

export function useDeciding() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => settle(decide(decision)),
    onError: (error) => toast.error('Nothing was decided by you', { description: error.message }),
    onSuccess: ({ status }) => toast.success(said[status]),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.all }),
        client.invalidateQueries({ queryKey: inboxKeys.counts }),
      ]),
  });
}

export function useAsking(conversationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (question: AskInput) => settle(ask(question)),
    onError: (error) => toast.error('Your question was not sent', { description: error.message }),
    onSuccess: (_, { to }) => toast.success(to === 'customer' ? 'Asked the customer' : 'Asked in a note'),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.all }),
        client.invalidateQueries({ queryKey: inboxKeys.conversation(conversationId) }),
      ]),
  });
}
