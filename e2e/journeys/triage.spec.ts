import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible';
import type { Api } from '../fixtures/api';
import { expect, test } from '../fixtures/test';

/** Somebody of their own for each test, who asks for a person at once. */
async function asks(api: Api, who: string, text: string): Promise<string> {
  const name = `${who[0]?.toUpperCase()}${who.slice(1)} Triage`;
  const { conversation } = await api.say({
    customer: { email: `${who}@journeys.example`, name, verified: true },
    text: `I want to talk to a person. ${text}`,
  });
  await expect.poll(async () => (await api.read(conversation)).holder).toBe('queue');
  return conversation;
}

const toast = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

test('what is snoozed leaves the views, and comes back when the customer replies', async ({ api, deskOf }) => {
  const id = await asks(api, 'siri', 'My stove is broken.');
  const desk = await deskOf('nora');
  await desk.open(id, 'unassigned', 'Siri Triage');
  // Promised to everybody: an answer within the hour.
  await expect(desk.row(id)).toContainText(/\d+ min left/);
  await desk.take();
  await desk.log.focus();
  await desk.page.keyboard.press('h');
  const menu = desk.page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: 'In an hour' })).toBeVisible();
  await menu.getByRole('menuitem', { name: 'When Siri replies' }).click();
  await expect(desk.conversation.getByText('Snoozed until they reply')).toBeVisible();
  await expect(desk.log).toContainText('Nora snoozed it until the customer replies');

  await desk.view('snoozed', 'Siri Triage');
  await expect(desk.row(id)).toContainText('until they reply');
  await desk.view('needs-me', 'Siri Triage');
  await expect(desk.row(id)).toHaveCount(0);
  await api.say({
    customer: { email: 'siri@journeys.example', verified: true },
    text: 'Any news of my stove?',
    conversation: id,
  });
  await desk.open(id, 'needs-me', 'Siri Triage');
  await expect(desk.log).toContainText('Woke up: the customer replied');
  await expect(desk.row(id)).toContainText(/\d+ min left/);

  // By a digit, and back by the key for undo.
  await desk.log.focus();
  await desk.page.keyboard.press('h');
  await expect(menu).toBeVisible();
  await desk.page.keyboard.press('1');
  await expect(toast(desk.page, 'Snoozed until')).toBeVisible();
  await desk.log.focus();
  await desk.page.keyboard.press('z');
  await expect(desk.log).toContainText('Nora woke it');
});

