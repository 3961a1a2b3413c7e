/** Seconds before the second and each later try: over almost a day and a half together. */
const pauses = [5, 30, 120, 600, 1_800, 7_200, 28_800, 86_400];
export const mostTries = pauses.length + 1;

export type Answer = { status: number } | { why: string };
export type After = { state: 'sent' } | { state: 'failed'; off: boolean } | { state: 'waiting'; inSeconds: number };

/**
 * What becomes of a delivery after its n-th try. 2xx is taken; 410 says that the address wants nothing any more, and the hook
 * is switched off; all else is tried again. `chance` of 0 to 1 spreads tries by a fifth either way.
 */
export function decideWebhookRetry(tries: number, answer: Answer, chance: number): After {
  const status = 'status' in answer ? answer.status : null;
  if (status !== null && status >= 200 && status < 300) return { state: 'sent' };
  const pause = pauses[tries - 1];
  if (status === 410 || pause === undefined) return { state: 'failed', off: status === 410 };
  return { state: 'waiting', inSeconds: Math.round(pause * (0.8 + 0.4 * chance)) };
}
