'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/shell/fetch-json';
import { mailViewSchema } from '@/lib/mail/mail.schema';

/** What waits goes out by itself, so it is read again. */
export const useMail = () =>
  useQuery({
    queryKey: ['desk', 'settings', 'mail'],
    queryFn: ({ signal }) => fetchJson('/api/settings/mail', mailViewSchema, signal),
    refetchInterval: 10_000,
  });
