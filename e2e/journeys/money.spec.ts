import { expect, test } from '../fixtures/test';

test('refunds once what the rules allow, however often it is asked for', async ({ api, shop, chatAs }) => {
  const customer = await shop.customer('deliveredRecent', 1);
  const chat = await chatAs(customer.email);
  await chat.say('I would like my money back');
  await chat.sees(`Shall I refund $84.00 for order ${customer.order}`);
  expect((await shop.ledger(customer.customer)).refunds).toEqual([]);
  await chat.say('yes');
  await chat.sees(`Done: $84.00 for order ${customer.order}`);
  await chat.say('yes');
  await api.settled(chat.conversation, 3);
  await chat.say('I would like my money back');
  await chat.sees('has been refunded in full already');
  const { refunds } = await shop.ledger(customer.customer);
  expect(refunds).toHaveLength(1);
  expect(refunds[0]).toMatchObject({ order: customer.order, amountCents: 8_400, status: 'done', source: 'refund' });
});

test('a refund of $620 waits for a supervisor, and happens when approved', async ({ api, shop, chatAs, deskOf }) => {
  const customer = await shop.customer('deliveredLarge', 1);
  const chat = await chatAs(customer.email);
  await chat.say('I want a refund for my tent');
  await chat.sees('Shall I refund $620.00');
  await chat.say('yes please');
  await chat.sees('I have asked a colleague to check the refund of $620.00');
  const { turns } = await api.settled(chat.conversation, 2);
  expect(turns[1]?.outcome).toBe('approval_requested');
  expect((await shop.ledger(customer.customer)).refunds).toEqual([]);

  const agent = await deskOf('ines');
  await agent.open(chat.conversation);
  await expect(agent.approval.getByRole('heading', { name: /waits for a supervisor/ })).toBeVisible();
  await expect(agent.approval.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const supervisor = await deskOf('sam');
  await supervisor.view('approvals');
  await supervisor.row(chat.conversation).click();
  await expect(supervisor.approval).toContainText('$620.00');
  await expect(supervisor.approval.getByRole('region', { name: 'Rule' })).toContainText('over $500.00');
  await expect(supervisor.approval.getByRole('region', { name: 'Facts' })).toContainText(String(customer.order));
  await supervisor.approval.getByRole('button', { name: 'Approve' }).click();

  await chat.sees('your refund of $620.00');
  const { refunds } = await shop.ledger(customer.customer);
  expect(refunds).toHaveLength(1);
  expect(refunds[0]).toMatchObject({ order: customer.order, amountCents: 62_000, status: 'done' });
  await expect(supervisor.approval).toHaveCount(0);
  await expect(supervisor.log).toContainText('Sam Ortiz approved');
});

test('a refund that is refused goes to people with the reason, and nothing is refunded', async ({
  api,
  shop,
  chatAs,
  deskOf,
}) => {
  const customer = await shop.customer('deliveredLarge', 2);
  const chat = await chatAs(customer.email);
  await chat.say('I want a refund');
  await chat.sees('Shall I refund $620.00');
  await chat.say('yes');
  await chat.sees('I have asked a colleague');

  const supervisor = await deskOf('sam');
  await supervisor.open(chat.conversation, 'approvals');
  await supervisor.approval.getByRole('button', { name: 'Deny' }).click();
  const deny = supervisor.approval.getByRole('button', { name: 'Deny' });
  await expect(deny).toBeDisabled();
  await supervisor.approval
    .getByRole('textbox', { name: 'Why not' })
    .fill('The tent came back with a cut in the floor.');
  await deny.click();

  await expect.poll(async () => (await api.read(chat.conversation)).holder).toBe('queue');
  await expect(supervisor.handoff).toContainText('The tent came back with a cut in the floor.');
  await chat.sees('colleague');
  expect((await shop.ledger(customer.customer)).refunds).toEqual([]);
});

test('finds the wrong charge in the billing history and credits the difference once', async ({ shop, chatAs }) => {
  const customer = await shop.customer('wrongCharge', 1);
  const chat = await chatAs(customer.email);
  await chat.say('My invoice says $49 but I was charged $79');
  await chat.sees(`invoice ${customer.invoice} says $49.00, but $79.00 was charged`);
  expect((await shop.ledger(customer.customer)).credits).toEqual([]);
  await chat.say('yes');
  await chat.sees('Done: $30.00 is credited');
  const { credits, refunds } = await shop.ledger(customer.customer);
  expect(credits).toHaveLength(1);
  expect(credits[0]).toMatchObject({ invoice: customer.invoice, amountCents: 3_000 });
  expect(refunds).toEqual([]);
});

test('a larger difference waits for a supervisor before it is credited', async ({ shop, chatAs, deskOf }) => {
  const customer = await shop.customer('wrongChargeLarge', 1);
  const chat = await chatAs(customer.email);
  await chat.say('My invoice says $89 but I was charged $209');
  await chat.sees('Shall I credit the difference of $120.00');
  await chat.say('yes');
  await chat.sees('amounts over $100 are looked at by a person first');
  expect((await shop.ledger(customer.customer)).credits).toEqual([]);

  const supervisor = await deskOf('sam');
  await supervisor.open(chat.conversation, 'approvals');
  await supervisor.approval.getByRole('button', { name: 'Approve' }).click();
  await chat.sees('is credited to your account');
  const { credits } = await shop.ledger(customer.customer);
  expect(credits).toHaveLength(1);
  expect(credits[0]).toMatchObject({ invoice: customer.invoice, amountCents: 12_000 });
});
