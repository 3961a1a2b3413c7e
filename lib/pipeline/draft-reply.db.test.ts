import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type OpenModel, openModel } from '../../demo/model/open-model';
import { sensible } from '../../demo/model/sensible';
import type { PersonActor } from '../auth/permissions';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import type { DraftLine } from './draft-reply.schema';

let desk: TestDatabase;
let model: OpenModel;
let draft: typeof import('./draft-reply').draftReply;
let append: typeof import('../conversations/append-message').appendMessage;
let transact: typeof import('../platform/db').inTransaction;

const fact = 'A canoe costs $40 a day to rent.';

beforeAll(async () => {
  desk = await openTestDatabase();
  model = await openModel();
  ({ draftReply: draft } = await import('./draft-reply'));
  ({ appendMessage: append } = await import('../conversations/append-message'));
  ({ inTransaction: transact } = await import('../platform/db'));
  const { writeArticle } = await import('../knowledge/write-article');
  const base = { language: 'en', collection: '', origin: null, note: 'Written', publish: true, personId: null };
  await transact(async (tx) => {
    await writeArticle(tx, {
      ...base,
      slug: 'canoes',
      title: 'Canoe rental',
      body: `## Price\n\n${fact}`,
      audience: 'public',
    });
    await writeArticle(tx, {
      ...base,
      slug: 'gate-code',
      title: 'Code of the boathouse gate',
      body: 'The code of the boathouse gate is four nines.',
      audience: 'agents',
    });
  });
  await desk.db.modelProvider.create({
    data: { name: 'Test', url: model.url, choices: { create: { role: 'large', model: 'baton-demo' } } },
  });
});
afterEach(() => model?.turnTo(sensible));
afterAll(async () => {
  await model?.close();
  await desk?.close();
});

async function said(text: string, more: Record<string, unknown> = {}) {
  const { id } = await desk.conversation({ holder: 'queue', ...more });
  const channelId = desk.channels.api;
  await transact((tx) => append(tx, { conversationId: id, channelId, author: 'customer', text }));
  return id;
}

/** A draft with everything that was told on the way. */
async function drafted(person: PersonActor, id: string, signal = new AbortController().signal) {
  const lines: DraftLine[] = [];
  const ended = await draft(person, id, { signal, onLine: (line) => lines.push(line) });
  return { lines, ended };
}
const says = (text: string) => model.turnTo(() => ({ kind: 'say', text }));
const sent = () => JSON.stringify(model.calls.at(-1)?.body);

it('grows by sentences that hold, without those that do not, and says what it rests on', async () => {
  const id = await said('How much does it cost to rent a canoe per day?');
  says(`Happy to help. ${fact} [p1] It is free on Sundays. [p1] A canoe costs $12 a day to rent. [p1]`);
  const { lines, ended } = await drafted(desk.people.admin, id);
  const text = `Happy to help. ${fact}`;
  const sources = [expect.objectContaining({ kind: 'article', slug: 'canoes', internal: false })];
  expect(lines).toEqual([{ kind: 'writing', text, sources }]);
  expect(ended).toEqual({ kind: 'done', text, sources });
  // The receipt is written behind the answer, which waits for nothing.
  await expect
    .poll(() => desk.db.modelCall.findMany({ where: { conversationId: id } }))
    .toEqual([
      expect.objectContaining({ step: 'draft', role: 'large', personId: desk.people.admin.id, failure: null }),
    ]);
});

it('lets no value leave, and brings it back for who may see it', async () => {
  const { admin } = desk.people;
  const id = await said('How much is it to rent a canoe per day? Write to marla.quint@example.org.');
  model.turnTo((call) => {
    const name = /\[EMAIL_\d+\]/.exec(JSON.stringify(call.body))?.[0];
    return { kind: 'say', text: `${fact} [p1] You can be reached at ${name} to rent a canoe. [c]` };
  });
  const { ended } = await drafted(admin, id);
  expect(ended).toMatchObject({ text: expect.stringContaining('marla.quint@example.org') });
  expect(sent()).toContain('[EMAIL_1]');
  expect(sent()).not.toContain('marla');
  const blind = { ...admin, permissions: admin.permissions.filter((one) => one !== 'privacy.reveal') };
  const hidden = await drafted(blind, id);
  expect(JSON.stringify(hidden)).toContain('[EMAIL_1]');
  expect(JSON.stringify(hidden)).not.toContain('marla');
});

