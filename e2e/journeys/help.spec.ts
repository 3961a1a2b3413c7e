import { expectAccessible } from '../fixtures/accessible';
import { publishRead, readZip } from '../fixtures/import-files';
import { expect, test } from '../fixtures/test';

test('a reader without script finds an article by its words and says that it helped', async ({ browser, product }) => {
  const context = await browser.newContext({
    baseURL: product.url,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto('/help');
  await expect(page).toHaveURL('/help/en');
  await page.getByRole('searchbox', { name: 'Search the help centre' }).fill('refund on my card');
  await page.getByRole('button', { name: 'Search' }).click();
  const results = page.getByRole('main').getByRole('listitem');
  await expect(results.first().locator('mark').first()).toBeVisible();
  await page.getByRole('link', { name: 'Refunds', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Refunds' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByText('Thank you. Good to know.')).toBeVisible();
  await context.close();
});

test('each language has its own pages, and a reader is led to theirs', async ({ deskOf, browser, product }) => {
  const { page: desk } = await deskOf('nora');
  await readZip(desk, {
    'sled-hire.md': '# Hire a sled\n\nSleds can be hired for a day.',
    'es/sled-hire.md': '# Alquilar un trineo\n\nLos trineos se alquilan por un día.',
  });
  await publishRead(desk);

  const context = await browser.newContext({ baseURL: product.url, locale: 'es-MX' });
  const page = await context.newPage();
  await page.goto('/help');
  await expect(page).toHaveURL('/help/es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.getByRole('searchbox', { name: 'Buscar en el centro de ayuda' }).fill('¿alquilan trineos?');
  await page.getByRole('button', { name: 'Buscar' }).click();
  await page.getByRole('link', { name: 'Alquilar un trineo' }).click();
  await expect(page.getByText('Los trineos se alquilan por un día.')).toBeVisible();
  await expect(page.locator('link[hreflang="en"]')).toHaveAttribute('href', `${product.url}/help/en/sled-hire`);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', `${product.url}/help/es/sled-hire`);
  await page.getByRole('link', { name: 'English' }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hire a sled' })).toBeVisible();
  // What was read last is remembered.
  await page.goto('/help');
  await expect(page).toHaveURL('/help/en');
  await context.close();
});

test('what is not for everybody is not there', async ({ stranger, faults }) => {
  faults.allow(/status of 404/);
  const page = await stranger();
  for (const slug of ['goodwill-guidelines', 'order-changes-verified', 'nothing-of-the-kind']) {
    const answer = await page.goto(`/help/en/${slug}`);
    expect(answer?.status(), slug).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
  }
  await page.goto('/help/en/search?q=goodwill%20credit%20guidelines');
  await expect(page.getByRole('link', { name: /goodwill/i })).toHaveCount(0);
  const sitemap = await (await page.request.get('/help/sitemap.xml')).text();
  expect(sitemap).toContain('/help/en/refunds</loc>');
  expect(sitemap).not.toContain('goodwill');
});

for (const path of ['/help/en', '/help/en/refunds', '/help/en/search?q=refund', '/help/en/search?q=zzzz', '/help/xx']) {
  test(`${path} is light and accessible`, async ({ stranger, faults }) => {
    faults.allow(/status of 404/);
    const page = await stranger();
    const answer = await page.goto(path);
    expect((await answer!.body()).byteLength).toBeLessThan(50_000);
    await expect(page.getByRole('button', { name: 'Talk to us' })).toBeVisible();
    await expectAccessible(page);
  });
}

test('the chat opens from it', async ({ stranger }) => {
  const page = await stranger();
  await page.goto('/help/en/refunds');
  await page.getByRole('button', { name: 'Talk to us' }).click();
  const frame = page.frameLocator('iframe[title^="Chat"]');
  await expect(frame.getByRole('button', { name: 'Send' })).toBeEnabled();
});
