'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { turnAssistant } from '@/app/(workspace)/automation/switch/actions';
import { fetchJson } from '@/components/shell/fetch-json';
import { type AssistantSwitch, assistantStandingSchema } from '@/lib/governance/assistant-switch.schema';

/** Live events name `['desk']` when the assistant was switched. */
const key = ['desk', 'assistant'] as const;

export function useAssistant() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => fetchJson('/api/assistant', assistantStandingSchema, signal),
  });
}

export function useSwitching() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (to: AssistantSwitch) => {
      const result = await turnAssistant(to).catch(() => null);
      if (result === null) throw new Error('The server cannot be reached.');
      if (!result.ok) throw new Error(result.message);
    },
    onError: (error) => toast.error('The assistant stays as it is', { description: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
