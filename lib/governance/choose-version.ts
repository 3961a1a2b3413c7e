import { createHash } from 'node:crypto';

export type Standing<T> = { key: string; state: 'live' | 'trial'; share: number; version: T };

/**
 * Which version of each key decides a conversation: the one on trial for its share of them, the live one for the others.
 * The same conversation always meets the same one while the share stands, and a larger share only adds to it.
 */
export function chooseVersions<T>(standing: Standing<T>[], conversationId: string | null): T[] {
  const keys = [...new Set(standing.map(({ key }) => key))];
  return keys.flatMap((key) => {
    const of = (state: 'live' | 'trial') => standing.find((one) => one.key === key && one.state === state);
    const trial = of('trial');
    const chosen = trial && conversationId !== null && placeOf(key, conversationId) < trial.share ? trial : of('live');
    return chosen ? [chosen.version] : [];
  });
}

/** 0 to 99, evenly spread; another for each key, so that not the same conversations meet everything new. */
export function placeOf(key: string, conversationId: string): number {
  return createHash('sha256').update(`${key}:${conversationId}`).digest().readUInt32BE(0) % 100;
}
