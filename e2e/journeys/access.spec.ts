import { password, people } from '../fixtures/people';
import { expect, test } from '../fixtures/test';

test('a wrong password is told as such, the right one leads to where one wanted to go, and out again', async ({
  api,
  stranger,
  faults,
}) => {
  const { id } = await api.tell({
    customer: { email: 'deep@journeys.example', name: 'Dee Link' },
    text: 'I want a human',
  });
  const page = await stranger();
  // The browser itself logs the 401 of the wrong password.
  faults.allow(/status of 401.*\/api\/auth\/callback\/credentials/);
  await page.goto(`/inbox/all/${id}`);
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByRole('textbox', { name: 'Email' }).fill(people.nora.email);
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Email and password do not belong together.' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/inbox/all/${id}$`));
  await expect(page.getByRole('region', { name: 'Conversation with Dee Link' })).toBeVisible();

  await page.getByRole('button', { name: `You, ${people.nora.name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/inbox/needs-me');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  expect((await page.request.get('/api/inbox/counts')).status()).toBe(401);
});

test('sign-in leads to paths of this house only', async ({ stranger, product }) => {
  const page = await stranger();
  await page.goto('/sign-in?to=https://evil.example/');
  await page.getByRole('textbox', { name: 'Email' }).fill(people.kofi.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(`${product.url}/inbox/needs-me`);
});

test('an agent finds neither another team’s conversation nor the review', async ({ api, deskOf, faults }) => {
  // Handed over to orders and shipping: Ines’ team, not Kofi’s.
  const { id, holder, turns } = await api.tell({
    customer: { email: 'team@journeys.example', name: 'Tara Team' },
    text: 'Do you sell kayaks for two people and a dog?',
  });
  expect(holder).toBe('queue');
  const turn = turns[0]?.id;
  const ines = await deskOf('ines');
  await ines.open(id);
  await expect(ines.page.getByRole('link', { name: 'Inbox' })).toBeVisible();
  await expect(ines.page.getByRole('link', { name: 'Review', exact: true })).toHaveCount(0);

  // What is not found is a 404, which the browser logs.
  faults.allow(/status of 404/);
  const { page } = await deskOf('kofi');
  for (const path of [`/inbox/all/${id}`, `/inbox/turns/${turn}`, '/review']) {
    await page.goto(path);
    await expect(page.getByText('There is nothing here for you')).toBeVisible();
  }
  for (const path of [`/api/inbox/conversations/${id}`, `/api/inbox/turns/${turn}`]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
    expect((await ines.page.request.get(path)).status(), path).toBe(200);
  }
  expect((await page.request.get('/api/review')).status()).toBe(403);
});
