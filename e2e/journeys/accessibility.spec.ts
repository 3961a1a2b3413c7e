import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

async function expectShown(page: Page, shown: Locator): Promise<void> {
  await expect(shown).toBeVisible();
  await expectAccessible(page);
}

test('sign-in', async ({ stranger }) => {
  const page = await stranger();
  await page.goto('/sign-in');
  await expectShown(page, page.getByRole('button', { name: 'Sign in', exact: true }));
});

test('inbox with a conversation that was handed over', async ({ api, deskOf }) => {
  const { id } = await api.tell({
    customer: { email: 'axe@journeys.example', name: 'Axel Berg' },
    text: 'Do you sell kayaks for two people and a dog?',
  });
  const desk = await deskOf('nora');
  await desk.open(id, 'unassigned');
  await expectShown(desk.page, desk.handoff);
  await desk.take();
  await expectShown(desk.page, desk.reply);
});

test('inbox with nothing open', async ({ deskOf }) => {
  const desk = await deskOf('kofi');
  await desk.view('solved');
  await expectShown(desk.page, desk.page.getByText('Nothing is open'));
});

test('approval and trace', async ({ api, shop, deskOf }) => {
  const customer = await shop.customer('deliveredLarge', 4);
  const who = { email: customer.email, verified: true };
  const { id } = await api.tell({ customer: who, text: 'I want a refund' });
  const { turns } = await api.tell({ customer: who, text: 'yes', conversation: id }, 2);
  const desk = await deskOf('sam');
  await desk.open(id, 'approvals');
  await expectShown(desk.page, desk.approval);
  await desk.page.goto(`/inbox/turns/${turns[1]?.id}`);
  await expectShown(desk.page, desk.page.getByRole('table').first());
});

test('review', async ({ api, deskOf }) => {
  const name = 'Ada Review';
  await api.tell({ customer: { email: 'ada@journeys.example', name }, text: 'do you accept apple pay' });
  const { page } = await deskOf('sam');
  await page.goto('/review');
  await page
    .getByRole('list', { name: 'Answers' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await expectShown(page, page.getByRole('region', { name: `Answer to ${name}` }));
});

test('intents, what waits and the history', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/automation/intents/refund');
  await expectShown(page, page.getByRole('table', { name: 'Held-out examples by what was meant' }));
  await page.goto('/automation/waiting');
  await expectShown(page, page.getByRole('heading', { name: 'Changes waiting' }));
  await page.goto('/automation/history');
  await expectShown(page, page.getByRole('table'));
});

test('policies, one of them, as text, and its history', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/automation/policies');
  await expectShown(page, page.getByRole('link', { name: /^Refunds/ }));
  await page.goto('/automation/policies/refunds');
  await expect(page.getByText(/^\d+ of \d+$/)).toBeVisible();
  await page.getByRole('button', { name: /^Edit rule 9/ }).click();
  await expectShown(page, page.getByRole('region', { name: 'Rule 9' }));
  await page.getByRole('button', { name: 'Add a case' }).click();
  await expectShown(page, page.getByRole('dialog', { name: 'New case' }));
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'Shown as' }).getByRole('button', { name: 'Text' }).click();
  await expectShown(page, page.getByRole('textbox', { name: 'The policy as YAML' }));
  await page.goto('/automation/policies/refunds/history');
  await expectShown(page, page.getByRole('region', { name: 'Version 1' }));
});

test('playbooks, and one in the builder as canvas, list and text', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/automation/playbooks');
  await expectShown(page, page.getByRole('link', { name: 'Refund', exact: true }));
  await page.goto('/automation/playbooks/refund');
  await page.getByRole('button', { name: /^Act / }).click();
  await expectShown(page, page.getByRole('region', { name: /^Step / }));
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expectShown(page, page.getByRole('list', { name: 'Steps' }));
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await expectShown(page, page.getByRole('textbox', { name: 'The playbook as text' }));
});

test('macros, what became of drafts, models, imports and customers', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  for (const [path, name] of [
    ['/settings/macros', 'Macros'],
    ['/settings/drafts', 'Drafts'],
    ['/settings/models', 'Models'],
    ['/knowledge/imports', 'Imports'],
    ['/customers', 'Customers'],
    ['/actions', 'Action ledger'],
    ['/actions?differences=open', 'Differences'],
  ] as const) {
    await page.goto(path);
    await expectShown(page, page.getByRole('heading', { level: 1, name }));
  }
});

test('service levels, the desk now, people, and where alerts are told', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  for (const [path, part] of [
    ['/metrics/levels', 'Intake'],
    ['/metrics/live', 'Queues'],
    ['/metrics/team', 'Everybody, table'],
    ['/settings/alerts', 'What is looked for'],
  ] as const) {
    await page.goto(path);
    await expectShown(page, page.getByRole('region', { name: part, exact: true }));
  }
});

test('the shop’s home with the chat, while it is closed and while it is open', async ({ shop, chatAs }) => {
  const customer = await shop.customer('inTransit', 4);
  const chat = await chatAs(customer.email);
  await chat.say('Where is my order?');
  await chat.sees(`Your order ${customer.order} is on its way`);
  await expectShown(chat.page, chat.log);
  await chat.frame.getByRole('button', { name: 'Close chat' }).click();
  await expectShown(chat.page, chat.page.getByRole('button', { name: /^Open chat/ }));
});

test('the kit, in both themes at once', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/settings/kit');
  await expectShown(page, page.getByRole('region', { name: 'Dark' }));
  await page.getByRole('region', { name: 'Light' }).getByRole('button', { name: 'Snooze' }).click();
  await expectShown(page, page.getByRole('menuitem', { name: 'Tomorrow, 8:00' }));
});
