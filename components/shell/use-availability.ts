'use client';

import { useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { setOwnAvailability } from '@/app/(workspace)/settings/people/actions';
import { type Me, meKey, useMe } from './me';

/** Whether new work comes to oneself, and how to change it: seen at once, and taken back when the server does not take it. */
export function useAvailability(): { available: boolean; setAvailable: (available: boolean) => Promise<void> } {
  const { available } = useMe();
  const client = useQueryClient();
  const show = (shown: boolean) => client.setQueryData<Me>(meKey, (now) => (now ? { ...now, available: shown } : now));
  const setAvailable = async (next: boolean) => {
    show(next);
    const result = await setOwnAvailability({ available: next }).catch(() => null);
    if (result?.ok) return;
    show(!next);
    toast.error('Not changed', { description: result?.message ?? 'The server cannot be reached.' });
  };
  return { available, setAvailable };
}
