import { describe, expect, it } from 'vitest';
import { decideHealth } from './decide-health';

describe('decideHealth', () => {
  it.each([
    ['nobody asked it for an hour', { calls: 0, newestDown: 0, recent: 0, recentFailed: 0 }, 'unused'],
    ['everything came back', { calls: 9, newestDown: 0, recent: 9, recentFailed: 0 }, 'well'],
    ['less than a fifth failed', { calls: 6, newestDown: 1, recent: 6, recentFailed: 1 }, 'well'],
    ['a fifth failed', { calls: 5, newestDown: 1, recent: 5, recentFailed: 1 }, 'failing'],
    ['all failed, but it has not been asked often', { calls: 4, newestDown: 4, recent: 4, recentFailed: 4 }, 'failing'],
    ['it refuses the key each time', { calls: 8, newestDown: 0, recent: 8, recentFailed: 8 }, 'failing'],
    ['the newest five failed', { calls: 40, newestDown: 5, recent: 40, recentFailed: 5 }, 'down'],
    ['the newest five failed, half an hour ago', { calls: 5, newestDown: 5, recent: 0, recentFailed: 0 }, 'down'],
    ['it was asked half an hour ago', { calls: 3, newestDown: 1, recent: 0, recentFailed: 0 }, 'well'],
  ] as const)('%s', (_, recent, health) => expect(decideHealth(recent)).toBe(health));
});
