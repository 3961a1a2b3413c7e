'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { deleteImport, readTable } from '@/app/(workspace)/metrics/automate/imports/actions';
import { fetchJson } from '@/components/shell/fetch-json';
import { useChange } from '@/components/shell/use-change';
import { historyListSchema, historyViewSchema } from '@/lib/history/history.schema';

const startedSchema = z.object({ id: z.string() });
const refusedSchema = z.object({ error: z.object({ message: z.string() }) });

/** Live events name `['history']` when something here went on. */
export const historyKeys = {
  all: ['history'] as const,
  list: ['history', 'imports'] as const,
  one: (id: string) => ['history', 'imports', id] as const,
};

export const useHistoryList = () =>
  useQuery({
    queryKey: historyKeys.list,
    queryFn: ({ signal }) => fetchJson('/api/history/imports', historyListSchema, signal),
  });

/** `enabled`: one that is being deleted is not read again. */
export const useHistory = (id: string, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: historyKeys.one(id),
    queryFn: ({ signal }) => fetchJson(`/api/history/imports/${encodeURIComponent(id)}`, historyViewSchema, signal),
  });

/** Sends a file as it is: it may be larger than a form can hold. */
export function useSendTable() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => {
      const response = await fetch('/api/history/imports', {
        method: 'POST',
        headers: { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent(file.name) },
        body: file,
      }).catch(() => null);
      if (!response) throw new Error('The server cannot be reached. Nothing was kept.');
      const body: unknown = await response.json().catch(() => null);
      if (response.ok) return startedSchema.parse(body).id;
      const refused = refusedSchema.safeParse(body);
      throw new Error(refused.success ? refused.data.error.message : `The server answered ${response.status}.`);
    },
    onSettled: () => client.invalidateQueries({ queryKey: historyKeys.list }),
  });
}

export const useReadTable = () => useChange(readTable, { reads: [historyKeys.all], failed: 'The file is not read' });

export const useDeleteImport = () =>
  useChange(deleteImport, {
    reads: [historyKeys.all],
    failed: 'The import was not deleted',
    done: 'The import is gone, with everything of it',
  });
