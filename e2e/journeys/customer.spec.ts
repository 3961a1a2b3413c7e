import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('a customer’s page: one line of time with orders, a note, consent, an identity', async ({ api, shop, deskOf }) => {
  const customer = await shop.customer('inTransit', 7);
  const { id } = await api.tell({ customer: { email: customer.email, verified: true }, text: 'Where is my order?' });
  const desk = await deskOf('nora');
  const { page } = desk;
  await desk.open(id);
  // The name in the conversation's context leads here.
  await desk.context.getByRole('region', { name: 'Customer' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/customers\//);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText(`Order ${customer.order}`)).toBeVisible();
  const about = page.getByRole('complementary', { name: 'About this customer' });
  await expect(about.getByRole('region', { name: 'Identities' }).getByText(customer.email)).toBeVisible();

  await page.getByRole('textbox', { name: 'Note about this customer' }).fill('Prefers to be written to in the evening');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await expect(timeline.getByText('Prefers to be written to in the evening')).toBeVisible();

  await about.getByRole('button', { name: 'Change consent: Offers by email' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await expect(timeline.getByText('Agreed to offers by email')).toBeVisible();

  await about.getByRole('button', { name: 'Add one' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an identity' });
  await dialog.getByRole('button', { name: 'Phone' }).click();
  await dialog.getByRole('textbox', { name: 'Number' }).fill('+1 (208) 555-0137');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(about.getByText('+12085550137')).toBeVisible();
  await expectAccessible(page);

  const filters = timeline.getByRole('group', { name: 'What is shown' });
  await filters.getByRole('button', { name: 'Notes' }).click();
  await expect(timeline.getByText(`Order ${customer.order}`)).toHaveCount(0);
  await expect(timeline.getByText('Prefers to be written to in the evening')).toBeVisible();
  await filters.getByRole('button', { name: 'Conversations' }).click();
  await timeline.getByRole('listitem').filter({ hasText: 'Where is my order?' }).getByRole('link').click();
  await expect(desk.conversation).toBeVisible();
});

test('two customers are made one, and two again', async ({ api, deskOf }) => {
  const ask = (email: string, name: string, text: string) =>
    api.tell({ customer: { email, name, verified: true }, text });
  await ask('mira.one@journeys.example', 'Mira Onemail', 'do you accept apple pay');
  await ask('mira.two@journeys.example', 'Mira Twomail', 'how do I wash a down jacket');
  const { page } = await deskOf('sam');
  await page.goto('/customers');
  await page.getByRole('searchbox', { name: 'Find a customer' }).fill('mira.one@');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Mira Onemail' }).click();
  const identities = page.getByRole('region', { name: 'Identities' });
  await expect(identities.getByText('mira.one@journeys.example')).toBeVisible();

  await page.getByRole('button', { name: 'More to do' }).click();
  await page.getByRole('menuitem', { name: 'Merge another into this one' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge another into Mira Onemail' });
  await dialog.getByRole('textbox', { name: 'Who is the same person' }).fill('mira.two@');
  await dialog.getByRole('button', { name: /Mira Twomail/ }).click();
  await expect(dialog.getByText('mira.two@journeys.example')).toBeVisible();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(identities.getByText('mira.two@journeys.example')).toBeVisible();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('Mira Twomail was merged into this one')).toBeVisible();
  await expect(timeline.getByText('how do I wash a down jacket')).toBeVisible();

  await page.getByRole('button', { name: 'Take Mira Twomail apart again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take apart' }).click();
  await expect(identities.getByText('mira.two@journeys.example')).toHaveCount(0);
  await expect(timeline.getByText('how do I wash a down jacket')).toHaveCount(0);
  await expect(timeline.getByText('do you accept apple pay')).toBeVisible();
});

test('a customer is forgotten by their name typed, and an agent cannot', async ({ api, deskOf }) => {
  const { id } = await api.tell({
    customer: { email: 'oda.gone@journeys.example', name: 'Oda Gone', verified: true },
    text: 'Do you sell kayaks for two people and a dog?',
  });
  const agent = await deskOf('ines');
  await agent.open(id);
  await agent.context.getByRole('region', { name: 'Customer' }).getByRole('link').first().click();
  await agent.page.getByRole('button', { name: 'More to do' }).click();
  await expect(agent.page.getByRole('menuitem', { name: 'Change the name' })).toBeVisible();
  await expect(agent.page.getByRole('menuitem', { name: 'Forget this customer' })).toHaveCount(0);
  const address = agent.page.url();
  expect((await agent.page.request.get(`${address.replace('/customers/', '/api/customers/')}/export`)).status()).toBe(
    403,
  );

  const desk = await deskOf('sam');
  const { page } = desk;
  await desk.open(id);
  await desk.conversation
    .getByRole('button', { name: /^Solve/ })
    .first()
    .click();
  await expect.poll(async () => (await api.read(id)).state).toBe('closed');
  await page.goto(address);
  await page.getByRole('button', { name: 'More to do' }).click();
  await page.getByRole('menuitem', { name: 'Forget this customer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Forget Oda Gone' });
  await dialog.getByRole('textbox', { name: 'Type Oda Gone to confirm' }).fill('Oda Gone');
  await dialog.getByRole('button', { name: 'Forget for good' }).click();
  await expect(page.getByText('without anything that tells who it was')).toBeVisible();
  await expect(page.getByText('oda.gone@journeys.example')).toHaveCount(0);
});
