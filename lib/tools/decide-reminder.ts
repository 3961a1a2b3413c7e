export type Waiting = { createdAt: Date; dueAt: Date; reminded: number };

/** The last reminder comes when so much of the time is left, and never later than this before the end. */
const lastShare = 0.15;
const lastMs = 10 * 60_000;

/** Which reminder is due: 1 when half the time is over, 2 near the end; null when none is, or it was given. */
export function decideReminder({ createdAt, dueAt, reminded }: Waiting, now: Date): 1 | 2 | null {
  const whole = dueAt.getTime() - createdAt.getTime();
  const left = dueAt.getTime() - now.getTime();
  if (left <= 0 || whole <= 0) return null;
  if (left <= Math.min(whole * lastShare, lastMs)) return reminded < 2 ? 2 : null;
  if (left <= whole / 2) return reminded < 1 ? 1 : null;
  return null;
}
