import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('a refund is taken back, once, and the sentence for the customer lies ready', async ({ shop, chatAs, deskOf }) => {
  const customer = await shop.customer('deliveredRecent', 5);
  const chat = await chatAs(customer.email);
  await chat.say('I would like my money back');
  await chat.sees(`Shall I refund $84.00 for order ${customer.order}`);
  await chat.say('yes');
  await chat.sees('Done: $84.00');

  const desk = await deskOf('sam');
  await desk.open(chat.conversation);
  await desk.take();
  const actions = desk.context.getByRole('region', { name: 'Actions' });
  await actions.getByRole('button', { name: /^Take back: / }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'Take this back?' });
  await expect(dialog).toContainText('is taken back in the shop, once');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(desk.log).toContainText('Taken back: ');
  await expect(desk.reply).toHaveValue(/^We have taken this back: /);
  const { refunds } = await shop.ledger(customer.customer);
  expect(refunds).toMatchObject([{ amountCents: 8_400, status: 'reversed' }]);

  await actions.getByRole('link', { name: /^Refund/ }).click();
  const entry = desk.page.getByRole('complementary', { name: 'Action' });
  await expect(entry.getByRole('region', { name: 'Life' })).toContainText('Taken back');
  await expect(entry.getByRole('button', { name: 'Take it back' })).toHaveCount(0);
  await expectAccessible(desk.page);
});

test('the ledger is narrowed, summed and taken out', async ({ shop, chatAs, deskOf }) => {
  const customer = await shop.customer('deliveredRecent', 6);
  const chat = await chatAs(customer.email);
  await chat.say('I would like my money back');
  await chat.sees('Shall I refund $84.00');
  await chat.say('yes');
  await chat.sees('Done: $84.00');

  const { page } = await deskOf('nora');
  await page.goto('/actions');
  const ledger = page.getByRole('region', { name: 'Ledger' });
  await ledger.getByRole('combobox', { name: 'Status' }).selectOption('succeeded');
  await ledger.getByRole('combobox', { name: 'Tool' }).selectOption('refunds.create');
  await expect(page).toHaveURL(/status=succeeded&tool=refunds\.create/);
  const row = ledger.getByRole('row').filter({ hasText: customer.name });
  await expect(row).toContainText('$84.00');
  await expect(ledger.getByRole('region', { name: 'Sums' })).toContainText(/\d+ actions?, \$/);
  const csv = await page.request.get('/api/actions/csv?tool=refunds.create');
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect(await csv.text()).toContain(customer.name);
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/\/actions\/[0-9a-f-]+\?status=succeeded/);
  await expectAccessible(page);
});

test('what the shop did not answer is asked for and settled', async ({ shop, chatAs, deskOf }) => {
  const customer = await shop.customer('deliveredRecent', 7);
  await shop.misbehave({ tool: 'refunds.create', mode: 'drop', customer: customer.customer, times: 1 });
  const chat = await chatAs(customer.email);
  await chat.say('I would like my money back');
  await chat.sees('Shall I refund $84.00');
  await chat.say('yes');
  await chat.sees('Done: $84.00');
  const { refunds } = await shop.ledger(customer.customer);
  expect(refunds).toHaveLength(1);
  const desk = await deskOf('nora');
  await desk.open(chat.conversation);
  await desk.context
    .getByRole('region', { name: 'Actions' })
    .getByRole('link', { name: /^Refund/ })
    .click();
  const entry = desk.page.getByRole('complementary', { name: 'Action' });
  await expect(entry.getByRole('status')).toContainText('Done');
});
