import pg from 'pg';
import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('says what a reply promises without an action behind it, and holds back card data', async ({ api, deskOf }) => {
  const { id } = await api.tell({
    customer: { email: 'prompts@journeys.example', name: 'Pia Prompt' },
    text: 'I want to talk to a person, please.',
  });
  const desk = await deskOf('ines');
  await desk.open(id);
  await desk.take();
  const before = desk.composer.getByRole('status', { name: 'Before you send' });
  await desk.reply.fill('We will refund $84.00 and it will arrive on Friday.');
  await expect(before).toContainText('Promises a refund, but no such action was taken here.');
  await expect(before).toContainText('Promises a date');
  const send = desk.composer.getByRole('button', { name: 'Send', exact: true });
  await expect(send).toBeEnabled();
  await desk.reply.fill('Your card is 4111 1111 1111 1111, is it not?');
  await expect(before).toContainText('Holds card data');
  await expect(send).toBeDisabled();
  await desk.reply.fill('How can I help?');
  await expect(send).toBeEnabled();
  await expect(before).not.toContainText('card data');
  await desk.composer.getByRole('button', { name: 'Translate' }).click();
  await expect(desk.page.getByText('No model is set here.')).toBeVisible();
});

test('a draft is rejected with a reason, which is kept', async ({ product, api, deskOf }) => {
  const { id } = await api.tell({
    customer: { email: 'reason@journeys.example', name: 'Rita Reason' },
    text: 'Do you sell kayaks for two people and a dog?',
  });
  const desk = await deskOf('nora');
  await desk.open(id);
  await desk.take();
  const draft = desk.composer.getByRole('region', { name: 'Draft' });
  await expect(draft).toBeVisible();
  const text = (await draft.getByRole('paragraph').first().textContent()) ?? '';
  await draft.getByRole('button', { name: 'Reject draft' }).click();
  await desk.page.getByRole('menuitem', { name: 'The tone does not fit' }).click();
  await expect(draft.getByText(text, { exact: true })).toHaveCount(0);
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    const reasons = async () => {
      const { rows } = await client.query(`SELECT "rejectReason" FROM "Draft" WHERE "conversationId" = $1`, [id]);
      return rows.map((row) => row.rejectReason);
    };
    await expect.poll(reasons).toContain('tone');
  } finally {
    await client.end();
  }
});

test('answers a question about the conversation from what stands there, and says when nothing does', async ({
  api,
  deskOf,
}) => {
  const { id } = await api.tell({
    customer: { email: 'asked@journeys.example', name: 'Ada Asked' },
    text: 'The zipper of my Ridgeline tent is stuck. I want to talk to a person.',
  });
  const desk = await deskOf('nora');
  await desk.open(id);
  const ask = desk.context.getByRole('region', { name: 'Ask' });
  await ask.getByRole('textbox').fill('What about the zipper?');
  await ask.getByRole('textbox').press('Enter');
  await expect(ask.getByRole('listitem').first()).toContainText('The zipper of my Ridgeline tent is stuck.');
  await expect(ask.getByRole('list', { name: 'Sources' })).toContainText('Ada Asked');
  await expectAccessible(desk.page);
  await ask.getByRole('textbox').fill('What colour is their submarine?');
  await ask.getByRole('textbox').press('Enter');
  await expect(ask).toContainText('Nothing of that in this conversation');
});

test('proposes to solve when the customer sounds content, at one key', async ({ api, deskOf }) => {
  const customer = { email: 'content@journeys.example', name: 'Cora Content' };
  const { id } = await api.tell({ customer, text: 'I want to talk to a person, please.' });
  const desk = await deskOf('nora');
  await desk.open(id);
  await desk.take();
  // The handoff's own step comes first: there is one next step at a time.
  await desk.handoff.getByRole('button', { name: 'Accept' }).click();
  await expect(desk.handoff).toContainText('Accepted');
  await desk.send('Take it off and on again.');
  await api.say({ customer, text: 'Perfect, thank you!', conversation: id });
  await expect(desk.context.getByRole('region', { name: 'Next step' })).toContainText('Solve it');
  await desk.reply.press('Escape');
  await desk.page.keyboard.press('1');
  await expect.poll(async () => (await api.read(id)).state).toBe('closed');
});
