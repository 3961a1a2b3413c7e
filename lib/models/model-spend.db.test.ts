import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let readModelSpend: typeof import('./read-model-spend').readModelSpend;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ readModelSpend } = await import('./read-model-spend'));
});
afterAll(() => desk?.close());

const call = (at: string, model: string, costMicros: number, failure: string | null = null) => ({
  ...{ step: 'compose', role: 'large' as const, provider: 'house', host: 'models.example', model, why: 'test' },
  ...{ costMicros, failure, tookMs: 5, sent: [], sentBytes: 0, at: new Date(at) },
});

it('adds up the calls of a time by model, beside budgets and kept answers', async () => {
  await desk.db.modelCall.createMany({
    data: [
      call('2026-11-01T00:00:00Z', 'large', 300),
      call('2026-11-01T12:00:00Z', 'large', 200),
      call('2026-11-02T12:00:00Z', 'small', 40, 'timeout'),
      // Held back before it left, before and after: none of them is told.
      call('2026-11-02T12:00:00Z', 'large', 9_999, 'resting'),
      call('2026-10-31T23:59:59Z', 'large', 9_999),
      call('2026-11-03T00:00:00Z', 'large', 9_999),
    ],
  });
  const answer = { question: 'q', answer: {}, articles: [] };
  await desk.db.cachedAnswer.createMany({
    data: [
      { key: 'a', ...answer, hits: 3, savedMicros: 600n },
      { key: 'b', ...answer, hits: 0 },
    ],
  });
  expect(await readModelSpend({ from: '2026-11-01T00:00:00Z', to: '2026-11-03T00:00:00Z' })).toEqual({
    calls: 3,
    costMicros: 540,
    byModel: [
      { name: 'large', calls: 2, costMicros: 500 },
      { name: 'small', calls: 1, costMicros: 40 },
    ],
    budgets: { day: { spentMicros: 0, limitMicros: null }, month: { spentMicros: 0, limitMicros: null } },
    kept: { answers: 2, hits: 3, savedMicros: 600 },
  });
});
