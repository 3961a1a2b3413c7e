import { expect, test } from '../fixtures/test';
import { writePdf } from '../fixtures/write-pdf';

const pdf = 'application/pdf';
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const passport = writePdf([
  'REPUBLIC OF UTOPIA - PASSPORT',
  'Name: KELLER, MARIA ANNA',
  'Date of birth: 12 MAR 1990',
  'Document number: C01X00T47',
  `Date of expiry: ${day(900)}`,
]);
const bill = writePdf([
  'Lander Power & Light',
  'Bill to: Maria Keller',
  'Service address: 1 Main St, Lander, WY 82520',
  `Bill date: ${day(-200)}`,
]);

test('a customer sends documents in the chat; they are read and checked, and a person decides with the reasons before them', async ({
  chatAs,
  deskOf,
  product,
  request,
  faults,
}) => {
  // An intent of its own, so that no other journey is answered otherwise.
  const trained = await request.post(`${product.url}/api/v1/intents/train`, {
    headers: { authorization: `Bearer ${product.apiKey}` },
    data: {
      note: 'Accounts',
      release: true,
      intents: [
        {
          key: 'open_account',
          name: 'Open a business account',
          examples: [
            'I would like to open a business account',
            'how do I open a business account with you',
            'can I get a business account',
            'please set up a business account for me',
            'I want to open a business account',
            'opening a business account, what do you need',
            'business account opening',
            'we need a business account with you',
            'register me for a business account',
            'apply for a business account',
          ],
        },
      ],
    },
  });
  expect(trained.ok(), await trained.text()).toBe(true);

  const { page } = await deskOf('nora');
  await page.goto('/automation/playbooks');
  await page.getByRole('button', { name: 'New playbook' }).click();
  const dialog = page.getByRole('dialog', { name: 'New playbook' });
  await dialog.getByText('From a template').click();
  await dialog.getByLabel('Template').selectOption('onboarding-identity');
  await dialog.getByRole('button', { name: 'Make the draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Onboarding with identity check' })).toBeVisible();

  // The step that reads is there to be seen and changed.
  await page.getByRole('button', { name: /^Read file Read the identity document/ }).click();
  const step = page.getByRole('region', { name: 'Step Read the identity document' });
  await expect(step.getByRole('textbox', { name: 'Check 1, as a sentence' })).toHaveValue(
    'The identity document has not expired',
  );
  await step.getByText('Document number', { exact: true }).first().click();
  await expect(step.getByRole('textbox', { name: 'Labels in the document, one a line' })).toHaveValue(
    /Passport number/,
  );
  await page.keyboard.press('Escape');

  // Simulated, a file is its text.
  const simulate = page.getByRole('region', { name: 'Simulate' });
  await simulate.getByLabel('Says').fill('I would like to open a business account');
  await simulate.getByRole('button', { name: 'Run' }).click();
  await expect(simulate.getByText('What is your full name')).toBeVisible();
  await simulate.getByLabel('The customer goes on').fill('Maria Keller');
  await simulate.getByLabel('The customer goes on').press('Enter');
  await expect(simulate.getByText('Please attach your passport').first()).toBeVisible();
  await simulate.getByRole('button', { name: 'The customer sends a file' }).click();
  const file = page.getByRole('dialog', { name: 'The customer sends a file' });
  await file
    .getByLabel('What stands in it')
    .fill('Name: John Doe\nBorn: 1.2.1980\nPassport number: X1234567\nExpires: 1.2.2040');
  await file.getByRole('button', { name: 'Send it' }).click();
  await expect(
    simulate.getByRole('listitem').filter({ hasText: 'in the name the customer gave' }).last(),
  ).toBeVisible();
  await expect(simulate.getByLabel('Does not fit')).toHaveCount(1);

  await page.getByRole('button', { name: 'Test, then release' }).click();
  const release = page.getByRole('dialog', { name: 'Release v1' });
  await release.getByRole('button', { name: 'All', exact: true }).click();
  await release.getByRole('button', { name: 'Release to all' }).click();
  await expect(release).toBeHidden();

  const chat = await chatAs(null);
  await chat.say('I would like to open a business account');
  await chat.sees('What is your full name');
  await chat.say('Maria Keller');
  await chat.sees('Please attach your passport');

  // What calls itself a PDF and is none is refused with a sentence, and taken away again.
  faults.allow(/400/);
  const refused = await chat.attach('passport.pdf', pdf, Buffer.from('<html>'));
  await expect(refused).toContainText('This kind of file cannot be sent.');
  await refused.getByRole('button', { name: 'Remove passport.pdf' }).click();
  await expect(refused).toHaveCount(0);

  await expect(await chat.attach('passport.pdf', pdf, passport)).toContainText(/\d B/);
  await chat.send();
  await chat.sees('Now please attach a proof of your address');
  await expect(chat.log.getByRole('list', { name: 'Files' })).toContainText('passport.pdf');
  await chat.attach('bill.pdf', pdf, bill);
  await chat.send();
  await chat.sees('A colleague looks at them and decides');

  // Their own file is theirs alone.
  const own = chat.page.waitForEvent('download');
  await chat.log.getByRole('button', { name: /passport\.pdf/ }).click();
  expect((await own).suggestedFilename()).toBe('passport.pdf');

  const desk = await deskOf('ines');
  await desk.open(chat.conversation, 'needs-me');
  const fact = (label: string) =>
    desk.handoff.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]');
  await expect(fact('Stopped')).toContainText('1 of 7 checks do not fit');
  await expect(fact('Known')).toContainText('Does not fit: The proof of address is at most 90 days old');
  await expect(fact('Known')).toContainText('Fits: The identity document has not expired');
  await expect(fact('Known')).toContainText('In passport.pdf: Name “KELLER, MARIA ANNA” (line 2)');
  const files = desk.log.getByRole('list', { name: 'Files' });
  await expect(files.getByRole('link', { name: /passport\.pdf/ })).toBeVisible();
  const address = await files.getByRole('link', { name: /bill\.pdf/ }).getAttribute('href');
  const opened = await desk.page.request.get(address ?? '');
  expect(opened.headers()['content-type']).toBe(pdf);
  expect((await opened.body()).equals(bill)).toBe(true);
});
