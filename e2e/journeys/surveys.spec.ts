import pg from 'pg';
import { expectAccessible } from '../fixtures/accessible';
import { linkIn, type Mail, openMailbox, sendThrough } from '../fixtures/mailbox';
import { expect, test } from '../fixtures/test';

test('mail is set up, customers are asked by it, and what they answer is seen and acted on', async ({
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
  try {
    await page.goto('/settings/mail');
    await expect(page.getByRole('heading', { name: /^Nothing is sent: no mail server is set/ })).toBeVisible();
    await expectAccessible(page);
    await sendThrough(page, box);
    await page.getByRole('button', { name: 'Send a test to myself' }).click();
    await expect(page.getByText('Handed in. Look for it at nora.feld@northline.example.')).toBeVisible();
    expect(box.mails[0]?.to).toEqual(['nora.feld@northline.example']);

    // Of what others left here nobody is asked: only those below.
    await client.query(`INSERT INTO "Consent" (id, "customerId", purpose, granted, source)
      SELECT gen_random_uuid(), id, 'research', false, 'form' FROM "Customer"`);
    const said = { customer: { email: 'surveyed@journeys.example', verified: true }, text: 'What does shipping cost?' };
    const asked = await api.tell(said);
    await desk.open(asked.id);
    await desk.take();
    await desk.conversation.getByRole('button', { name: /^Solve/ }).click();
    await expect.poll(async () => (await api.read(asked.id)).state).toBe('closed');

    await page.goto('/settings/surveys');
    await page.getByRole('switch', { name: 'Ask by a link' }).click();
    await page.getByRole('spinbutton', { name: 'Minutes after' }).fill('0');
    await page.getByRole('checkbox', { name: '1', exact: true }).check();
    await page.getByRole('combobox', { name: 'Who gets it' }).selectOption({ label: 'Billing' });
    await page.getByRole('combobox', { name: 'Quiet from' }).selectOption('0');
    await page.getByRole('combobox', { name: 'Quiet to' }).selectOption('0');
    await expect(page.getByText('One customer would be asked now.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save the surveys' }).click();
    await expect(page.getByText('Holds from the next minute on')).toBeVisible();

    await expect.poll(() => box.mails.length, { timeout: 60_000 }).toBe(2);
    const [, mail] = box.mails as [Mail, Mail];
    expect(mail.to).toEqual(['surveyed@journeys.example']);
    expect(mail.source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');

    const customer = await stranger();
    await customer.goto(linkIn(mail, /http\S+\/survey\/[\w.-]+\?score=1/));
    await expect(customer.getByRole('heading', { name: 'How did we do?' })).toBeVisible();
    expect((await api.read(asked.id)).state).toBe('closed');
    await expectAccessible(customer);
    await customer.getByRole('button', { name: 'Send this answer: 1' }).click();
    await expect(customer.getByText('Thank you for telling us.')).toBeVisible();
    await customer.getByRole('textbox', { name: /Anything we should know/ }).fill('Nobody read what I wrote.');
    await customer.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(customer.getByText('Your words were kept. Thank you.')).toBeVisible();
    await expectAccessible(customer);

    await expect.poll(async () => (await api.read(asked.id)).state).toBe('open');
    await desk.open(asked.id);
    await expect(desk.log).toContainText('Reopened: the customer rated it 1 of 5');
    await expect(desk.log).toContainText('Nobody read what I wrote.');

    await page.goto('/metrics/satisfaction');
    const comment = page.getByRole('listitem').filter({ hasText: 'Nobody read what I wrote.' });
    await expect(comment).toBeVisible();
    await expectAccessible(page);
    await comment.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(asked.id));

    // Whether they would recommend us, by a key on the keyboard.
    const other = await api.tell({
      customer: { email: 'nps@journeys.example', verified: true },
      text: 'What does express shipping cost?',
    });
    await desk.open(other.id);
    await desk.take();
    await desk.conversation.getByRole('button', { name: /^Solve/ }).click();
    await expect.poll(async () => (await api.read(other.id)).state).toBe('closed');
    await page.goto('/settings/surveys');
    await page.getByRole('switch', { name: 'Ask by a link' }).click();
    await page.getByRole('switch', { name: 'Ask on a schedule' }).click();
    await page.getByRole('spinbutton', { name: 'Share, percent' }).fill('100');
    await expect(page.getByText('Of one customer who fits, 1 is drawn; 1 would be asked today.')).toBeVisible();
    await page.getByRole('button', { name: 'Save the surveys' }).click();
    await expect.poll(() => box.mails.length, { timeout: 60_000 }).toBe(3);
    expect(box.mails[2]?.to).toEqual(['nps@journeys.example']);
    await customer.goto(linkIn(box.mails[2] as Mail, /http\S+\/survey\/[\w.-]+(?=\?score=0)/));
    await expect(customer.getByRole('heading', { name: /^How likely are you to recommend Northline/ })).toBeVisible();
    await expectAccessible(customer);
    await customer.keyboard.press('9');
    await expect(customer.getByText(/^Thank you for telling us/)).toBeVisible();
    await page.goto('/metrics/satisfaction');
    await expect(page.getByRole('link', { name: /^NPS: \+100/ })).toBeVisible();

    const stop = linkIn(mail, /http\S+\/survey\/stop\/[\w.-]+/);
    await customer.goto(stop);
    await customer.getByRole('button', { name: 'Stop asking me' }).click();
    await expect(customer.getByRole('heading', { name: 'We will not ask you again' })).toBeVisible();
  } finally {
    await client.query(`DELETE FROM "Setting" WHERE key IN ('mail', 'surveys')`);
    await client.query(`DELETE FROM "Consent" WHERE source = 'form' AND purpose = 'research'`);
    await client.end();
    await box.close();
  }
});

test('a link that is not ours says so and keeps nothing', async ({ stranger, faults }) => {
  const page = await stranger();
  faults.allow(/404/);
  await page.goto(`/survey/${'A'.repeat(22)}.${'A'.repeat(27)}`);
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await expectAccessible(page);
});
