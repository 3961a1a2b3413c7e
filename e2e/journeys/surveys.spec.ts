import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('a link that is not ours says so and keeps nothing', async ({ stranger, faults }) => {
  const page = await stranger();
  faults.allow(/404/);
  await page.goto(`/survey/${'A'.repeat(22)}.${'A'.repeat(27)}`);
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await expectAccessible(page);
});
