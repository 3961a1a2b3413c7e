import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';
import { openWebhookReceiver } from '../fixtures/webhook-receiver';

/** Alerts are looked for every fifteen seconds, and are over when nothing was found for half a minute. */
const soon = { timeout: 60_000 };
const over = { timeout: 120_000 };

test('a level burns: it is told in the product and by a signed webhook, somebody has it, and it ends', async ({
  api,
  deskOf,
}) => {
  test.setTimeout(300_000);
  const receiver = await openWebhookReceiver();
  const nora = await deskOf('nora');
  const { page } = nora;
  try {
    await page.goto('/settings/alerts');
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const adding = page.getByRole('dialog', { name: 'Add a webhook' });
    await adding.getByRole('textbox', { name: 'Name' }).fill('Pager');
    await adding.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
    await adding.getByRole('button', { name: 'Add the webhook' }).click();
    const shown = page.getByRole('dialog', { name: 'The webhook’s secret' });
    const secret = await shown.getByRole('textbox', { name: 'Secret' }).inputValue();
    expect(secret).toMatch(/^whsec_/);
    await shown.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('listitem', { name: 'Pager' }).getByRole('button', { name: 'Send a test' }).click();
    await expect(page.getByRole('list', { name: 'What was sent to Pager' })).toContainText('Taken');
    expect(receiver.received.map(({ type }) => type)).toEqual(['alert.test']);
    await expectAccessible(page);

    // Somebody of the desk solves one: of what was closed the assistant did not solve all.
    const customer = { email: 'burn@journeys.example', name: 'Bea Burns' };
    const { id } = await api.tell({ customer, text: 'I want a human' });
    await nora.open(id);
    await nora.take();
    await nora.conversation.getByRole('button', { name: /^Solve/ }).click();
    await expect(nora.conversation.getByText('Solved', { exact: true })).toBeVisible();

    await page.goto('/metrics/levels');
    const level = page.getByRole('region', { name: 'Automated resolution' });
    await level.getByRole('button', { name: 'Change Automated resolution' }).click();
    const dialog = page.getByRole('dialog', { name: 'Automated resolution' });
    await dialog.getByRole('spinbutton', { name: 'Objective, %' }).fill('99');
    await dialog.getByLabel('Counts as solved').selectOption('verified');
    await dialog.getByRole('spinbutton', { name: 'Fewest closed conversations' }).fill('1');
    await dialog.getByRole('button', { name: 'Save the level' }).click();
    await expect(dialog).toHaveCount(0);

    const open = page.getByRole('region', { name: 'Open alerts' });
    const alert = open.getByRole('listitem').filter({ hasText: 'A level burns fast' });
    await expect(alert).toContainText('Automated resolution burns', soon);
    await expect(level.getByText('Burns', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Notifications, \d+ unread$/ })).toBeVisible();
    await expect
      .poll(
        () =>
          receiver.received.some(
            ({ type, says }) => type === 'alert.opened' && says.startsWith('Automated resolution burns'),
          ),
        soon,
      )
      .toBe(true);
    for (const message of receiver.received) expect(receiver.isSigned(secret, message)).toBe(true);
    expect(receiver.isSigned('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', receiver.received[0]!)).toBe(false);
    await expectAccessible(page);

    await level.getByRole('button', { name: /were bad/ }).click();
    const spent = page.getByRole('dialog', { name: 'What spent the budget: Automated resolution' });
    await expect(spent.getByRole('link', { name: /Bea Burns/ })).toHaveAttribute('href', `/inbox/all/${id}`);
    await spent.getByRole('button', { name: 'Close' }).click();

    await alert.getByRole('button', { name: /^I have it/ }).click();
    const taking = page.getByRole('dialog', { name: 'I have it' });
    await taking.getByRole('textbox', { name: 'Note' }).fill('Known: the objective was raised');
    await taking.getByRole('button', { name: 'I have it' }).click();
    await expect(alert).toContainText('Nora Feld has it: Known: the objective was raised');

    await level.getByRole('button', { name: 'Change Automated resolution' }).click();
    await dialog.getByRole('switch', { name: 'Tells when it burns' }).click();
    await dialog.getByRole('button', { name: 'Save the level' }).click();
    const past = page.getByRole('region', { name: 'Alerts that are over' });
    await expect(past).toContainText('Nora Feld had it: Known: the objective was raised', over);
    await expect(open.getByText('Automated resolution burns')).toHaveCount(0, over);
    const told = () =>
      new Set(receiver.received.filter(({ says }) => says.startsWith('Automated resolution')).map(({ type }) => type));
    await expect.poll(told, soon).toEqual(new Set(['alert.opened', 'alert.acknowledged', 'alert.ended']));

    await page.goto('/settings/alerts');
    await page.getByRole('button', { name: 'Take away Pager' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it away' }).click();
    await expect(page.getByRole('listitem', { name: 'Pager' })).toHaveCount(0);
  } finally {
    await receiver.close();
  }
});

test('the desk now: a customer comes and the number moves without a reload, on the wall-board too', async ({
  api,
  deskOf,
}) => {
  const { page } = await deskOf('sam');
  await page.goto('/metrics/live');
  const waiting = page.getByRole('link', { name: /^Waiting: \d+$/ });
  const count = async () => Number((await waiting.textContent())?.replace(/\D/g, ''));
  await expect(waiting).toBeVisible();
  const before = await count();
  await api.tell({ customer: { email: 'wall@journeys.example', name: 'Wanda Wall' }, text: 'I want a human' });
  await expect.poll(count).toBeGreaterThan(before);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Wall-board' }).click();
  const wall = page.getByRole('dialog', { name: 'Wall-board' });
  await expect(wall.getByRole('region', { name: 'Waiting' })).toContainText(String(await count()));
  await wall.getByRole('button', { name: 'Close the wall-board' }).click();
  await expect(wall).toHaveCount(0);
});

test('an agent sees their own figures and nobody else’s, a supervisor everybody’s and what is behind each', async ({
  api,
  deskOf,
}) => {
  const [ines, sam] = await Promise.all([deskOf('ines'), deskOf('sam')]);
  await ines.page.goto('/metrics/team');
  await expect(ines.page.getByText('These are your own figures')).toBeVisible();
  await expect(ines.page.getByRole('rowheader')).toHaveCount(1);
  await expect(ines.page.getByRole('rowheader', { name: /Ines Roth/ })).toBeVisible();
  await expectAccessible(ines.page);

  await sam.page.goto('/metrics/team');
  const table = sam.page.getByRole('region', { name: 'Everybody, table' });
  await expect(table.getByRole('rowheader', { name: /Ines Roth/ })).toBeVisible();
  await table.getByRole('button', { name: 'Load' }).click();
  await expect(table.getByRole('columnheader', { name: 'Load' })).toHaveAttribute('aria-sort', 'descending');
  await expectAccessible(sam.page);

  const customer = { email: 'behind@journeys.example', name: 'Bea Hind' };
  const { id } = await api.tell({ customer, text: 'I want a human' });
  await sam.open(id);
  await sam.take();
  await sam.page.goto('/metrics/team?period=7d');
  const own = table.getByRole('row', { name: /Sam Ortiz/ });
  await own.getByRole('cell').nth(2).getByRole('link').click();
  await expect(sam.page).toHaveURL(/measure=person_conversations&agent=/);
  await expect(sam.page.getByText('Sam Ortiz. ')).toBeVisible();
  await expect(sam.page.getByRole('link', { name: /Bea Hind/ })).toBeVisible();
});