it('reads what was said in a conversation merged into it, and takes nobody for somebody else', async () => {
  const { admin } = desk.people;
  const id = await said('Write to otto.brandt@example.org, please.');
  const { customerId } = await desk.db.conversation.findUniqueOrThrow({ where: { id } });
  const merged = await said('How much is it to rent a canoe per day? My mail is marla.quint@example.org.', {
    ...{ customerId, mergedIntoId: id, state: 'closed', holder: 'assistant' },
  });
  const placeholders = await desk.db.privateToken.findMany({ where: { conversationId: { in: [id, merged] } } });
  expect(placeholders.map(({ placeholder }) => placeholder)).toEqual(['[EMAIL_1]', '[EMAIL_1]']);
  model.turnTo((call) => {
    const [, name] = /rent a canoe per day\? My mail is (\[EMAIL_\d+\])/.exec(JSON.stringify(call.body)) ?? [];
    return { kind: 'say', text: `${fact} [p1] Your mail is ${name}. [c]` };
  });
  expect((await drafted(admin, id)).ended).toMatchObject({ text: `${fact} Your mail is marla.quint@example.org.` });
  for (const value of ['marla', 'otto']) expect(sent()).not.toContain(value);
  const blind = { ...admin, permissions: admin.permissions.filter((one) => one !== 'privacy.reveal') };
  expect(JSON.stringify(await drafted(blind, id))).not.toContain('marla');
});

it('reads what is written for colleagues, and says so', async () => {
  const id = await said('What is the code of the boathouse gate?');
  const { ended } = await drafted(desk.people.admin, id);
  expect(ended).toMatchObject({
    text: expect.stringContaining('four nines'),
    sources: [expect.objectContaining({ slug: 'gate-code', internal: true })],
  });
});

it('answers what was asked before the assistant passed it on, not the "hello" after it', async () => {
  const id = await said('How much does it cost to rent a canoe per day?');
  const channelId = desk.channels.api;
  await transact(async (tx) => {
    await append(tx, { conversationId: id, channelId, author: 'assistant', text: 'I pass you on to a colleague.' });
    await append(tx, { conversationId: id, channelId, author: 'customer', text: 'Hello?' });
  });
  expect((await drafted(desk.people.admin, id)).ended).toMatchObject({ text: expect.stringContaining('$40') });
});

it('says plainly that nothing holds, and that nobody has asked', async () => {
  const { admin } = desk.people;
  const id = await said('How much does it cost to rent a canoe per day?');
  says('A canoe is carved from a single oak by monks. [p1] Every monk is ninety. [p7]');
  const { lines, ended } = await drafted(admin, id);
  expect(lines).toEqual([]);
  expect(ended).toMatchObject({ kind: 'nothing', says: expect.stringContaining('nothing to draft from') });
  const { id: silent } = await desk.conversation({ holder: 'queue' });
  await expect(drafted(admin, silent)).rejects.toMatchObject({ code: 'conflict' });
});

it('says in plain words that a stream was cut, and that no model is set', async () => {
  const { admin } = desk.people;
  const id = await said('How much does it cost to rent a canoe per day?');
  model.turnTo(() => ({
    kind: 'cut',
    after: 12,
    text: `${fact} [p1] A canoe costs $40 a day to rent. [p1] And more.`,
  }));
  await expect(drafted(admin, id)).rejects.toMatchObject({
    code: 'unavailable',
    message: 'The model did not answer: it broke off in the middle. Nothing was changed.',
  });
  const { forgetEndpoints } = await import('../models/read-endpoints');
  await desk.db.modelProvider.updateMany({ data: { enabled: false } });
  forgetEndpoints();
  await expect(drafted(admin, id)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('No model is set'),
  });
  await desk.db.modelProvider.updateMany({ data: { enabled: true } });
  forgetEndpoints();
});

it('ends with the wish for it, as often as one likes, without a mark against the model', async () => {
  const { admin } = desk.people;
  const id = await said('How much does it cost to rent a canoe per day?');
  for (let times = 0; times < 6; times++) {
    const wish = new AbortController();
    model.turnTo(() => ({ kind: 'say', text: `${fact} [p1] ${fact} [p1] ${fact} [p1]`, chunkMs: 20 }));
    const lost = draft(admin, id, { signal: wish.signal, onLine: () => wish.abort() });
    await expect(lost).rejects.toMatchObject({ code: 'unavailable' });
  }
  model.turnTo(sensible);
  expect((await drafted(admin, id)).ended).toMatchObject({ kind: 'done' });
  await expect.poll(() => desk.db.modelCall.count({ where: { conversationId: id, failure: 'left' } })).toBe(6);
});

it('is not for who may not see the conversation', async () => {
  const id = await said('How much is a canoe?', { teamId: desk.teams.billing });
  const asked = model.calls.length;
  await expect(drafted(desk.people.agents[0], id)).rejects.toMatchObject({ code: 'not_found' });
  expect(model.calls.length).toBe(asked);
});
