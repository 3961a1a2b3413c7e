import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible';
import type { Api } from '../fixtures/api';
import { expect, test } from '../fixtures/test';

/** Begins an article through the dialog; answers the field of its text. */
async function begin(page: Page, title: string, readBy = 'Customers and assistant'): Promise<Locator> {
  await page.goto('/knowledge');
  await page.getByRole('button', { name: 'New article' }).click();
  const dialog = page.getByRole('dialog', { name: 'New article' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Read by').selectOption(readBy);
  await dialog.getByLabel('Collection').fill('Journeys');
  await dialog.getByRole('button', { name: 'Begin writing' }).click();
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await expect(text).toBeVisible();
  return text;
}

/** Replaces the whole text, and publishes it as this version. */
async function publish(page: Page, text: Locator, paragraphs: string[], version: number): Promise<void> {
  await text.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await page.keyboard.insertText(paragraph);
  }
  await page.getByRole('button', { name: `Publish v${version}` }).click();
  await expect(page.getByText(`Live v${version}`, { exact: true })).toBeVisible();
}

let asked = 0;

/** What a customer nobody has seen before is told. */
async function tell(api: Api, text: string): Promise<string> {
  asked += 1;
  const { messages } = await api.tell({
    customer: { email: `knowledge-${process.pid}-${asked}@journeys.example`, name: 'Kit Lamp' },
    text,
  });
  return messages.findLast(({ author }) => author === 'assistant')?.text ?? '';
}

/** Live within two seconds; beyond that only the turn takes time. */
const liveMs = 2_000 + 4_000;

test('an article is written, published, answered from, edited and restored', async ({ api, deskOf, chatAs }) => {
  test.slow();
  const question = 'How much is the deposit for a carbide lantern?';
  const { page } = await deskOf('sam');
  const text = await begin(page, 'Carbide lanterns');
  await expect(page.getByText('Never published')).toBeVisible();
  await text.click();
  await page.keyboard.insertText('The deposit for a carbide lantern is $35.');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  expect(await tell(api, question)).not.toContain('$35');

  await publish(page, text, ['The deposit for a carbide lantern is $35.', 'Bring it back within a week.'], 1);
  await expect.poll(() => tell(api, question), { timeout: liveMs }).toContain('$35');

  const chat = await chatAs(null);
  await chat.say(question);
  await chat.sees('The deposit for a carbide lantern is $35.');
  await expect(chat.log.getByRole('list', { name: 'Sources' })).toContainText('Carbide lanterns');

  // The agent who reads the conversation comes from the answer to its article, and sees there that it was used.
  const desk = await deskOf('ines');
  await desk.open(chat.conversation);
  await desk.log.getByRole('link', { name: 'Carbide lanterns' }).click();
  await expect(desk.page.getByRole('heading', { name: 'Carbide lanterns', level: 1 })).toBeVisible();
  await expect(desk.page.getByRole('region', { name: 'Where it was used' })).toContainText(/In \d+ conversation/);
  await expect(desk.page.getByRole('button', { name: /^Publish/ })).toHaveCount(0);

  await page.getByLabel('A customer’s question').fill(question);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'v1, live' })).toContainText('$35');
  await publish(page, text, ['The deposit for a carbide lantern is $48.'], 2);
  await expect.poll(() => tell(api, question), { timeout: liveMs }).toContain('$48');

  await page.getByRole('link', { name: 'Versions' }).click();
  const changed = page.getByRole('region', { name: 'What changed in v2, live' });
  await expect(changed.locator('ins')).toContainText(['48']);
  await page.getByRole('button', { name: /^v1/ }).click();
  await page.getByRole('button', { name: 'Restore and publish' }).click();
  await expect(page.getByText('Live v3', { exact: true })).toBeVisible();
  await expect.poll(() => tell(api, question), { timeout: liveMs }).toContain('$35');
  await chatAs(null).then(async (again) => {
    await again.say(question);
    await again.sees('The deposit for a carbide lantern is $35.');
  });
});

test('what is for agents only never answers a customer', async ({ api, deskOf }) => {
  const { page } = await deskOf('sam');
  const text = await begin(page, 'The code of the boathouse gate', 'Agents only');
  await publish(page, text, ['The code of the boathouse gate is nine nine four one.'], 1);
  await page.goto('/knowledge?q=boathouse');
  await expect(
    page.getByRole('table').getByRole('link', { name: 'The code of the boathouse gate', exact: true }),
  ).toBeVisible();
  expect(await tell(api, 'What is the code of the boathouse gate?')).not.toContain('nine nine four one');
});

test('two who write at once hear of each other, and nothing is lost', async ({ deskOf, faults }) => {
  faults.allow(/409/);
  const { page } = await deskOf('sam');
  const text = await begin(page, 'Written by two');
  await text.click();
  await page.keyboard.insertText('Of Sam.');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  const other = (await deskOf('nora')).page;
  await other.goto(page.url());
  const theirs = other.getByRole('textbox', { name: 'Text', exact: true });
  await expect(theirs).toContainText('Of Sam.');

  // What Sam saves is on its way to Nora and has not come yet.
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const reads = /\/api\/knowledge\/articles\/[^/]+\/en$/;
  await other.route(reads, async (route) => {
    await arrived;
    await route.continue();
  });
  const saved = page.waitForResponse('**/api/knowledge/draft');
  await text.press('End');
  await page.keyboard.insertText(' And more.');
  expect((await saved).status()).toBe(200);
  await theirs.click();
  await theirs.press('End');
  await other.keyboard.insertText(' Of Nora.');
  const alert = other.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('Sam saved this article');
  await expect(theirs).toContainText('Of Nora.');
  arrive();
  await alert.getByRole('button', { name: 'Copy mine and take theirs' }).click();
  await expect(theirs).toHaveText('Of Sam. And more.');
  await expect(alert).toHaveCount(0);
  await expect(text).toHaveText('Of Sam. And more.');
});

test('the list and an article are for everybody, in both themes', async ({ deskOf }) => {
  test.slow();
  const { page } = await deskOf('nora');
  for (const [path, shown] of [
    ['/knowledge', page.getByRole('table')],
    ['/knowledge/returns-and-exchanges/en', page.getByRole('textbox', { name: 'Text', exact: true })],
    ['/knowledge/returns-and-exchanges/en/versions', page.getByRole('list', { name: 'Versions' })],
  ] as const) {
    await page.goto(path);
    await expect(shown).toBeVisible();
    await expectAccessible(page);
  }
});
