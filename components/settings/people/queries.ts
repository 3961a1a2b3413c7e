'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { useChange } from '@/components/shell/use-change';
import { peopleViewSchema, rolesViewSchema, teamsViewSchema } from '@/lib/auth/person.schema';
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
    queryFn: ({ signal }) => fetchJson('/api/settings/teams', teamsViewSchema, signal),
  });
}

/** A change by an action: what failed is said, what changed is read again. */
export function usePeopleChange<T>(act: (input: unknown) => Promise<ActionResult<T>>, failed: string, done?: string) {
  return useChange(act, { reads: [['person'], keys.teams], failed, done });
}
