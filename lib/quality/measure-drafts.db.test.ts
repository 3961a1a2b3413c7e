import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let measureDrafts: typeof import('./measure-drafts').measureDrafts;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ measureDrafts } = await import('./measure-drafts'));
});
afterAll(() => desk?.close());

it('counts what was sent, how much of it was changed, and why others were put away', async () => {
  expect(await measureDrafts()).toEqual([]);
  const { id: conversationId } = await desk.conversation();
  const draft = { conversationId, label: 'x', text: 'x' };
  await desk.db.draft.createMany({
    data: [
      { ...draft, state: 'sent', edited: 0 },
      { ...draft, state: 'sent', edited: 0.4 },
      { ...draft, state: 'sent', edited: 0.1 },
      { ...draft, state: 'rejected', rejectReason: 'tone' },
      { ...draft, state: 'rejected', rejectReason: 'tone' },
      // Gave way to another reply: nobody put it away.
      { ...draft, state: 'rejected' },
      { ...draft, state: 'proposed', createdAt: new Date(Date.now() - 100 * 86_400_000) },
    ],
  });
  const [week, ...older] = await measureDrafts();
  expect(older).toEqual([]);
  expect(week).toMatchObject({ proposed: 6, sent: 3, rejected: 2, reasons: { tone: 2 } });
  expect(week?.edited).toBeCloseTo(0.1);
});
