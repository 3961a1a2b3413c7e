import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('who is given a conversation, and whose customer replies, hears of it until they have read it', async ({
  api,
  deskOf,
}) => {
  const customer = { email: 'bell@journeys.example', name: 'Bella Ring' };
  const { id } = await api.tell({ customer, text: 'I want a human' });
  const [nora, ines] = await Promise.all([deskOf('nora'), deskOf('ines')]);
  await ines.page.goto('/notifications');
  await nora.open(id);
  await nora.page.keyboard.press('a');
  await nora.page.getByRole('menuitem', { name: 'Ines Roth' }).click();

  const list = ines.page.getByRole('main').getByRole('region', { name: 'Notifications' });
  const given = list.getByRole('link', { name: /Nora gave you a conversation.*Bella Ring/ });
  await expect(given).toBeVisible();
  await expect(given).toContainText('Unread');
  await expect(ines.page).toHaveTitle(/^\(\d+\) Notifications/);
  await expectAccessible(ines.page);

  await api.say({ customer, text: 'Are you there?', conversation: id });
  await expect(list.getByRole('link', { name: /The customer replied.*Bella Ring/ })).toBeVisible();
  await ines.page.getByRole('button', { name: /^Notifications, \d+ unread$/ }).click();
  await ines.page
    .getByRole('dialog', { name: 'Notifications' })
    .getByRole('link', { name: /gave you/ })
    .first()
    .click();
  await expect(ines.conversation).toBeVisible();
  // Whoever has it before them has read all that was told of it.
  await ines.page.goto('/notifications');
  await expect(given).toBeVisible();
  await expect(list.getByRole('link', { name: /Bella Ring/ }).filter({ hasText: 'Unread' })).toHaveCount(0);
});

test('what one hears of is one’s own choice, and kept', async ({ deskOf }) => {
  const { page } = await deskOf('kofi');
  await page.goto('/settings/you');
  const replies = page.getByRole('switch', { name: 'A customer replies in a conversation of mine' });
  const saved = () =>
    page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/settings/you'));
  await expect(replies).toBeChecked();
  const first = saved();
  await replies.click();
  await first;
  const second = saved();
  await page.getByRole('switch', { name: 'Keep quiet at times' }).click();
  await second;
  await page.reload();
  await expect(replies).not.toBeChecked();
  await expect(page.getByLabel('From')).toHaveValue('18:00');
  await expectAccessible(page);
  const last = saved();
  await replies.click();
  await last;
});
