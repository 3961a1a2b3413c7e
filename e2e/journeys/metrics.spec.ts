import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible';
import type { Chat } from '../fixtures/chat';
import { expect, test } from '../fixtures/test';

/** The figure of a tile, as it stands there. */
const answers = (page: Page) => page.getByRole('heading', { name: /^CSAT, / });
const countIn = async (page: Page): Promise<number> =>
  Number(/CSAT, ([\d,]+)/.exec((await answers(page).textContent()) ?? '')?.[1]?.replaceAll(',', '') ?? Number.NaN);

async function rate(chat: Chat, words: string): Promise<void> {
  await chat.frame.getByRole('radio', { name: words }).check({ force: true });
  await chat.frame.getByRole('button', { name: 'Send rating' }).click();
  await expect(chat.frame.getByText('Thank you for telling us.')).toBeVisible();
}

test('a customer rates a conversation and the number moves while one looks at it', async ({ shop, chatAs, deskOf }) => {
  const customer = await shop.customer('subscriptionActive', 5);
  const chat = await chatAs(customer.email);
  await chat.say('Can you engrave a name on a trekking pole?');
  await chat.sees('A colleague takes over from here');
  const desk = await deskOf('ines');
  await desk.open(chat.conversation, 'needs-me');
  await desk.take();
  await desk.send('Yes, we can engrave up to twelve letters.');
  await chat.sees('up to twelve letters');
  await desk.conversation.getByRole('button', { name: /^Solve/ }).click();
  await expect(desk.conversation.getByText('Solved', { exact: true })).toBeVisible();

  const { page } = await deskOf('sam');
  await page.goto('/metrics?period=90d');
  await expect(answers(page)).toBeVisible();
  const before = await countIn(page);
  await rate(chat, '5, Very good');
  await expect.poll(() => countIn(page), { message: 'the number moves by itself' }).toBeGreaterThan(before);
});

test('from a number to its conversations, to one of them, and back', async ({ api, deskOf }) => {
  const { id } = await api.tell({
    customer: { email: 'behind@journeys.example', name: 'Bea Hind' },
    text: 'Do you sell kayaks for two people and a dog?',
  });
  const { page } = await deskOf('sam');
  await page.goto('/metrics/resolution?period=90d&view=table');
  await expect(page.getByRole('region', { name: 'Where every conversation ended', exact: true })).toBeVisible();
  await page.goto('/metrics/behind?period=90d&measure=handed_over&back=%2Fmetrics%2Fresolution%3Fperiod%3D90d');
  const list = page.getByRole('table', { name: 'Conversations' });
  const row = list.getByRole('row').filter({ hasText: 'Bea Hind' }).first();
  await expect(row).toContainText('Still open');
  await row.getByRole('link').click();
  await expect(page).toHaveURL(`/inbox/all/${id}`);
  await expect(page.getByRole('region', { name: /^Conversation with Bea Hind/ })).toBeVisible();
  await page.goBack();
  await expect(row).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Resolution ledger' }).click();
  await expect(page).toHaveURL('/metrics/resolution?period=90d');
});

test('what one narrows by stands in the address, with names on the page', async ({ api, deskOf }) => {
  await api.tell({ customer: { email: 'narrow@journeys.example', name: 'Nara Owe' }, text: 'where is my order?' });
  const { page } = await deskOf('nora');
  await expect
    .poll(async () => ((await (await page.request.get('/api/metrics/values')).json()) as { channel: string[] }).channel)
    .toContain('api');
  await page.goto('/inbox/needs-me');
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached();
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page).toHaveURL('/metrics');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: /^\w+ \d+.* to / }).click();
  const days = page.getByRole('dialog', { name: 'Period' });
  // This desk began today: there is no time before.
  await expect(days).toContainText('Nothing is compared: the first conversation is of');
  await days.getByRole('button', { name: 'Last 7 days' }).click();
  await expect(page).toHaveURL(/period=7d/);
  await main.getByRole('button', { name: 'All channels' }).click();
  await page.getByRole('option', { name: 'API' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/period=7d&channel=api/);
  const chips = page.getByRole('list', { name: 'Narrowed by' });
  await expect(chips).toContainText('Channel: API');
  await page.reload();
  await expect(chips).toContainText('Channel: API');
  await page.getByRole('navigation', { name: 'Metrics' }).getByRole('link', { name: 'Speed' }).click();
  await expect(page).toHaveURL('/metrics/speed?period=7d&channel=api');
  await chips.getByRole('button', { name: 'Take away Channel: API' }).click();
  await expect(chips).toHaveCount(0);
});

