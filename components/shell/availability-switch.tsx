'use client';

import { useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { setOwnAvailability } from '@/app/(workspace)/settings/people/actions';
import { Switch } from '@/components/ui/switch';
import { type Me, meKey, useMe } from './me';

/** Available or away: whether new work comes. What one holds stays. */
export function AvailabilitySwitch() {
  const me = useMe();
  const client = useQueryClient();
  const set = async (available: boolean) => {
    const show = (shown: boolean) =>
      client.setQueryData<Me>(meKey, (now) => (now ? { ...now, available: shown } : now));
    show(available);
    const result = await setOwnAvailability({ available }).catch(() => null);
    if (result?.ok) return;
    show(!available);
    toast.error('Not changed', { description: result?.message ?? 'The server cannot be reached.' });
  };
  return (
    <Switch
      label={me.available ? 'Available' : 'Away'}
      help={me.available ? 'New conversations may come to you.' : 'Nothing new comes. What you hold stays yours.'}
      checked={me.available}
      onChange={(next) => void set(next)}
    />
  );
}
