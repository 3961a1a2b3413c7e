import { openMcpServer } from '../fixtures/mcp-server';
import { expect, test } from '../fixtures/test';

// One playbook, built, released and taken back: in this order.
test.describe.configure({ mode: 'serial' });

const said = 'Yes, every bottle is free of BPA. Ask me for the data sheet whenever you like.';
const saidBetter = 'Yes, all of our bottles are free of BPA and of PVC.';

test('an admin builds a playbook from nothing, tries it out, releases it, and a customer is answered by it', async ({
  deskOf,
  chatAs,
  product,
  request,
}) => {
  // An intent of its own, so that no other journey is answered otherwise.
  const trained = await request.post(`${product.url}/api/v1/intents/train`, {
    headers: { authorization: `Bearer ${product.apiKey}` },
    data: {
      note: 'Bottles',
      release: true,
      intents: [
        {
          key: 'bottle_material',
          name: 'Bottle material',
          examples: [
            'is the bottle BPA free',
            'do your bottles contain BPA',
            'what plastic is the water bottle made of',
            'is there BPA in the drinking bottle',
            'are the bottles free of plasticisers',
            'which material are your bottles made from',
            'does the bottle have any BPA',
            'bpa free water bottle?',
            'are plasticisers in your drinking bottles',
            'I need a bottle without BPA, is yours',
          ],
        },
        {
          key: 'borrowed_books',
          name: 'Borrowed books',
          examples: [
            'which library books have I borrowed',
            'what books do I have from the lending library',
            'until when may I keep my borrowed book',
            'show me the guidebooks I borrowed',
            'when is my library book due back',
            'did I borrow a book from you',
            'list my borrowed books please',
            'the book I borrowed, when must it be back',
            'what have I taken out of your library',
            'my library loans',
          ],
        },
      ],
    },
  });
  expect(trained.ok(), await trained.text()).toBe(true);

  const { page } = await deskOf('nora');
  await page.goto('/automation/playbooks');
  await expect(page.getByRole('link', { name: 'Refund', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'New playbook' }).click();
  const dialog = page.getByRole('dialog', { name: 'New playbook' });
  await dialog.getByLabel('Name').fill('Bottle material');
  await dialog.getByLabel('Starts with the intent').selectOption('bottle_material');
  await dialog.getByRole('button', { name: 'Make the draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bottle material' })).toBeVisible();
  await expect(page.getByText('Draft v1')).toBeVisible();

  // The reply is there already; a question is put before it.
  await page.getByRole('button', { name: /^Reply / }).click();
  const step = page.getByRole('region', { name: /^Step / });
  await step.getByRole('textbox', { name: 'Says', exact: true }).fill(said);
  await expect(page.getByText('· Saved')).toBeVisible();
  await page.getByRole('toolbar', { name: 'Canvas' }).getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('button', { name: /^Hand off/ }).click();
  await expect(page.getByRole('button', { name: /^Hand off / })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^Hand off / })).toHaveCount(0);

  // Nothing is sent: what a customer would read stands beside the canvas.
  const simulate = page.getByRole('region', { name: 'Simulate' });
  await simulate.getByLabel('Says').fill('is the steel bottle free of BPA?');
  await simulate.getByRole('button', { name: 'Run' }).click();
  await expect(simulate.getByText(said)).toBeVisible();
  await simulate.getByRole('button', { name: 'Keep as a case' }).click();
  await page.getByRole('dialog', { name: 'Keep as a case' }).getByRole('button', { name: 'Keep it' }).click();

  await page.getByRole('button', { name: 'Test, then release' }).click();
  const release = page.getByRole('dialog', { name: 'Release v1' });
  await release.getByRole('button', { name: 'All', exact: true }).click();
  await release.getByRole('button', { name: 'Release to all' }).click();
  await expect(release).toBeHidden();
  await expect(page.getByRole('region', { name: 'Cases' }).getByText('1 of 1').first()).toBeVisible();

  const chat = await chatAs(null);
  await chat.say('Is your bottle free of BPA?');
  await chat.sees('every bottle is free of BPA');
});

