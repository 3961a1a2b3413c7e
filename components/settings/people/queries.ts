'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { z } from 'zod';
import { fetchJson } from '@/components/shell/fetch-json';
import { peopleViewSchema, rolesViewSchema, teamViewSchema } from '@/lib/auth/person.schema';
import type { ActionResult } from '@/lib/http/action.schema';

/** Live events name `['person']` and `['desk']` when something here has changed. */
const keys = {
  people: ['person', 'all'],
  roles: ['person', 'roles'],
  teams: ['desk', 'teams'],
} as const;

export function usePeopleView() {
  return useQuery({
    queryKey: keys.people,
    queryFn: ({ signal }) => fetchJson('/api/settings/people', peopleViewSchema, signal),
    // What people hold changes with every conversation, which nobody tells this page of.
    refetchOnMount: 'always',
    refetchInterval: 30_000,
  });
}

export function useRoles() {
  return useQuery({
    queryKey: keys.roles,
    queryFn: ({ signal }) => fetchJson('/api/settings/roles', rolesViewSchema, signal),
  });
}

export function useTeams() {
  return useQuery({
    queryKey: keys.teams,
    queryFn: ({ signal }) => fetchJson('/api/settings/teams', z.object({ teams: z.array(teamViewSchema) }), signal),
  });
}

/** A change by an action: what failed is said, what changed is read again. */
export function usePeopleChange<T>(act: (input: unknown) => Promise<ActionResult<T>>, failed: string, done?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: unknown) => {
      const result = await act(input).catch(() => null);
      if (result === null) throw new Error('The server cannot be reached.');
      if (!result.ok) throw new Error(result.message);
      return result.value;
    },
    onError: (error) => toast.error(failed, { description: error.message }),
    onSuccess: () => done && toast.success(done),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['person'] }),
        client.invalidateQueries({ queryKey: keys.teams }),
      ]),
  });
}
