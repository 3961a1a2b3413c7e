import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('an admin stops the assistant’s writes, then the assistant, and puts it back', async ({
  api,
  shop,
  chatAs,
  deskOf,
}) => {
  const customer = await shop.customer('deliveredRecent', 4);
  const { page } = await deskOf('nora');
  const strip = page.getByRole('status').filter({ hasText: 'The assistant' });
  const dialog = page.getByRole('dialog', { name: 'The assistant' });
  const turn = async (choice: string, verb: string) => {
    await dialog.getByRole('radio', { name: choice, exact: false }).check();
    await dialog.getByRole('button', { name: verb }).click();
    await expect(dialog).toHaveCount(0);
  };
  await page.goto('/automation/intents');
  await expect(page.getByText('Assistant on', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Kill switch ready' }).click();
  await expectAccessible(page);
  try {
    await turn('On, but writes nothing', 'Stop its writes');
    await expect(strip).toContainText('The assistant writes nothing.');
    const other = (await deskOf('ines')).page;
    await other.goto('/knowledge');
    await expect(other.getByRole('status').filter({ hasText: 'The assistant writes nothing.' })).toBeVisible();
    await expect(other.getByRole('button', { name: 'Switch it on' })).toHaveCount(0);
    await expectAccessible(other);

    const chat = await chatAs(customer.email);
    await chat.say('I would like my money back');
    await chat.sees('A colleague takes over from here');
    await expect.poll(async () => (await api.read(chat.conversation)).holder).toBe('queue');
    expect((await shop.ledger(customer.customer)).refunds).toEqual([]);

    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox').fill('Switch the assistant off');
    await page.keyboard.press('Enter');
    await turn('Off', 'Switch it off');
    await expect(strip).toContainText('The assistant is switched off.');
    const { id } = await api.tell({
      customer: { email: 'switch@journeys.example', name: 'Sven Ohm' },
      text: 'Do you deliver on Saturdays?',
    });
    await expect.poll(async () => (await api.read(id)).holder).toBe('queue');
  } finally {
    await strip.getByRole('button', { name: 'Switch it on' }).click();
    await dialog.getByRole('button', { name: 'Switch it on' }).click();
    await expect(strip).toHaveCount(0);
  }
});
