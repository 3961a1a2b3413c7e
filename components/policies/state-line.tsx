'use client';

import { useNow } from '@/components/ui/use-now';
import { formatDay } from '@/lib/format/format-time';

type Standing = {
  live: { version: number; since: string | null } | null;
  trial: { version: number; share: number } | null;
};

/** What is in force since when, and what is on trial. */
export function StateLine({ live, trial }: Standing) {
  const now = useNow(60_000);
  const since = live?.since && now > 0 ? ` since ${formatDay(live.since, now)}` : '';
  const parts = [
    live ? `v${live.version} in force${since}` : trial ? null : 'Not in force',
    trial && `${trial.share}% of conversations on v${trial.version}`,
  ].filter((part) => part !== null);
  return <>{parts.join(' · ')}</>;
}
