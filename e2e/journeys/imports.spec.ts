import { expectAccessible } from '../fixtures/accessible';
import { publishRead, readZip } from '../fixtures/import-files';
import { expect, test } from '../fixtures/test';

const article = (title: string, body: string, more = '') =>
  `---\ntitle: ${title}\ncategory: Hire\n${more}---\n\n${body}\n`;

test('a zip with one broken file: the good ones are found in knowledge and answered from, with their link', async ({
  deskOf,
  chatAs,
}) => {
  const { page } = await deskOf('sam');
  await readZip(page, {
    'hire/borrow-snowshoes.md': article(
      'Borrow snowshoes',
      'You can borrow snowshoes from every store. Borrowing snowshoes costs $12 a pair for five days.',
    ),
    'hire/borrow-poles.md': article('Borrow poles', 'Poles cost $4 a pair for five days.'),
    'hire/broken.md': article('Broken', 'Text', 'audience: everyone\n'),
    'hire/picture.png': 'not read',
  });
  await expect(page.getByText('2 new, 1 left out with an error')).toBeVisible();
  await expect(
    page.getByText('hire/broken.md, line 4: front matter: audience must be public, verified or agents'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Errors 1' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'hire/borrow-poles.md' })).toHaveCount(0);
  await page.getByRole('button', { name: 'All 3' }).click();
  await expectAccessible(page);
  await publishRead(page);
  await expect(page.getByText('2 articles published, 1 file left out with errors.')).toBeVisible();

  await page.getByRole('link', { name: 'Borrow snowshoes' }).click();
  await expect(page).toHaveURL('/knowledge/borrow-snowshoes/en');
  await page.goto('/knowledge?q=snowshoes');
  await expect(page.getByRole('link', { name: 'Borrow snowshoes', exact: true })).toBeVisible();

  const chat = await chatAs(null);
  await chat.say('What does borrowing snowshoes cost?');
  await chat.sees('$12 a pair');
  const source = chat.frame.getByRole('link', { name: /^Borrow snowshoes/ });
  await expect(source).toHaveAttribute('href', /\/help\/en\/borrow-snowshoes$/);
  const opened = chat.page.context().waitForEvent('page');
  await source.click();
  const help = await opened;
  await expect(help.getByRole('heading', { level: 1, name: 'Borrow snowshoes' })).toBeVisible();

  // The same again, with a change in one of them.
  await readZip(page, {
    'hire/borrow-snowshoes.md': article('Borrow snowshoes', 'Borrowing snowshoes costs $14 a pair for five days.'),
    'hire/borrow-poles.md': article('Borrow poles', 'Poles cost $4 a pair for five days.'),
  });
  await expect(page.getByText('1 changed, 1 the same as now')).toBeVisible();
  await expect(page.getByText('Changes v1')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. No article was changed.')).toBeVisible();
  await help.reload();
  await expect(help.getByText('costs $12 a pair')).toBeVisible();
});

test('a table of questions and a pasted page, kept as drafts', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/knowledge/imports');
  await page.getByRole('button', { name: 'New import' }).click();
  await page.getByText('Questions', { exact: true }).click();
  await page.getByLabel('Files to import').setInputFiles({
    name: 'faq.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Question;Answer\nWho waxes skis here?;We do, on Tuesdays.\nWho sharpens them?;\n'),
  });
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('faq.csv, line 3: the answer is empty')).toBeVisible();
  await page.getByRole('button', { name: 'Keep as drafts' }).click();
  await expect(page.getByText('1 article kept as drafts')).toBeVisible();

  await page.goto('/knowledge/imports');
  await page.getByRole('button', { name: 'New import' }).click();
  await page.getByText('Web pages', { exact: true }).click();
  await page
    .getByLabel('Or paste a page')
    .fill(
      '<nav>Menu</nav><h1>Ski waxing hours</h1><p>We wax skis on <b>Tuesdays</b> from nine to five.</p><script>alert(1)</script>',
    );
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Ski waxing hours' })).toContainText('New');
});

test('what is malicious is refused in words, and nothing is imported', async ({ deskOf, product }) => {
  const { page } = await deskOf('sam');
  const part = new Uint8Array(1_024 * 1_024);
  await readZip(page, Object.fromEntries(Array.from({ length: 54 }, (_, at) => [`${at}.md`, part])));
  await expect(page.getByText('The upload unpacks to more than 50 MB.').first()).toBeVisible();

  for (const [address, says] of [
    ['http://169.254.169.254/latest/meta-data/', 'leads into a private network'],
    ['http://[::ffff:127.0.0.1]/', 'leads into a private network'],
    ['http://localhost/', 'leads into a private network'],
    [product.store, 'only 80 and 443 are asked'],
  ] as const) {
    await page.goto('/knowledge/imports');
    await page.getByRole('button', { name: 'New import' }).click();
    await page.getByText('A site', { exact: true }).click();
    await page.getByLabel('Site or sitemap').fill(address);
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByText(says).first()).toBeVisible();
  }
});
