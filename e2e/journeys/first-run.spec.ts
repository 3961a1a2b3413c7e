import { startProduct } from '../fixtures/start-product';
import { expect, test } from '../fixtures/test';

test('without the demo it starts empty, and the first visit makes the first admin', async ({ browser, faults }) => {
  test.setTimeout(120_000);
  const { product, stop } = await startProduct({ demo: false });
  try {
    const page = await browser.newPage({ baseURL: product.url });
    faults.watch(page);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Make the first admin' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Name' }).fill('Ellis Gray');
    await page.getByRole('textbox', { name: 'Email' }).fill('ellis@first.example');
    await page.getByRole('textbox', { name: 'Password' }).fill('too short');
    await page.getByRole('button', { name: 'Make the first admin' }).click();
    await expect(page.getByText('3 more needed')).toBeVisible();
    await page.getByRole('textbox', { name: 'Password' }).fill('a quiet walk at dawn');
    await page.getByRole('button', { name: 'Make the first admin' }).click();
    await expect(page).toHaveURL(`${product.url}/inbox/needs-me`);
    await expect(page.getByText('Nobody waits for you')).toBeVisible();
    await expect(page.getByRole('button', { name: 'You, Ellis Gray' })).toBeVisible();

    const second = await browser.newPage({ baseURL: product.url });
    faults.watch(second);
    await second.goto('/');
    await expect(second.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expect(second.getByRole('heading', { name: 'Make the first admin' })).toHaveCount(0);
    await expect(second.getByRole('region', { name: 'Demo accounts' })).toHaveCount(0);
    await page.close();
    await second.close();
  } finally {
    await stop();
  }
});
