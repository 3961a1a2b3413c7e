import { expect, test } from '../fixtures/test';

test('tells a signed-in customer where the order is, with its source and without a person', async ({
  api,
  shop,
  chatAs,
  deskOf,
}) => {
  const customer = await shop.customer('inTransit', 1);
  const chat = await chatAs(customer.email);
  await chat.sees('You are talking with an AI');
  await chat.say('Where is my order?');
  await chat.sees(`Your order ${customer.order} is on its way`);
  await chat.sees(/Tracking number: \w+/);
  await expect(chat.log.getByRole('list', { name: 'Sources' })).toContainText('Track');

  const { holder, turns } = await api.settled(chat.conversation);
  expect(holder).toBe('assistant');
  expect(turns).toHaveLength(1);
  expect(turns[0]).toMatchObject({ tier: 'autonomous', outcome: 'replied' });
  expect(turns[0]?.intents[0]?.intent).toBe('order_status');

  const desk = await deskOf('ines');
  await desk.view('assistant');
  await expect(desk.row(chat.conversation)).toBeVisible();
  // Asked, not looked for: a list that has not come yet does not hold the row either.
  const needsMe = await desk.page.request.get('/api/inbox/conversations?view=needs-me&limit=100');
  const { rows } = (await needsMe.json()) as { rows: { id: string }[] };
  expect(rows.map(({ id }) => id)).not.toContain(chat.conversation);
});

test('answers two wishes of one message, and does the one that changes something after a yes', async ({
  shop,
  chatAs,
}) => {
  const customer = await shop.customer('deliveredOld', 1);
  const chat = await chatAs(customer.email);
  await chat.say('Where is my order, and please pause my membership');
  await chat.sees(`Your order ${customer.order} was delivered`);
  await chat.sees('For how many months shall your Trail membership rest?');
  await chat.say('2 months');
  await chat.sees(/Shall I .*(pause|rest)/i);
  expect((await shop.ledger(customer.customer)).actions).toEqual([]);
  await chat.say('yes');
  await expect
    .poll(async () => (await shop.ledger(customer.customer)).actions.map(({ tool }) => tool))
    .toEqual(['subscriptions.pause']);
});

test('asks which order is meant and goes on with the answer of the next message', async ({ api, shop, chatAs }) => {
  const customer = await shop.customer('severalOrders', 1);
  const chat = await chatAs(customer.email);
  await chat.say('Where is my order?');
  await chat.sees('Which order do you mean?');
  for (const order of customer.orders) await chat.sees(order);
  const [latest] = customer.orders;
  await chat.say(String(latest));
  await chat.sees(`Your order ${latest} from`);
  const { turns } = await api.settled(chat.conversation, 2);
  expect(turns.map(({ outcome }) => outcome)).toEqual(['asked', 'replied']);
});

test('a visitor nobody knows gets articles, and no order of anybody', async ({ api, shop, chatAs }) => {
  const other = await shop.customer('inTransit', 1);
  const chat = await chatAs(null);
  await chat.say(`Where is my order ${other.order}?`);
  await chat.sees('please sign in');
  await expect(chat.log).not.toContainText('Tracking number');
  await chat.say('What does standard shipping cost?');
  await chat.sees('$6.95');
  const { turns } = await api.settled(chat.conversation, 2);
  expect(turns.every(({ outcome }) => outcome === 'replied')).toBe(true);
});

test('the chat keeps its place when the customer goes to another page', async ({ shop, chatAs }) => {
  const customer = await shop.customer('inTransit', 5);
  const chat = await chatAs(customer.email);
  await chat.say('Where is my order?');
  await chat.sees(`Your order ${customer.order} is on its way`);
  await chat.page.getByRole('link', { name: 'Membership', exact: true }).first().click();
  await expect(chat.page).toHaveURL(/\/membership$/);
  await chat.sees(`Your order ${customer.order} is on its way`);
  await expect(chat.field).toBeVisible();
});

test('what is sent before the chat is connected goes out as soon as it is', async ({ shop, chatAs }) => {
  const customer = await shop.customer('inTransit', 6);
  const chat = await chatAs(customer.email);
  let connect = () => {};
  const mayConnect = new Promise<void>((resolve) => {
    connect = resolve;
  });
  await chat.page.route('**/api/channels/chat/session', async (route) => {
    await mayConnect;
    await route.continue();
  });
  await chat.page.reload();
  await chat.field.fill('Where is my order?');
  await chat.field.press('Enter');
  await expect(chat.frame.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-busy', 'true');
  connect();
  await chat.sees(`Your order ${customer.order} is on its way`);
});
