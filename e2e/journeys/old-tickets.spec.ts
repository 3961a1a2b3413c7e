import { expectAccessible } from '../fixtures/accessible';
import { oldTickets } from '../fixtures/old-tickets';
import { expect, test } from '../fixtures/test';

const someday = (cells: string[]) => cells.with(9, 'someday');
const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('old tickets of another desk become a map by money, a calculator and a before', async ({ deskOf }) => {
  const { page } = await deskOf('nora');

  // An empty history leads to bringing one in.
  await page.goto('/metrics/automate/imports');
  await expect(page.getByRole('heading', { name: 'No old tickets yet' })).toBeVisible();
  await page
    .getByLabel('Table of old tickets')
    .setInputFiles(fileOf('zendesk.csv', oldTickets('zendesk', 280, { spoil: { 3: someday } })));

  // What stands in which column is guessed and can be changed before anything is read.
  await expect(page.getByText('It looks like an export of Zendesk.')).toBeVisible();
  await expect(page.getByLabel('Column of Came')).toHaveValue('9');
  await page.getByLabel('Column of Group').selectOption('Not in the file');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Read the tickets' }).click();

  // It tells how far it is by itself.
  await expect(page.getByRole('status').filter({ hasText: '279 tickets on the map' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('row', { name: /5 “someday” is no date when it came\./ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Rows as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('zendesk - not read.csv');

  // The map: categories by money, the words of what fits no intent among them.
  await page.getByRole('link', { name: 'See the map' }).click();
  await expect(page).toHaveURL('/metrics/automate?source=history');
  await expect(page.getByRole('heading', { name: /\$[\d,]+ a month could still be automated/ })).toBeVisible();
  const table = page.getByRole('region', { name: 'Categories, table' });
  await expect(table.getByRole('row', { name: /axe|crampon/i })).toContainText('No intent');
  const worth = await table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.slice(1).map((row) => Number(row.querySelectorAll('td')[6]?.textContent?.replace(/\D/g, '') ?? 0)),
    );
  expect(worth.length).toBeGreaterThan(3);
  expect(worth).toEqual(worth.toSorted((a, b) => b - a));
  await expectAccessible(page);

  // One of them: why it is worth that, what is missing, what people wrote.
  await page
    .getByRole('list', { name: 'Categories by volume' })
    .getByRole('button', { name: /axe|crampon/i })
    .click();
  const category = page.getByRole('dialog');
  await expect(category.getByRole('link', { name: 'No playbook' })).toBeVisible();
  await expect(category.getByText(/sharpening/i).first()).toBeVisible();
  await expect(category.getByText(/Ada|Winter/)).toHaveCount(0);
  await expect(category.getByRole('link', { name: 'Open the intents' })).toHaveAttribute('href', '/automation/intents');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // The calculator begins with what was measured; what is changed stands in the address and can be taken back.
  await page.goto('/metrics/return');
  const form = page.getByRole('form', { name: 'Assumptions' });
  await expect(form.getByLabel('Tickets a month', { exact: true })).not.toHaveValue('');
  await form.getByLabel('Tickets a month', { exact: true }).fill('10000');
  await form.getByLabel('Deflection', { exact: true }).fill('40');
  await form.getByLabel('Cost of a ticket, people', { exact: true }).fill('6');
  await form.getByLabel('Cost of a ticket, assistant', { exact: true }).fill('1');
  await form.getByLabel('Set-up, once', { exact: true }).fill('30000');
  await form.getByLabel('Platform a month', { exact: true }).fill('5000');
  await form.getByLabel('Months until it works in full', { exact: true }).fill('0');
  await form.getByRole('button', { name: '12 months' }).click();
  await expect(
    page.getByRole('heading', { name: 'It pays for itself after 2 months and returns $150,000 in 12 months.' }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: /returns \$150,000 in 12 months/ })).toBeVisible();

  // Before beside now, each with how sure, and a word where they are not counted alike.
  const compared = page.getByRole('region', { name: 'Before and after, table' });
  await expect(compared.getByRole('row', { name: /CSAT/ })).toContainText('Before: good ÷ good and bad.');
  await expect(
    compared
      .getByRole('row', { name: /Handle time/ })
      .getByRole('cell')
      .first(),
  ).not.toHaveText('–');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'As measured' }).last().click();
  await expect(page).toHaveURL('/metrics/return');

  // The same file again is known; deleted, everything of it is gone.
  await page.goto('/metrics/automate/imports');
  await page.getByRole('link', { name: 'zendesk.csv' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete with its tickets' }).click();
  await expect(page.getByRole('heading', { name: 'No old tickets yet' })).toBeVisible();
});

test('what the figures are counted by is set once, with what an hour costs worked out', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/settings/figures');
  const form = page.getByRole('form', { name: 'Figures' });
  await form.getByRole('button', { name: 'Calculate' }).click();
  const hour = page.getByRole('dialog', { name: 'What an hour costs' });
  await hour.getByLabel('Salary a year, $').fill('50000');
  await expect(hour.getByRole('status')).toContainText('$54.63 an hour');
  await expectAccessible(page);
  await hour.getByRole('button', { name: 'Cancel' }).click();
  await form.getByLabel('Target for CSAT', { exact: true }).fill('91');
  await form.getByLabel('Target for CSAT', { exact: true }).blur();
  await form.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('Saved. The figures are counted by them now.')).toBeVisible();
  await page.reload();
  await expect(form.getByLabel('Target for CSAT', { exact: true })).toHaveValue('91');
});
