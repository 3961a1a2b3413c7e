'use client';

import { Switch } from '@/components/ui/switch';
import { useAvailability } from './use-availability';

/** Available or away: whether new work comes. What one holds stays. */
export function AvailabilitySwitch() {
  const { available, setAvailable } = useAvailability();
  return (
    <Switch
      label={available ? 'Available' : 'Away'}
      help={available ? 'New conversations may come to you.' : 'Nothing new comes. What you hold stays yours.'}
      checked={available}
      onChange={(next) => void setAvailable(next)}
    />
  );
}
