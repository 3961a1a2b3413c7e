import { expect, test } from '../fixtures/test';

test('an answer the assistant was less sure of waits for a verdict, and leaves with it', async ({ api, deskOf }) => {
  const name = 'Wanda Downes';
  const { turns, messages } = await api.tell({
    customer: { email: 'wanda@journeys.example', name },
    text: 'how do I wash my down jacket?',
  });
  expect(turns[0]).toMatchObject({ tier: 'reviewed', outcome: 'replied' });
  expect(turns[0]?.confidence).toBeGreaterThanOrEqual(0.7);
  expect(turns[0]?.confidence).toBeLessThan(0.9);

  const desk = await deskOf('sam');
  await desk.page.goto('/review');
  const row = desk.page.getByRole('list', { name: 'Answers' }).getByRole('link', { name: new RegExp(`^${name}`) });
  await row.click();
  await expect(desk.page.getByRole('region', { name: `Answer to ${name}` })).toContainText(
    String(messages.at(-1)?.text.split('. ')[1]),
  );
  await expect(desk.page.getByRole('region', { name: 'What it rests on' }).getByRole('listitem')).not.toHaveCount(0);
  const verdict = desk.page.getByRole('complementary', { name: 'Verdict' });
  await expect(verdict.getByRole('button', { name: /Save, next/ })).toBeDisabled();
  await verdict.getByRole('button', { name: /^Right/ }).click();
  await verdict.getByRole('button', { name: /Save, next/ }).click();
  await expect(row).toHaveCount(0);
  await desk.page.getByRole('link', { name: 'Done', exact: true }).first().click();
  await expect(row).toBeVisible();
});

test('the trace of a turn shows its stages, the policy decision and the tool calls', async ({ api, shop, deskOf }) => {
  const customer = await shop.customer('deliveredRecent', 2);
  const who = { email: customer.email, verified: true };
  const { id } = await api.tell({ customer: who, text: 'I would like my money back' });
  const { turns } = await api.tell({ customer: who, text: 'yes', conversation: id }, 2);
  const desk = await deskOf('ines');
  await desk.open(id);
  // The step line leads to the trace; the source beside it, to the article.
  await desk.log
    .getByRole('link', { name: /refund/i })
    .and(desk.page.locator('[href^="/inbox/turns/"]'))
    .last()
    .click();
  await expect(desk.page).toHaveURL(`/inbox/turns/${turns[1]?.id}`);

  for (const stage of ['Redaction', 'Understanding', 'Retrieval', 'Act', 'Compos', 'Decid']) {
    await expect(desk.page.getByRole('table').first()).toContainText(new RegExp(stage, 'i'));
  }
  const decision = desk.page.getByRole('region', { name: 'Policy decision on refunds.create' });
  await expect(decision).toContainText('allowed');
  await expect(decision).toContainText('$84.00');
  const calls = desk.page.getByRole('table', { name: 'Tool calls' });
  await expect(calls.getByRole('row', { name: /refunds\.create/ }).getByRole('img', { name: 'Done' })).toBeVisible();
});
