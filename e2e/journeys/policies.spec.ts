import { expect, test } from '../fixtures/test';

// It changes what everybody's refunds are decided by: it runs when the others are done, and one test after the other.
test.describe.configure({ mode: 'serial' });

test('a limit is changed: cases stop it, a share tries it, all meet it, and it is rolled back', async ({
  deskOf,
  shop,
  chatAs,
}) => {
  const { page } = await deskOf('nora');
  await page.goto('/automation/policies');
  await page.getByRole('link', { name: /^Refunds/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible();
  const cases = page.getByRole('region', { name: 'Cases that must pass' });
  await expect(cases.getByText('11 of 11')).toBeVisible();

  await page.getByRole('button', { name: /^Edit rule 9/ }).click();
  const rule = page.getByRole('region', { name: 'Rule 9' });
  const condition = rule.getByRole('textbox', { name: 'Holds when' });
  await condition.fill((await condition.inputValue()).replaceAll('50000', '70000'));
  await expect(page.getByText(/^Draft v\d+$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Release: 2 cases fail' })).toBeVisible();
  await expect(cases.getByText('9 of 11')).toBeVisible();
  await rule.getByRole('button', { name: 'Close rule' }).click();

  for (const name of ['$500.01, day 14', '$400.00 after $200.00 on the same order']) {
    await cases.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Must', { exact: true }).selectOption('allow');
    await dialog.getByLabel('By the rule').selectOption('');
    await dialog.getByRole('button', { name: 'Save case' }).click();
    await expect(dialog).toBeHidden();
  }
  await expect(cases.getByText('11 of 11')).toBeVisible();
  await page.getByRole('button', { name: 'Replay again' }).first().click();
  await expect(
    page
      .getByRole('region', { name: 'Replay' })
      .getByText(/would end differently|would be the same|Nothing was decided/),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Release', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Release v\d+$/ });
  await expect(dialog.getByRole('region', { name: 'What changes' })).toContainText('when it holds');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Tents cost more this year.');
  await dialog.getByRole('button', { name: 'Release to 10%' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/10% of conversations on v\d+/)).toBeVisible();

  await page.getByRole('button', { name: 'Release to all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Release to all' }).click();
  await expect(page.getByText(/^v\d+ in force since/)).toBeVisible();
  await expect(page.getByText(/of conversations on/)).toBeHidden();

  const customer = await shop.customer('deliveredLarge', 7);
  const chat = await chatAs(customer.email);
  await chat.say('I want a refund for my tent');
  await chat.sees('Shall I refund $620.00');
  await chat.say('yes please');
  await chat.sees('Done: $620.00');
  expect((await shop.ledger(customer.customer)).refunds).toHaveLength(1);

  await page.goto('/automation/policies/refunds/history');
  const version = page.getByRole('region', { name: /^Version \d+$/ });
  await expect(version.getByText('Tents cost more this year.')).toBeVisible();
  await expect(version.getByText(/when it holds/)).toBeVisible();
  await version.getByRole('button', { name: 'Roll back' }).click();
  const back = page.getByRole('dialog', { name: /^Roll back v\d+\?$/ });
  await back.getByRole('textbox', { name: 'Why' }).fill('Too much went out at once.');
  await back.getByRole('button', { name: 'Roll back' }).click();
  await expect(page.getByText(/is in force again/)).toBeVisible();
  await expect(version.getByText(/Taken back by .*: Too much went out at once\./)).toBeVisible();
  await page.goto('/automation/policies/refunds');
  await expect(page.getByRole('button', { name: /^Edit rule 9/ })).toContainText('50000');
});

test('what is written as text and as rules is the same draft, and it can be undone', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/automation/policies/invoices');
  await page.getByRole('group', { name: 'Shown as' }).getByRole('button', { name: 'Text' }).click();
  const text = page.getByRole('textbox', { name: 'The policy as YAML' });
  await expect(text).toHaveValue(/key: invoices/);
  const written = await text.inputValue();
  await text.fill(written.replace('rules:', 'rulez:'));
  const wrong = page.getByRole('region', { name: 'Policy as text' }).getByRole('alert');
  await expect(wrong).toContainText(/Line \d+, column \d+: “rulez” is not a part of a policy/);
  await text.fill(written.replace('ledger.today >= 5', 'ledger.today >= 6'));
  await expect(wrong).toBeHidden();
  await page.getByRole('group', { name: 'Shown as' }).getByRole('button', { name: 'Rules' }).click();
  await expect(page.getByRole('button', { name: /^Edit rule 3/ })).toContainText('ledger.today >= 6');
  await expect(page.getByText(/^Draft v\d+$/)).toBeVisible();

  await page.getByRole('button', { name: /^Edit rule 4/ }).click();
  await page.getByRole('region', { name: 'Rule 4' }).getByRole('button', { name: 'Delete rule' }).click();
  await expect(page.getByRole('button', { name: /^Edit rule 4/ })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^Edit rule 4/ })).toBeVisible();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Discard the draft' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('button', { name: /^Edit rule 3/ })).toContainText('ledger.today >= 5');
});

test('a supervisor reads policies and changes nothing, an agent does not find them', async ({ deskOf, faults }) => {
  faults.allow(/404/);
  const supervisor = await deskOf('sam');
  await supervisor.page.goto('/automation/policies/refunds');
  await expect(supervisor.page.getByText('11 of 11')).toBeVisible();
  await expect(supervisor.page.getByText('action.args.amountCents > facts.shop.order.refundableCents')).toBeVisible();
  for (const name of [/^Edit rule/, /^Add a/, /^Release/, /^More$/])
    await expect(supervisor.page.getByRole('button', { name })).toHaveCount(0);
  const agent = await deskOf('ines');
  await agent.page.goto('/automation/policies');
  await expect(agent.page.getByText('There is nothing here for you')).toBeVisible();
});
