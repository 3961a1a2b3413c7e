import type { Fits } from './sla.schema';

export type Fitted = { priority: number; tier: string | null; teamId: string | null; channel: string };

/** The first in order that fits; null when nothing is promised to this conversation. */
export function choosePolicy<P extends { fits: Fits }>(policies: readonly P[], one: Fitted): P | null {
  return policies.find(({ fits }) => fitsTo(fits, one)) ?? null;
}

function fitsTo({ priorities, tiers, teamIds, channels }: Fits, one: Fitted): boolean {
  const tier = one.tier?.toLowerCase();
  return (
    (priorities.length === 0 || priorities.includes(one.priority)) &&
    (tiers.length === 0 || (tier !== undefined && tiers.some((each) => each.toLowerCase() === tier))) &&
    (teamIds.length === 0 || (one.teamId !== null && teamIds.includes(one.teamId))) &&
    (channels.length === 0 || channels.some((each) => each === one.channel))
  );
}
