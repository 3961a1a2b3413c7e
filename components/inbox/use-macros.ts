'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { macroListSchema } from '@/lib/conversations/macro.schema';

/** Under `desk`: an event of the desk makes it old. */
export function useMacros() {
  return useQuery({
    queryKey: ['desk', 'macros'],
    queryFn: ({ signal }) => fetchJson('/api/macros', macroListSchema, signal),
  });
}
