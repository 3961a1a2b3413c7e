/** What is known of an article that may need somebody's eyes. */
export type Freshness = {
  /** The day, "2027-02-01". */
  reviewAt: string | null;
  /** When the oldest of its published languages last changed. */
  oldestAt: Date | null;
  /** Conversations of the last 30 days that were answered from it and rated, and those rated 1 or 2 of 5. */
  rated: number;
  bad: number;
  now: Date;
};

const yearMs = 365 * 24 * 3_600_000;

/** Why somebody should look at an article; the same rules as the view in `list-articles.ts`. */
export function lookReasons({ reviewAt, oldestAt, rated, bad, now }: Freshness): string[] {
  const reasons: string[] = [];
  if (reviewAt !== null && reviewAt <= now.toISOString().slice(0, 10)) reasons.push('Look-again day has passed');
  if (oldestAt !== null && now.getTime() - oldestAt.getTime() > yearMs) reasons.push('Unchanged for a year');
  // One unhappy customer is no pattern; a third of them is.
  if (bad >= 2 && bad * 3 >= rated) reasons.push(`${bad} of ${rated} ratings were bad`);
  return reasons;
}
