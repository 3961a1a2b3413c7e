import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let ask: typeof import('./ask-conversation').askConversation;
let append: typeof import('../conversations/append-message').appendMessage;
let transact: typeof import('../platform/db').inTransaction;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ askConversation: ask } = await import('./ask-conversation'));
  ({ appendMessage: append } = await import('../conversations/append-message'));
  ({ inTransaction: transact } = await import('../platform/db'));
});
afterAll(() => desk?.close());

const said = async (text: string) => {
  const { id } = await desk.conversation({ holder: 'queue' });
  const channelId = desk.channels.api;
  await transact((tx) => append(tx, { conversationId: id, channelId, author: 'customer', text }));
  return id;
};

it('answers word for word, with where it stands, and honestly with nothing', async () => {
  const { admin } = desk.people;
  const id = await said('The zipper of my tent is stuck. Write to marla.quint@example.org.');
  const found = await ask(admin, id, 'What about the zipper?', null);
  expect(found).toMatchObject({
    kind: 'answer',
    sentences: [{ text: 'The zipper of my tent is stuck.', source: 0 }],
    sources: [{ kind: 'message' }],
    worded: null,
  });
  expect(await ask(admin, id, 'What colour is their submarine?', null)).toMatchObject({ kind: 'nothing' });
});

it('gives a model what was found, with placeholders, and stands for itself when the model fails', async () => {
  const { admin } = desk.people;
  const id = await said('My zipper address is marla.quint@example.org.');
  const prompts: string[] = [];
  const model = async ({ prompt }: { prompt: string }) => {
    prompts.push(prompt);
    return `It is ${/\[EMAIL_\d+\]/.exec(prompt)?.[0]}.`;
  };
  expect(await ask(admin, id, 'What is the zipper address?', model)).toMatchObject({
    worded: 'It is marla.quint@example.org.',
  });
  expect(prompts.join()).not.toContain('marla');
  const failing = () => Promise.reject(new Error('down'));
  expect(await ask(admin, id, 'What is the zipper address?', failing)).toMatchObject({ kind: 'answer', worded: null });
});

it('is not for who may not see the conversation', async () => {
  const { id } = await desk.conversation({ holder: 'queue', teamId: desk.teams.billing });
  await expect(ask(desk.people.agents[0], id, 'What is it?', null)).rejects.toMatchObject({ code: 'not_found' });
});
