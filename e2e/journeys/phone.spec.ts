import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('on a phone several are chosen and solved, one is labelled, and every area is near', async ({ api, deskOf }) => {
  const ids: string[] = [];
  for (const [index, about] of ['tarps', 'maps', 'mugs'].entries()) {
    const customer = { email: `phone-${index}@journeys.example`, name: 'Phila Phone' };
    ids.push((await api.tell({ customer, text: `I want to talk to a person about ${about}.` })).id);
  }
  const [first, second, third] = ids as [string, string, string];
  const desk = await deskOf('nora');
  const { page } = desk;
  await page.setViewportSize({ width: 390, height: 844 });
  await desk.view('needs-me', 'Phila Phone');
  await expect(desk.row(third)).toBeVisible();

  await page.getByRole('button', { name: 'Choose several' }).click();
  for (const id of [first, second])
    await page
      .getByRole('listitem')
      .filter({ has: desk.row(id) })
      .getByRole('checkbox')
      .click();
  const bar = page.getByRole('region', { name: 'Selected conversations' });
  await expect(bar).toContainText('2 selected');
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Solve the selected' }).click();
  for (const id of [first, second]) await expect.poll(async () => (await api.read(id)).state).toBe('closed');
  expect((await api.read(third)).state).toBe('open');

  await desk.row(third).click();
  await desk.conversation.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Labels' }).click();
  await page.getByRole('option', { name: 'praise', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(desk.conversation.getByText('praise', { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Customers' }).click();
  await expect(page).toHaveURL(/\/customers$/);
});
