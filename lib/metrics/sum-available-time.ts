import { workingSecondsBetween } from '../conversations/add-working-time';
import type { Calendar } from '../conversations/sla.schema';

export type AvailabilityRow = { at: Date; available: boolean };

/**
 * The milliseconds within a time in which somebody took work and it was their working hours. `rows` are the changes in order,
 * the last one before `from` among them; before the first of them nothing is known, and nothing counts.
 */
export function sumAvailableTime(rows: readonly AvailabilityRow[], from: Date, to: Date, hours: Calendar): number {
  return rows.reduce((sum, { at, available }, index) => {
    if (!available) return sum;
    const begins = new Date(Math.max(at.getTime(), from.getTime()));
    const ends = new Date(Math.min(rows[index + 1]?.at.getTime() ?? to.getTime(), to.getTime()));
    return sum + workingSecondsBetween(begins, ends, hours) * 1_000;
  }, 0);
}
