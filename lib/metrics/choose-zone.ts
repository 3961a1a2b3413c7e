import type { Filters } from './metric.schema';
import type { Frame } from './read-metric-state';

/** Whose days figures are told in: those that are asked for, else those of the one team that is looked at, else the desk's. */
export function chooseZone(
  { timeZone, filters }: { timeZone?: string | undefined; filters: Filters },
  { settings, zones }: Pick<Frame, 'settings' | 'zones'>,
): string {
  const [team, ...others] = filters.team ?? [];
  const own = team !== undefined && others.length === 0 ? zones[team] : undefined;
  return timeZone ?? own ?? settings.timeZone;
}
