import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventHistory } from './invent-history';

const now = new Date('2026-03-31T12:30:00Z');
const row = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};
const asked = { days: 40, perDay: 30, agents: 3, now };

describe('inventHistory', () => {
  it('tells what can have happened: everything in its order, nothing before it began or after now', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_147_483_646 }), (seed) => {
        for (const { at, people, closedAt, resolution, rating, action } of inventHistory(asked, row(seed))) {
          expect(Math.max(...[at, ...(people?.repliedAt ?? [])].map(Number))).toBeLessThan(now.getTime());
          if (people) {
            const times = [at, people.takenAt, ...people.repliedAt, ...(closedAt ? [closedAt] : [])].map(Number);
            expect(times).toEqual(times.toSorted((a, b) => a - b));
            expect(people.agent).toBeLessThan(asked.agents);
            expect(action).toBeNull();
          }
          expect(closedAt === null).toBe(resolution === null);
          if (closedAt) expect(closedAt.getTime()).toBeLessThan(now.getTime());
          else expect(rating).toBeNull();
          if (resolution === 'agent') expect(people).not.toBeNull();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('lets the assistant end more of it towards the end, and brings more in a storm', () => {
    const stories = inventHistory({ ...asked, days: 60, perDay: 100 }, row(7));
    const share = (from: number, to: number) => {
      const within = stories.filter(
        ({ at }) => at >= new Date(Number(now) - from * 86_400_000) && at < new Date(Number(now) - to * 86_400_000),
      );
      return within.filter(({ people }) => people === null).length / within.length;
    };
    expect(share(10, 0)).toBeGreaterThan(share(60, 50) + 0.05);
    const aboutOrders = (ago: number) => {
      const day = new Date(Number(now) - ago * 86_400_000).toISOString().slice(0, 10);
      return stories.filter(({ at, subject }) => at.toISOString().startsWith(day) && subject.intent === 'order_status')
        .length;
    };
    expect(aboutOrders(14)).toBeGreaterThan(1.5 * aboutOrders(28));
  });
});
