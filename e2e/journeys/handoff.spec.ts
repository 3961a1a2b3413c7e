import { expect, test } from '../fixtures/test';

test('whoever writes that they want a human gets one at once', async ({ api, chatAs, deskOf }) => {
  const chat = await chatAs(null);
  await chat.say('I want a human');
  await chat.sees('I’m passing you to a colleague now');
  await expect(chat.frame.getByText('Waiting for a person')).toBeVisible();
  expect((await api.read(chat.conversation)).holder).toBe('queue');
  const desk = await deskOf('nora');
  await desk.view('unassigned');
  await expect(desk.row(chat.conversation)).toBeVisible();
});

test('whoever presses the button gets a person at once, before the first word too', async ({ api, chatAs, deskOf }) => {
  const chat = await chatAs(null);
  await chat.askForPerson();
  await expect(chat.frame.getByText('Waiting for a person')).toBeVisible();
  expect((await api.read(chat.conversation)).holder).toBe('queue');
  await chat.say('My stove is broken');
  const desk = await deskOf('nora');
  await desk.open(chat.conversation, 'unassigned');
  await expect(desk.log).toContainText('My stove is broken');
  expect((await api.read(chat.conversation)).holder).toBe('queue');
});

test('what nobody taught the assistant is handed over warm, answered by a person, solved and rated', async ({
  api,
  shop,
  chatAs,
  deskOf,
}) => {
  const customer = await shop.customer('subscriptionActive', 1);
  const chat = await chatAs(customer.email);
  await chat.say('Can you engrave my name on a trekking pole?');
  await chat.sees('A colleague takes over from here');
  const { holder, turns } = await api.settled(chat.conversation);
  expect(holder).toBe('queue');
  expect(turns[0]?.tier).toBe('escalated');

  const desk = await deskOf('ines');
  await desk.open(chat.conversation, 'needs-me');
  const fact = (label: string) =>
    desk.handoff.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]');
  await expect(fact('Wants')).toContainText('engrave my name on a trekking pole');
  await expect(fact('Tried')).not.toBeEmpty();
  await expect(fact('Known')).not.toBeEmpty();
  await expect(fact('Stopped')).toContainText('none of the known requests');
  await expect(desk.handoff.getByRole('heading', { name: 'Next step' })).toBeVisible();

  await desk.take();
  const proposal = desk.composer.getByRole('region', { name: 'Draft' });
  await expect(proposal).toBeVisible();
  await proposal.getByRole('button', { name: 'Take draft' }).click();
  await expect(desk.reply).not.toHaveValue('');
  const draft = await desk.reply.inputValue();
  await desk.reply.fill(`${draft} Up to twelve letters, for $9.`);
  await expect(desk.composer.getByText(/Draft 1, edited/)).toBeVisible();
  await desk.composer.getByRole('button', { name: 'Send', exact: true }).click();

  await chat.sees('Up to twelve letters, for $9.');
  await expect(chat.log.getByText('Person', { exact: true })).toBeVisible();
  await chat.sees('You are talking with Ines, a person.');

  await desk.conversation.getByRole('button', { name: /^Solve/ }).click();
  await expect(desk.conversation.getByText('Solved', { exact: true })).toBeVisible();
  await chat.frame.getByRole('radio', { name: '5, Very good' }).check({ force: true });
  await chat.frame.getByRole('textbox', { name: /Anything we should know/ }).fill('Quick and kind');
  await chat.frame.getByRole('button', { name: 'Send rating' }).click();
  await expect(chat.frame.getByText('Thank you for telling us.')).toBeVisible();
  await expect(desk.context.getByRole('definition').filter({ hasText: '5 of 5, “Quick and kind”' })).toBeVisible();
  expect((await api.read(chat.conversation)).state).toBe('closed');
});

test('handed back, the assistant answers the next message', async ({ api, shop, chatAs, deskOf }) => {
  const customer = await shop.customer('inTransit', 3);
  const chat = await chatAs(customer.email);
  await chat.say('I want to talk to a person');
  await chat.sees('I’m passing you to a colleague now');
  const desk = await deskOf('nora');
  await desk.open(chat.conversation);
  await desk.take();
  await desk.send('Hello, how can I help?');
  await chat.sees('Hello, how can I help?');
  await desk.handoff.getByRole('button', { name: 'Hand back' }).click();
  await expect(desk.conversation.getByText('Held by the assistant')).toBeVisible();
  await expect.poll(async () => (await api.read(chat.conversation)).holder).toBe('assistant');
  await chat.say('Where is my order?');
  await chat.sees(`Your order ${customer.order} is on its way`);
  expect((await api.read(chat.conversation)).holder).toBe('assistant');
});

test('once a person has taken it, an answer already on its way is not sent', async ({ api, shop, deskOf }) => {
  const customer = await shop.customer('inTransit', 2);
  const who = { email: customer.email, verified: true };
  const { id, messages } = await api.tell({ customer: who, text: 'hello' });
  const answers = messages.filter(({ author }) => author === 'assistant').length;
  expect(answers).toBe(1);
  const desk = await deskOf('nora');
  await desk.open(id);
  await shop.misbehave({ tool: 'orders.list', mode: 'slow', delayMs: 3_000, customer: customer.customer });
  await api.say({ customer: who, text: 'Where is my order?', conversation: id });
  await expect(desk.log).toContainText('Where is my order?');
  await desk.take();
  expect((await api.read(id)).turns.at(-1)?.status, 'the assistant is still at work').toBe('running');
  const after = await api.settled(id, 2);
  expect(after.turns.at(-1)?.status).toBe('superseded');
  expect(after.holder).toBe('agent');
  expect(after.messages.filter(({ author }) => author === 'assistant')).toHaveLength(answers);
});

test('a note never reaches the customer', async ({ api, chatAs, deskOf }) => {
  const chat = await chatAs(null);
  await chat.say('I want a human');
  await chat.sees('I’m passing you to a colleague now');
  const desk = await deskOf('nora');
  await desk.open(chat.conversation);
  await desk.take();
  await desk.composer.getByRole('button', { name: 'Note' }).click();
  await desk.composer.getByRole('textbox', { name: 'Note' }).fill('Sounds like the gasket again, offer the kit.');
  await desk.composer.getByRole('button', { name: 'Add note' }).click();
  await expect(desk.log.getByRole('article', { name: /^Note by You/ })).toContainText('gasket');
  // What is sent after the note arrives after it: once it is here, the note would be too.
  await desk.send('May I ask what you see on the stove?');
  await chat.sees('May I ask what you see on the stove?');
  await expect(chat.log).not.toContainText('gasket');
  await chat.page.reload();
  await chat.sees('May I ask what you see on the stove?');
  await expect(chat.log).not.toContainText('gasket');
  expect(JSON.stringify(await api.read(chat.conversation))).not.toContain('gasket');
});