test('a text that cannot be read says where, and one that can goes to a share and then to all', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/automation/playbooks/bottle-material');
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  const text = page.getByRole('textbox', { name: 'The playbook as text' });
  await expect(text).toHaveValue(/playbook: bottle-material/);
  const written = await text.inputValue();
  await text.fill(written.replace('name:', 'name: ['));
  await expect(
    page
      .getByRole('alert')
      .getByText(/^Line \d+:\d+/)
      .first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Canvas', exact: true }).click();
  await expect(page.getByText('What you wrote is not in the playbook yet')).toBeVisible();
  await expect(text).toHaveValue(/name: \[/);
  await text.fill(written.replace(said, saidBetter));
  await expect(page.getByText('Draft v2')).toBeVisible();

  await page.getByRole('button', { name: 'Canvas', exact: true }).click();
  await page.getByRole('button', { name: 'Test, then release' }).click();
  const release = page.getByRole('dialog', { name: 'Release v2' });
  await release.getByRole('button', { name: '25%' }).click();
  await release.getByRole('button', { name: 'Release to 25%' }).click();
  await expect(page.getByText('25% of conversations on v2')).toBeVisible();
  await page.getByRole('button', { name: 'Release to all' }).click();
  await page
    .getByRole('dialog', { name: 'Release v2 further' })
    .getByRole('button', { name: 'Release to all' })
    .click();
  await expect(page.getByText('25% of conversations on v2')).toBeHidden();
});

test('an admin rolls back, and customers are answered as before', async ({ deskOf, chatAs }) => {
  const { page } = await deskOf('nora');
  await page.goto('/automation/playbooks/bottle-material');
  await page.getByRole('main').getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('list', { name: 'Versions' }).getByRole('button')).toHaveCount(2);
  await page.getByRole('region', { name: 'Version 2' }).getByRole('button', { name: 'Roll back' }).click();
  const dialog = page.getByRole('dialog', { name: 'Roll back v2?' });
  await dialog.getByRole('textbox', { name: 'Why' }).fill('PVC was never tested for.');
  await dialog.getByRole('button', { name: 'Roll back' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Version 2' }).getByText('PVC was never tested for.')).toBeVisible();
  const chat = await chatAs(null);
  await expect(async () => {
    await chat.say('does your bottle have BPA in it?');
    await chat.sees('every bottle is free of BPA');
  }).toPass();
});

test('a tool of a system that is connected meanwhile brings what a customer is told', async ({
  deskOf,
  chatAs,
  shop,
}) => {
  const library = await openMcpServer({
    'books.borrowed': {
      title: 'List what is borrowed',
      description: 'The books a reader has borrowed.',
      properties: { customer: { type: 'string', description: 'The email address of the reader' } },
      required: ['customer'],
    },
  });
  try {
    const { page } = await deskOf('nora');
    await page.goto('/automation/tools');
    await page.getByRole('button', { name: 'Connect a system' }).click();
    const form = page.getByRole('dialog', { name: 'Connect a system' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Lending library');
    await form.getByRole('textbox', { name: 'Address' }).fill(library.url);
    await form.getByLabel('Token').fill(library.token);
    await form.getByRole('combobox', { name: 'Whose data it is told' }).selectOption('email');
    await form.getByRole('button', { name: 'Connect', exact: true }).click();
    const offers = page.getByRole('dialog', { name: 'What Lending library offers' });
    await expect(offers.getByRole('checkbox', { name: 'Use books.borrowed' })).toBeChecked();
    await offers.getByRole('button', { name: 'Accept' }).click();
    await expect(offers).toBeHidden();

    await page.goto('/automation/playbooks');
    await page.getByRole('button', { name: 'New playbook' }).click();
    const dialog = page.getByRole('dialog', { name: 'New playbook' });
    await dialog.getByLabel('Name').fill('Borrowed books');
    await dialog.getByLabel('Starts with the intent').selectOption('borrowed_books');
    await dialog.getByRole('button', { name: 'Make the draft' }).click();
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await page.getByRole('textbox', { name: 'The playbook as text' }).fill(`playbook: borrowed-books
name: Borrowed books
team: orders
wants: To know which books they have and until when
trigger:
  intents: [ borrowed_books ]
nodes:
  known: { kind: verify, next: list, otherwise: unknown }
  list:
    kind: lookup
    tool: books.borrowed
    as: lent
    says: Looked up the loans
    next: told
  told: You have {{ lent.loans[0].book }} until {{ lent.loans[0].due }}.
  unknown: Please sign in first, so that I can see your loans.
`);
    await expect(page.getByText('· Saved')).toBeVisible();
    await page.getByRole('button', { name: 'Test, then release' }).click();
    const release = page.getByRole('dialog', { name: 'Release v1' });
    await release.getByRole('button', { name: 'All', exact: true }).click();
    await release.getByRole('button', { name: 'Release to all' }).click();
    await expect(release).toBeHidden();

    const customer = await shop.customer('deliveredRecent', 3);
    const chat = await chatAs(customer.email);
    await chat.say('Which library books have I borrowed?');
    await chat.sees('You have The Long Way until 2026-12-24.');
    expect(library.calls).toEqual([{ tool: 'books.borrowed', args: { customer: customer.email } }]);
  } finally {
    await library.close();
  }
});

test('a supervisor reads and changes nothing, an agent does not find it', async ({ deskOf, faults }) => {
  faults.allow(/404/);
  const supervisor = await deskOf('sam');
  await supervisor.page.goto('/automation/playbooks/refund');
  await supervisor.page.getByRole('button', { name: /^Act / }).click();
  await expect(supervisor.page.getByText('The model has no say here.', { exact: false })).toBeVisible();
  await expect(supervisor.page.getByRole('textbox', { name: 'Act, called' })).not.toBeEditable();
  await expect(supervisor.page.getByRole('button', { name: 'Test, then release' })).toBeHidden();
  await supervisor.page.goto('/automation/playbooks');
  await expect(supervisor.page.getByRole('link', { name: 'Refund', exact: true })).toBeVisible();
  await expect(supervisor.page.getByRole('button', { name: 'New playbook' })).toBeHidden();
  const agent = await deskOf('ines');
  await agent.page.goto('/automation/playbooks');
  await expect(agent.page.getByText('There is nothing here for you')).toBeVisible();
});
