import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { countEverything } from './facts.fixture';

let desk: TestDatabase;
let holding: typeof import('../conversations/hold-conversation');
let merging: typeof import('../conversations/merge-conversations');
let splitting: typeof import('../conversations/split-conversation');
let posting: typeof import('../conversations/post-reply');
let appending: typeof import('../conversations/append-message');
let locking: typeof import('../conversations/lock-conversation');
let transact: typeof import('../platform/db').inTransaction;

beforeAll(async () => {
  desk = await openTestDatabase();
  holding = await import('../conversations/hold-conversation');
  merging = await import('../conversations/merge-conversations');
  splitting = await import('../conversations/split-conversation');
  posting = await import('../conversations/post-reply');
  appending = await import('../conversations/append-message');
  locking = await import('../conversations/lock-conversation');
  ({ inTransaction: transact } = await import('../platform/db'));
});
afterAll(() => desk?.close());

const writes = (id: string, text: string) =>
  transact(async (tx) => {
    const { channelId } = await locking.lockConversation(tx, id);
    return appending.appendMessage(tx, { conversationId: id, channelId, author: 'customer', text });
  });
const replies = (id: string, personId: string) =>
  transact(async (tx) =>
    posting.postReply(tx, await locking.lockConversation(tx, id), personId, { text: 'Here it is.' }),
  );
/** As the figures have it once everything is counted. */
async function factOf(id: string) {
  await countEverything(desk);
  return desk.db.conversationFact.findUnique({ where: { id } });
}

it('counts what the verbs of the desk do: taken, given on, answered, solved, reopened', async () => {
  const [ana, ben] = desk.people.agents;
  const { admin } = desk.people;
  const { id } = await desk.conversation({ intent: 'order_status' });
  await writes(id, 'Where is it?');
  expect(await factOf(id)).toMatchObject({ peopleTookPart: false, peopleReplyMs: null, transfers: 0, solvedAt: null });
  await holding.takeConversation(ana, id);
  await holding.assignConversation(admin, id, { personId: ben.id });
  await replies(id, ben.id);
  await holding.solveConversation(ben, id);
  const solved = await factOf(id);
  expect(solved).toMatchObject({
    peopleTookPart: true,
    transfers: 1,
    resolution: 'agent',
    reopened: 0,
    matured: false,
  });
  expect(solved!.peopleReplyMs).toBeGreaterThan(0n);
  expect(solved!.dueAt!.getTime() - solved!.firstSolvedAt!.getTime()).toBe(7 * 86_400_000);
  const people = await desk.db.personFact.findMany({ where: { conversationId: id } });
  expect(Object.fromEntries(people.map(({ personId, replies: said, solved: did }) => [personId, [said, did]]))).toEqual(
    {
      [ana.id]: [0, false],
      [ben.id]: [1, true],
    },
  );
  await holding.reopenConversation(ana, id);
  expect(await factOf(id)).toMatchObject({
    solvedAt: null,
    resolution: null,
    reopened: 1,
    firstSolvedAt: solved!.firstSolvedAt,
  });
});

it('counts a pass from the queue of one team to that of another', async () => {
  const { admin } = desk.people;
  const [first, second] = Object.values(desk.teams);
  const { id } = await desk.conversation({ holder: 'queue', teamId: first });
  await holding.assignConversation(admin, id, { teamId: second! });
  expect(await factOf(id)).toMatchObject({ teamId: second, transfers: 1 });
});

it('counts a merged conversation with what it is part of, and apart again when it is taken out', async () => {
  const { admin } = desk.people;
  const customer = await desk.customer();
  const target = await desk.conversation({ customerId: customer.id, holder: 'queue' });
  const source = await desk.conversation({ customerId: customer.id, holder: 'queue' });
  for (const { id } of [target, source]) {
    await writes(id, 'Hello');
    await holding.takeConversation(admin, id);
  }
  await replies(source.id, admin.id);
  expect(await factOf(target.id)).toMatchObject({ peopleReplyMs: null });
  await merging.mergeConversations(admin, { sourceId: source.id, targetId: target.id });
  expect(await factOf(source.id)).toBeNull();
  expect((await factOf(target.id))!.peopleReplyMs).toBeGreaterThan(0n);
  await merging.unmergeConversation(admin, source.id);
  expect(await factOf(target.id)).toMatchObject({ peopleReplyMs: null });
  // The close that was part of the merge was no solution.
  expect(await factOf(source.id)).toMatchObject({ solvedAt: null, firstSolvedAt: null });
});

it('counts what was split off as an issue that came when it was first written about', async () => {
  const { admin } = desk.people;
  const { id } = await desk.conversation({ holder: 'queue' });
  await writes(id, 'One thing');
  const second = await writes(id, 'And another');
  await holding.takeConversation(admin, id);
  const made = await splitting.splitConversation(admin, { conversationId: id, messageId: second.id });
  await replies(made.conversationId, admin.id);
  const fact = await factOf(made.conversationId);
  expect(fact).toMatchObject({ cameAt: second.createdAt, peopleTookPart: true });
  expect(fact!.peopleReplyMs).toBeGreaterThan(0n);
});

it('takes what a model cost when nothing else was told', async () => {
  const { id } = await desk.conversation();
  await writes(id, 'Hello');
  expect(await factOf(id)).toMatchObject({ modelMicros: 0n });
  const call = { step: 'rescore', role: 'large' as const, provider: 'p', host: 'h', model: 'm', why: '', tookMs: 1 };
  await desk.db.modelCall.create({ data: { ...call, conversationId: id, costMicros: 321, sent: [], sentBytes: 0 } });
  expect(await factOf(id)).toMatchObject({ modelMicros: 321n });
});