test('rows per conversation open in a spreadsheet', async ({ api, deskOf }) => {
  await api.tell({ customer: { email: 'rows@journeys.example', name: 'Ro Ows' }, text: 'where is my order?' });
  const { page } = await deskOf('nora');
  await page.goto('/metrics?period=7d');
  const link = page.getByRole('main').getByRole('link', { name: 'CSV' });
  const downloading = page.waitForEvent('download');
  await link.click();
  expect((await downloading).suggestedFilename()).toMatch(/^conversations-.*\.csv$/);

  const { today } = (await (await page.request.get('/api/metrics/state')).json()) as { today: string };
  const from = new Date(Date.parse(today) - 6 * 86_400_000).toISOString().slice(0, 10);
  const count = async () => {
    const asked = { period: { from, to: today }, measures: ['conversations'] };
    const answer = await page.request.post('/api/metrics', { data: asked });
    type Figures = { measures: { conversations: { total: { value: number } } } };
    return ((await answer.json()) as Figures).measures.conversations.total.value;
  };
  const href = (await link.getAttribute('href'))!;
  // Others write meanwhile: rows are held against a number that was the same before and after.
  await expect(async () => {
    const before = await count();
    const text = (await (await page.request.get(href)).body()).toString('utf8');
    expect(await count()).toBe(before);
    expect(text.startsWith('\ufeffConversation,Came (UTC),')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.length - 1).toBe(before);
    expect(text).not.toMatch(/(^|,)[=@]/m);
  }).toPass();
});

test('a team is given working hours, and times are told in them too', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  const give = async (hours: string) => {
    await page.goto('/settings/teams');
    await page.getByRole('button', { name: 'Edit Membership' }).click();
    const dialog = page.getByRole('dialog', { name: 'Membership' });
    await dialog.getByLabel('Working hours').selectOption(hours);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
  };
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Edit Membership' }) });
  await give('Office hours');
  await expect(row).toContainText('Office hours');
  await page.goto('/settings/calendars');
  await expect(page.getByRole('main')).toContainText('used by Membership, Billing');

  await page.goto('/metrics/speed');
  const apart = page.getByRole('region', { name: 'Assistant and agents, apart' });
  await expect(apart.getByRole('columnheader', { name: 'Working hours' })).toBeVisible();
  await give('Day and night');
  await expect(row).not.toContainText('Office hours');
});

for (const [path, title] of [
  ['/metrics', 'Overview'],
  ['/metrics/resolution', 'Resolution ledger'],
  ['/metrics/speed', 'Speed'],
  ['/metrics/cost', 'Cost'],
] as const)
  test(`${title} is accessible, as pictures and as tables`, async ({ deskOf }) => {
    const { page } = await deskOf('nora');
    await page.goto(`${path}?period=90d`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('status', { name: 'Reading figures' })).toHaveCount(0);
    await expectAccessible(page);
    await page.goto(`${path}?period=90d&view=table`);
    await expect(page.getByRole('table').first()).toBeVisible();
    await expectAccessible(page);
  });

test('the conversations behind a number are accessible, and an agent is not shown others’ figures', async ({
  deskOf,
  api,
  faults,
}) => {
  faults.allow(/status of 404/);
  await api.tell({ customer: { email: 'listed@journeys.example', name: 'Lis Ted' }, text: 'where is my order?' });
  const { page } = await deskOf('nora');
  await page.goto('/metrics/behind?period=90d&measure=conversations&back=%2Fmetrics');
  await expect(page.getByRole('table', { name: 'Conversations' })).toBeVisible();
  await expectAccessible(page);
  const ines = await deskOf('ines');
  const answer = await ines.page.request.post('/api/metrics', {
    data: { period: { from: '2026-01-01', to: '2026-01-02' } },
  });
  expect(answer.status()).toBe(403);
  await ines.page.goto('/metrics');
  await expect(ines.page.getByText('There is nothing here for you')).toBeVisible();
  await expect(ines.page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Metrics' })).toHaveCount(
    0,
  );
});
