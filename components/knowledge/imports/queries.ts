'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { cancelOpenImport, confirmReadImport } from '@/app/(workspace)/knowledge/imports/actions';
import { fetchJson } from '@/components/shell/fetch-json';
import { importRowSchema, importViewSchema, type StartImport } from '@/lib/knowledge/import.schema';
import { useKnowledgeChange } from '../queries';

const rowsSchema = z.object({ rows: z.array(importRowSchema) });
const startedSchema = z.object({ importId: z.string() });
const refusedSchema = z.object({ error: z.object({ message: z.string() }) });

/** Live events name `['knowledge']` when something here has changed. */
const importKeys = {
  list: ['knowledge', 'imports'] as const,
  one: (id: string) => ['knowledge', 'imports', id] as const,
};

export function useImports() {
  return useQuery({
    queryKey: importKeys.list,
    queryFn: ({ signal }) => fetchJson('/api/knowledge/imports', rowsSchema, signal),
  });
}

export function useImport(id: string) {
  return useQuery({
    queryKey: importKeys.one(id),
    queryFn: ({ signal }) => fetchJson(`/api/knowledge/imports/${encodeURIComponent(id)}`, importViewSchema, signal),
  });
}

type Start = { ask: StartImport; files: File[] };

/** Sends the files as a form; a folder's files go under their path within it. */
export function useStartImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ ask, files }: Start) => {
      const form = new FormData();
      form.append('ask', JSON.stringify(ask));
      for (const file of files) form.append('files', file, file.webkitRelativePath || file.name);
      const response = await fetch('/api/knowledge/imports', { method: 'POST', body: form }).catch(() => null);
      if (!response) throw new Error('The server cannot be reached. Nothing was sent by halves.');
      const body: unknown = await response.json().catch(() => null);
      if (response.ok) return startedSchema.parse(body).importId;
      const refused = refusedSchema.safeParse(body);
      throw new Error(refused.success ? refused.data.error.message : `The server answered ${response.status}.`);
    },
    onSettled: () => client.invalidateQueries({ queryKey: importKeys.list }),
  });
}

export const useConfirmImport = () =>
  useKnowledgeChange(
    (input) => confirmReadImport(input as { importId: string; publish: boolean }),
    'Nothing was imported',
  );

export const useCancelImport = () =>
  useKnowledgeChange((input) => cancelOpenImport(input as { importId: string }), 'The import was not cancelled');
