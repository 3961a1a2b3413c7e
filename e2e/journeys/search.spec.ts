import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('finds by word, customer and order, with filters as chips, and keeps a view of what it found', async ({
  api,
  deskOf,
}) => {
  const { id, number } = await api.tell({
    customer: { email: 'xenia-search@journeys.example', name: 'Xenia Quill' },
    text: 'My marmalade lantern for order NL-90417 never came, I want a human',
  });
  const desk = await deskOf('nora');
  const { page } = desk;
  await page.goto('/inbox/needs-me');
  await expect(page.getByRole('link', { name: /^Unassigned/ })).toBeVisible();
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search' });
  await expect(field).toBeFocused();

  const hit = page.getByRole('list', { name: 'Conversations' }).locator(`a[href="/inbox/all/${id}"]`);
  for (const typed of ['marmalade', 'xenia qui', 'NL-90417', `#${number}`]) {
    await field.fill(typed);
    await expect(page).toHaveURL(/q=/);
    await expect(hit).toBeVisible();
  }
  await field.fill('marmalade');
  await expect(hit.locator('mark')).toHaveText('marmalade');

  // A filter becomes a chip as soon as it is whole, and what is wrong is said.
  await field.fill('marmalade is:closed ');
  await expect(page.getByRole('button', { name: 'Remove is:closed' })).toBeVisible();
  await expect(page.getByText('Nothing was found')).toBeVisible();
  await page.getByRole('button', { name: 'Remove is:closed' }).click();
  await expect(hit).toBeVisible();
  await field.fill('colour:red');
  await field.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'There is no filter' })).toBeVisible();
  await field.fill('marmalade');
  await expect(hit).toBeVisible();
  await expectAccessible(page);

  // A view is kept of a list that was narrowed, and counts what is in it.
  await page.goto('/inbox/needs-me?q=marmalade');
  await expect(page.locator(`a[data-conversation="${id}"]`)).toBeVisible();
  await page.getByRole('button', { name: 'Save as a view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as a view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Lanterns');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  const view = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Lanterns 1' });
  await expect(view).toHaveAttribute('aria-current', 'page');
  await expect(desk.row(id)).toBeVisible();
});

test('the palette does by name what can be done, and leads anywhere', async ({ api, deskOf }) => {
  const { id } = await api.tell({
    customer: { email: 'yuri-search@journeys.example', name: 'Yuri Palette' },
    text: 'I want a human about my cobalt kettle',
  });
  const desk = await deskOf('nora');
  await desk.open(id);
  const { keyboard } = desk.page;
  const palette = desk.page.getByRole('dialog', { name: 'Everything, by name' });
  await keyboard.press('Control+k');
  await expect(palette).toBeVisible();
  await expectAccessible(desk.page);
  await keyboard.type('take it');
  await expect(palette.getByRole('option', { name: /^Take it/ })).toHaveAttribute('data-highlighted', '');
  await keyboard.press('Enter');
  await expect(desk.reply).toBeVisible();

  await keyboard.press('Control+k');
  await keyboard.type('label praise');
  await expect(palette.getByRole('option', { name: 'Label praise', exact: true })).toHaveAttribute(
    'data-highlighted',
    '',
  );
  await keyboard.press('Enter');
  await expect(desk.conversation.getByText('praise', { exact: true }).first()).toBeVisible();

  await keyboard.press('Control+k');
  await keyboard.type('cobalt');
  await expect(palette.getByRole('option', { name: /Yuri Palette/ }).first()).toBeVisible();
  await palette.getByRole('combobox').fill('be away');
  await expect(palette.getByRole('option', { name: /^Be away/ })).toBeVisible();
  await palette.getByRole('combobox').fill('refunds');
  await expect(palette.getByRole('group', { name: 'Articles' }).getByRole('option').first()).toBeVisible();
  await palette.getByRole('combobox').fill('knowledge');
  await palette.getByRole('option', { name: 'Knowledge', exact: true }).click();
  await expect(desk.page).toHaveURL(/\/knowledge/);
});
