import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('a key of one’s own does what the old one did, here and after coming back', async ({ deskOf }) => {
  const desk = await deskOf('kofi');
  const { page } = desk;
  await page.goto('/knowledge');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
  await page.getByRole('button', { name: 'Shortcuts' }).click();
  await expect(sheet).toBeVisible();
  await expectAccessible(page);

  // Another's key is refused by name; Escape gives up and leaves the sheet open.
  await sheet.getByRole('button', { name: 'The queue: G then Q' }).click();
  await page.keyboard.press('i');
  await expect(sheet.getByRole('alert')).toContainText('“Inbox”');
  await page.keyboard.press('Escape');
  await expect(sheet.getByRole('alert')).toHaveCount(0);
  await sheet.getByRole('button', { name: 'The queue: G then Q' }).click();
  await page.keyboard.press('u');
  await expect(sheet.getByRole('button', { name: 'The queue: G then U' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Keyboard shortcuts: ?' }).click();
  await page.keyboard.press('Control+w');
  await expect(sheet.getByRole('alert')).toContainText('the browser’s');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page).toHaveURL(/\/inbox\/unassigned/);
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/\/knowledge/);

  // It is the person's, not the browser's: the settings show it, and give back what it was.
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'You', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'The queue: G then U' })).toBeVisible();
  await page.getByRole('button', { name: 'The queue: as it came' }).click();
  await expect(page.getByRole('button', { name: 'The queue: G then Q' })).toBeVisible();
});

test('what is typed at once after the palette’s or a menu’s key is meant for it', async ({ api, deskOf }) => {
  const customer = { email: 'hasty@journeys.example', name: 'Hasty Keys' };
  const { id } = await api.tell({ customer, text: 'I want to talk to a person about laces.' });
  const desk = await deskOf('sam');
  await desk.open(id);
  // No waiting between them: the palette has not been read yet when the first letters come.
  await desk.page.keyboard.press('Control+k');
  await desk.page.keyboard.type('refunded');
  const palette = desk.page.getByRole('dialog', { name: 'Everything, by name' });
  await expect(palette.getByRole('combobox')).toHaveValue('refunded');
  await desk.page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await desk.page.keyboard.press('a');
  await desk.page.keyboard.type('ine');
  await desk.page.keyboard.press('Escape');
  await expect(desk.composer.getByRole('button', { name: /^Take it/ })).toBeVisible();
  expect(await api.read(id)).toMatchObject({ state: 'open', holder: 'queue' });
});
