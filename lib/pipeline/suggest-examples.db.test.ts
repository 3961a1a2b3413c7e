import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let suggest: typeof import('./suggest-examples').suggestExamples;
let decide: typeof import('../governance/decide-suggestions').decideSuggestions;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ suggestExamples: suggest } = await import('./suggest-examples'));
  ({ decideSuggestions: decide } = await import('../governance/decide-suggestions'));
});
afterAll(() => desk.close());

async function turnOf(text: string, intent: string, probability: number): Promise<string> {
  const { id: conversationId } = await desk.conversation();
  const message = { id: randomUUID(), conversationId, channelId: desk.channels.api, author: 'customer' as const, text };
  await desk.db.message.create({ data: message });
  const { id } = await desk.db.turn.create({
    data: {
      conversationId,
      number: 1,
      messageId: message.id,
      workflowId: randomUUID(),
      status: 'saved',
      outcome: 'replied',
      language: 'en',
      intents: [{ intent, probability }],
    },
  });
  return id;
}

it('proposes what was not sure, once, without what identifies anybody; a person files it', async () => {
  await turnOf('is my money from jo@home.example on its way back', 'refund', 0.6);
  await turnOf('where is my order please', 'order_status', 0.99);
  await turnOf('please do the other thing for me', 'unknown', 0.8);
  const counts = await Promise.all([suggest(), suggest()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(await suggest()).toBe(0);

  const open = await desk.db.exampleSuggestion.findMany({ orderBy: { text: 'asc' } });
  expect(open.map(({ text, why }) => [text, why])).toEqual([
    ['is my money from [EMAIL_1] on its way back', 'Not sure of it'],
    ['please do the other thing for me', 'Not understood'],
  ]);

  const [money, other] = open as [(typeof open)[0], (typeof open)[0]];
  const admin = desk.people.admin;
  expect(await decide(admin, { ids: [money.id], intent: 'refund' })).toEqual({ decided: 1 });
  expect(await decide(admin, { ids: [money.id], intent: 'order_status' })).toEqual({ decided: 0 });
  await decide(admin, { ids: [other.id], intent: null });
  const decided = await desk.db.exampleSuggestion.findMany({ orderBy: { text: 'asc' } });
  expect(decided.map(({ state, filedAs }) => [state, filedAs])).toEqual([
    ['approved', 'refund'],
    ['rejected', null],
  ]);
  const filed = await desk.db.intentExample.findMany({ where: { text: money.text }, include: { intent: true } });
  expect(filed).toMatchObject([{ source: 'conversation', use: 'train', intent: { key: 'refund' } }]);
});

it('proposes what a supervisor called misunderstood, though it was sure', async () => {
  const turnId = await turnOf('please send the refund to my new account', 'refund', 0.98);
  expect(await suggest()).toBe(0);
  await desk.db.review.create({
    data: { turnId, state: 'done', verdict: 'wrong', cause: 'intent', confidence: 0.98, decidedAt: new Date() },
  });
  expect(await suggest()).toBe(1);
  expect(await suggest()).toBe(0);
  const [proposed] = await desk.db.exampleSuggestion.findMany({ where: { turnId } });
  expect(proposed).toMatchObject({ why: 'Reviewed as misunderstood' });
  expect(proposed!.intent).not.toBe('refund');
});