test('several are labelled, ranked and solved at once, and all of it is taken back by one key', async ({
  api,
  deskOf,
}) => {
  const [first, second] = [await asks(api, 'ben', 'One.'), await asks(api, 'bo', 'Two.')];
  const desk = await deskOf('sam');
  const { page } = desk;
  const bar = page.getByRole('region', { name: 'Selected conversations' });
  await desk.view('unassigned', 'Triage');
  const choose = async (id: string) => {
    const row = page.getByRole('listitem').filter({ has: desk.row(id) });
    await row.hover();
    await row.getByRole('checkbox').click();
  };
  await choose(first);
  await choose(second);
  await expect(bar).toContainText('2 selected');

  await page.keyboard.press('l');
  const name = `Storm ${Date.now() % 100_000}`;
  await page.getByRole('combobox', { name: 'Label' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(desk.row(first)).toContainText(name);
  await expect(desk.row(second)).toContainText(name);
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Priority of the selected' }).click();
  await page.getByRole('menuitem', { name: 'Urgent' }).click();
  await expect(bar).toHaveCount(0);
  await expect(desk.row(first)).toContainText('urgent');

  await choose(first);
  await choose(second);
  await bar.getByRole('button', { name: 'Solve the selected' }).click();
  await expect(toast(page, 'Solved 2 conversations')).toBeVisible();
  expect((await api.read(first)).state).toBe('closed');
  // Somebody went on with one of them meanwhile: that one stays.
  await api.say({ customer: { email: 'bo@journeys.example', verified: true }, text: 'Wait.', conversation: second });
  await toast(page, 'Solved 2 conversations').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone for 1. 1 changed since and stays as it is')).toBeVisible();
  await expect.poll(async () => (await api.read(first)).holder).toBe('queue');
  await desk.open(first, 'unassigned');
  await expect(desk.conversation.getByText(name, { exact: true })).toBeVisible();
  await expect(desk.conversation.getByText('Urgent', { exact: true })).toBeVisible();
});

test('a key means all that are chosen, also where the open one of them is only drawn after that', async ({
  api,
  deskOf,
}) => {
  const ids: string[] = [];
  for (const index of [0, 1]) {
    const customer = { email: `late-${index}@journeys.example`, name: 'Wilma Late' };
    ids.push((await api.tell({ customer, text: `I want to talk to a person about oars ${index}.` })).id);
  }
  const desk = await deskOf('nora');
  const { page, log } = desk;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(`**/api/inbox/conversations/${ids[1]}`, async (route) => {
    await held;
    await route.continue();
  });
  await desk.view('needs-me', 'Wilma Late');
  await expect(desk.row(ids[1]!)).toBeVisible();
  const { keyboard } = page;
  await keyboard.press('j');
  await expect(log).toContainText('oars 0');
  await keyboard.press('x');
  await keyboard.press('j');
  await expect(page).toHaveURL(new RegExp(ids[1]!));
  await keyboard.press('x');
  await expect(page.getByText('2 selected')).toBeVisible();
  letGo();
  await expect(log).toContainText('oars 1');
  await keyboard.press('e');
  for (const id of ids) await expect.poll(async () => (await api.read(id)).state).toBe('closed');
  await page.unrouteAll({ behavior: 'wait' });
});

test('two conversations of one customer become one, and one becomes two', async ({ api, deskOf }) => {
  const pole = await asks(api, 'mia', 'My tent pole snapped.');
  const refund = await asks(api, 'mia', 'Where is my refund?');
  const desk = await deskOf('nora');
  const { page } = desk;
  await desk.open(refund);
  await desk.take();
  await desk.conversation.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Merge into another' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /tent pole/ })
    .click();
  await expect(page).toHaveURL(new RegExp(pole));
  await expect(desk.log).toContainText('My tent pole snapped.');
  await expect(desk.log).toContainText('Where is my refund?');
  // What the customer writes to the other one comes here.
  const customer = { email: 'mia@journeys.example', verified: true };
  await api.say({ customer, text: 'And a zip broke too.', conversation: refund });
  await expect(desk.log).toContainText('And a zip broke too.');
  await desk.open(refund);
  await expect(desk.conversation.getByText(/Part of #\d+ now/)).toBeVisible();

  await desk.open(pole);
  const message = desk.log.getByRole('article').filter({ hasText: 'And a zip broke too.' });
  await message.hover();
  await message.getByRole('button', { name: 'More about this message' }).click();
  await page.getByRole('menuitem', { name: 'Split from here' }).click();
  await expect(page).not.toHaveURL(new RegExp(pole));
  await expect(desk.log).toContainText('And a zip broke too.');
  await expect(desk.log).not.toContainText('My tent pole snapped.');
  await expect(desk.log).toContainText(/Nora split it from #\d+/);
  // To the customer nothing was taken away.
  expect((await api.read(pole)).messages.map((one) => one.text)).toContain('And a zip broke too.');
});

test('labels, promises, calendars and skills are arranged, and a promise says when it would be due', async ({
  deskOf,
}) => {
  const { page } = await deskOf('sam');
  await page.goto('/settings/calendars');
  await page.getByRole('button', { name: 'New calendar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Denver');
  await dialog.getByRole('textbox', { name: 'Holidays' }).fill('someday');
  await expect(dialog.getByText('Line 1 does not begin with a date')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Holidays' }).fill('2026-12-25 Christmas Day\n1/1/2027 New Year');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make the calendar' }).click();
  await expect(page.getByText(/2 holidays, not used yet/)).toBeVisible();

  await page.goto('/settings/promises');
  await expect(page.getByText(/Coming now it would be due/).first()).toBeVisible();
  await page.getByRole('button', { name: 'New promise' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Summit');
  await dialog.getByRole('textbox', { name: 'And these tiers' }).fill('Summit');
  await dialog.getByRole('combobox', { name: 'Counts' }).selectOption('Denver');
  await expect(dialog.getByText(/that comes now would be due/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make the promise' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Summit: first reply within 1 h' })).toBeVisible();

  for (const [path, what] of [
    ['skills', 'skill'],
    ['labels', 'label'],
  ] as const) {
    await page.goto(`/settings/${path}`);
    await page.getByRole('button', { name: `New ${what}` }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill(`Made ${what}`);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: `Make the ${what}` }).click();
    await expect(page.getByRole('button', { name: `Edit Made ${what}` })).toBeVisible();
  }
});
