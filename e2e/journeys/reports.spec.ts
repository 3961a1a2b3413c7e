import type { Page } from '@playwright/test';
import pg from 'pg';
import { expectAccessible } from '../fixtures/accessible';
import { attachedTo, linkIn, type Mail, openMailbox, sendThrough, textOf } from '../fixtures/mailbox';
import { people } from '../fixtures/people';
import { expect, test } from '../fixtures/test';

const partner = 'partner@journeys.example';
const reportName = 'API by the week';

const press = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: `More for ${reportName}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('a view is saved, mailed with the figures of the page, and goes outside only to who said yes', async ({
  deskOf,
  stranger,
  api,
  product,
}) => {
  test.setTimeout(180_000);
  const box = await openMailbox();
  const desk = await deskOf('nora');
  const { page } = desk;
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  // By the file that comes with each.
  const reports = () => box.mails.filter(({ source }) => source.includes('filename=api-by-the-week-'));
  const reportsTo = (address: string): Mail[] => reports().filter(({ to }) => to[0] === address);
  try {
    await page.goto('/settings/mail');
    await sendThrough(page, box);
    const { id } = await api.tell({
      customer: { email: 'reported@journeys.example', verified: true },
      text: 'What does shipping cost?',
    });
    await desk.open(id);
    await desk.take();
    await desk.conversation.getByRole('button', { name: /^Solve/ }).click();
    await expect.poll(async () => (await api.read(id)).state).toBe('closed');

    // What one looks at is what is kept.
    await page.goto('/metrics?period=7d');
    await page.getByRole('button', { name: 'All channels' }).click();
    await page.getByRole('option', { name: 'API' }).click();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL('/metrics?period=7d&channel=api');
    await page.getByRole('button', { name: 'Save view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save this view' });
    await expect(dialog).toContainText('Overview · Last 7 days against the time before · Channel: API');
    await dialog.getByRole('textbox', { name: 'Name' }).fill(reportName);
    await dialog.getByRole('combobox', { name: 'Who sees it' }).selectOption('All who read figures');
    await dialog.getByRole('combobox', { name: 'Sent by mail' }).selectOption('Every week');
    await dialog.getByRole('combobox', { name: 'On', exact: true }).selectOption('Tuesday');
    await dialog.getByRole('textbox', { name: 'Somebody outside' }).fill('Partner@journeys.example');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('listitem').filter({ hasText: partner })).toContainText('Is asked first');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Save the view' }).click();
    await expect(page.getByText('Saved under Reports')).toBeVisible();

    const side = page.getByRole('navigation', { name: 'Metrics' });
    await side.getByRole('link', { name: 'Reports' }).click();
    const row = page.getByRole('main').getByRole('listitem').filter({ hasText: reportName });
    await expect(row).toContainText('Every Tuesday at 08:00, to one person');
    await expect(row).toContainText('Next ');
    await expectAccessible(page);
    await press(page, 'Send now');
    await expect.poll(() => reports().length, { timeout: 60_000 }).toBe(1);
    const [mail] = reportsTo(people.nora.email) as [Mail];

    // The mail, its file and the page say the same.
    await row.getByRole('link', { name: reportName }).click();
    await expect(page).toHaveURL('/metrics?period=7d&channel=api');
    const tile = page.getByRole('link', { name: /^Verified resolution: / });
    const [, figure] = /^Verified resolution: (\S+),/.exec((await tile.getAttribute('aria-label')) ?? '') ?? [];
    expect(figure).toMatch(/^\d+\.\d%$/);
    const headline = await page.getByRole('main').getByRole('heading', { level: 2 }).first().textContent();
    expect(textOf(mail)).toContain(headline);
    expect(textOf(mail)).toContain(`Verified resolution: ${figure}`);
    expect(attachedTo(mail)).toMatch(new RegExp(`\r\nVerified resolution,${figure?.replace('.', '\\.')},`));
    expect(mail.source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');

    // Nothing goes outside before a person pressed a button: a link that is followed is not enough.
    const outsider = await stranger();
    const asking = box.mails.find(({ to }) => to[0] === partner) as Mail;
    await outsider.goto(linkIn(asking, /http\S+\/report\/confirm\/[\w.-]+/));
    await expect(outsider.getByRole('heading', { name: `Get the report “${reportName}” by mail?` })).toBeVisible();
    await expectAccessible(outsider);
    expect(reportsTo(partner)).toEqual([]);
    await outsider.getByRole('button', { name: 'Yes, send it to me' }).click();
    await expect(outsider.getByRole('heading', { name: 'You get this report' })).toBeVisible();

    await page.goto('/metrics/reports');
    await expect(row).toContainText('to 2 people');
    await press(page, 'Send now');
    await expect.poll(() => reports().length, { timeout: 60_000 }).toBe(3);
    const [got] = reportsTo(partner) as [Mail];
    await outsider.goto(linkIn(got, /http\S+\/report\/stop\/[\w.-]+/));
    await expectAccessible(outsider);
    await outsider.getByRole('button', { name: 'Stop it' }).click();
    await expect(outsider.getByRole('heading', { name: 'You get this report no more' })).toBeVisible();

    await expect(row).toContainText('Every Tuesday at 08:00, to one person');
    await press(page, 'Send now');
    await expect.poll(() => reports().length, { timeout: 60_000 }).toBe(4);
    expect(reportsTo(partner)).toHaveLength(1);
    await press(page, 'What was sent');
    const history = page.getByRole('dialog', { name: `What was sent of ${reportName}` });
    await expect(history.getByText('Sent', { exact: true })).toHaveCount(4);
    await expect(history.getByText(partner)).toHaveCount(1);
    await expectAccessible(page);
    await page.keyboard.press('Escape');

    await press(page, 'Pause');
    await expect(row).toContainText('Paused');
    await press(page, 'Delete');
    await page.getByRole('button', { name: 'Delete the report' }).click();
    await expect(page.getByRole('heading', { name: 'No view is saved yet' })).toBeVisible();
    await expectAccessible(page);
  } finally {
    await client.query(`DELETE FROM "Report"`);
    await client.query(`DELETE FROM "Setting" WHERE key = 'mail'`);
    await client.end();
    await box.close();
  }
});

test('reports are for who may read figures, and a link to one leads there after signing in', async ({
  deskOf,
  stranger,
  faults,
}) => {
  const { page } = await deskOf('kofi');
  faults.allow(/404/);
  await page.goto('/metrics/team');
  await expect(page.getByRole('heading', { name: 'Team', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save view' })).toBeHidden();
  expect((await page.goto('/metrics/reports'))?.status()).toBe(404);
  expect((await page.request.get('/api/metrics/reports')).status()).toBe(403);
  const outside = await stranger();
  await outside.goto('/metrics/cost?period=28d');
  await expect(outside).toHaveURL('/sign-in?to=%2Fmetrics%2Fcost%3Fperiod%3D28d');
  await outside.goto(`/report/stop/${'A'.repeat(22)}.${'A'.repeat(27)}`);
  await expect(outside.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
});
