import type { Page } from '@playwright/test';
import pg from 'pg';
import { expectAccessible } from '../fixtures/accessible';
import type { Chat } from '../fixtures/chat';
import type { Shop, ShopCustomer } from '../fixtures/shop';
import { expect, test } from '../fixtures/test';

/** The decision beside the list, and the rows of it. */
const decisionOf = (page: Page) => page.getByRole('complementary', { name: 'Decision' });
const rowOf = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Waiting for approval' }).getByRole('link', { name: new RegExp(`^${name}`) });

/** A customer whose refund waits for a supervisor. */
async function asksForRefund(
  { shop, chatAs }: { shop: Shop; chatAs: (email: string) => Promise<Chat> },
  number: number,
): Promise<{ customer: ShopCustomer; chat: Chat }> {
  const customer = await shop.customer('deliveredLarge', number);
  const chat = await chatAs(customer.email);
  await chat.say('I want a refund for my tent');
  await chat.sees('Shall I refund $620.00');
  await chat.say('yes please');
  await chat.sees('I have asked a colleague to check the refund of $620.00');
  return { customer, chat };
}

test('two look at one approval, one decides, the other sees who', async ({ shop, chatAs, deskOf }) => {
  const { customer, chat } = await asksForRefund({ shop, chatAs }, 3);
  const sam = (await deskOf('sam')).page;
  const nora = (await deskOf('nora')).page;
  for (const page of [sam, nora]) {
    await page.goto('/approvals');
    await rowOf(page, customer.name).click();
    await expect(decisionOf(page)).toContainText('$620.00');
  }
  const facts = decisionOf(sam).getByRole('region', { name: 'Facts' });
  await expect(facts).toContainText(String(customer.order));
  await facts.getByRole('button', { name: 'Read them again' }).click();
  await expect(facts).toContainText('Nothing has changed since it was decided.');
  await expect(sam.getByRole('log', { name: 'Last messages' })).toContainText('I want a refund for my tent');
  await expectAccessible(sam);

  await sam.keyboard.press('y');
  await expect(sam.getByText('Approved', { exact: true })).toBeVisible();
  await expect(rowOf(nora, customer.name)).toHaveCount(0);
  await expect(decisionOf(nora).getByRole('status')).toContainText('by Sam Ortiz');
  await expect(decisionOf(nora).getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await expect(nora.getByRole('region', { name: 'Decided today' })).toContainText(customer.name);
  await chat.sees('your refund of $620.00');
  const { refunds } = await shop.ledger(customer.customer);
  expect(refunds).toHaveLength(1);
});

test('what needs two people waits for the second', async ({ shop, chatAs, deskOf, product }) => {
  const { customer, chat } = await asksForRefund({ shop, chatAs }, 6);
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  await client.query(`UPDATE "Action" SET "approvalsNeeded" = 2 WHERE status = 'waiting_approval' AND subject = $1`, [
    customer.customer,
  ]);
  await client.end();

  const sam = (await deskOf('sam')).page;
  await sam.goto('/approvals');
  await rowOf(sam, customer.name).click();
  await decisionOf(sam).getByRole('button', { name: 'Agree' }).click();
  await expect(decisionOf(sam)).toContainText('You have agreed. It waits for a second person.');
  await expect(decisionOf(sam).getByRole('button', { name: 'Approve' })).toHaveCount(0);
  expect((await shop.ledger(customer.customer)).refunds).toEqual([]);

  const nora = (await deskOf('nora')).page;
  await nora.goto('/approvals');
  await rowOf(nora, customer.name).click();
  await expect(decisionOf(nora).getByRole('region', { name: 'People who decided' })).toContainText('Sam Ortiz');
  await decisionOf(nora).getByRole('button', { name: 'Approve' }).click();
  await chat.sees('your refund of $620.00');
  expect((await shop.ledger(customer.customer)).refunds).toHaveLength(1);
});

test('a colleague is asked, then it is refused with a reason', async ({ api, shop, chatAs, deskOf }) => {
  const { customer, chat } = await asksForRefund({ shop, chatAs }, 5);
  const page = (await deskOf('sam')).page;
  await page.goto('/approvals');
  await rowOf(page, customer.name).click();
  const decision = decisionOf(page);
  await expect(decision.getByRole('button', { name: 'Approve' })).toBeVisible();
  await page.keyboard.press('w');
  await decision.getByRole('textbox', { name: 'Your question' }).fill('Did the photos of the tent arrive?');
  await decision.getByRole('form', { name: 'Ask' }).getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(decision.getByRole('region', { name: 'Questions' })).toContainText('Did the photos of the tent arrive?');

  await page.keyboard.press('v');
  const refuse = decision.getByRole('button', { name: 'Refuse' });
  await expect(refuse).toBeDisabled();
  await decision.getByRole('textbox', { name: 'Why not' }).fill('The floor is cut.');
  await refuse.click();
  await expect(rowOf(page, customer.name)).toHaveCount(0);
  await expect.poll(async () => (await api.read(chat.conversation)).holder).toBe('queue');
  expect((await shop.ledger(customer.customer)).refunds).toEqual([]);
});
