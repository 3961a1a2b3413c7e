import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('somebody is invited, joins, works, and is out at once when they are disabled', async ({
  api,
  deskOf,
  stranger,
  faults,
}) => {
  // Two people, four pages, each looked at in both themes.
  test.slow();
  // What is asked for on the way out is refused, and the browser logs it.
  faults.allow(/status of 401/);
  const { page: nora } = await deskOf('nora');
  await nora.goto('/settings/people');
  await expect(nora.getByRole('table', { name: 'People' })).toBeVisible();
  await nora.getByRole('button', { name: 'Invite' }).click();
  const dialog = nora.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Lea Winter');
  await dialog.getByRole('textbox', { name: 'Email' }).fill('lea.winter@desk.example');
  await dialog.getByRole('checkbox', { name: 'Orders and shipping' }).check();
  await expectAccessible(nora);
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Link for the invitation' }).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const invited = nora.getByRole('region', { name: 'Invited' });
  await expect(invited.getByText('lea.winter@desk.example, as agent in Orders and shipping')).toBeVisible();
  await expectAccessible(nora);

  const lea = await stranger();
  await lea.goto(link);
  await expect(lea.getByText('Nora Feld invites you to work here, as agent.')).toBeVisible();
  await expectAccessible(lea);
  await lea.getByRole('textbox', { name: 'Password' }).fill('a river under the bridge');
  await lea.getByRole('button', { name: 'Join' }).click();
  await expect(lea).toHaveURL(/\/inbox\/needs-me/);
  const second = await stranger();
  await second.goto(link);
  await expect(second.getByRole('heading', { name: 'This invitation counts no more' })).toBeVisible();

  // Live on the admin's page: no longer invited, and here.
  await expect(invited.getByText('lea.winter@desk.example')).toHaveCount(0);
  await expect(nora.getByRole('link', { name: 'Lea Winter' })).toBeVisible();

  // She says that she is away, and everybody sees it.
  await lea.getByRole('button', { name: 'You, Lea Winter' }).click();
  await lea.getByRole('switch', { name: 'Available' }).click();
  await expect(lea.getByRole('switch', { name: 'Away' })).toBeVisible();
  await expect(nora.getByRole('row', { name: /Lea Winter/ }).getByText('Away')).toBeAttached();
  await lea.keyboard.press('Escape');

  // An agent's settings end at their own.
  expect((await lea.request.get('/api/settings/people')).status()).toBe(403);
  const { id } = await api.tell({
    customer: { email: 'lea-case@journeys.example', name: 'Case Lea' },
    text: 'Do you sell kayaks for two people and a dog?',
  });
  await lea.goto(`/inbox/all/${id}`);
  await lea.getByRole('region', { name: 'Composer' }).getByRole('button', { name: 'Take it' }).click();
  await expect(lea.getByRole('textbox', { name: 'Reply' })).toBeVisible();

  await nora.getByRole('link', { name: 'Lea Winter' }).click();
  await expect(nora.getByText('Holds 1 of 6')).toBeVisible();
  await expectAccessible(nora);
  await nora.getByRole('button', { name: 'Disable' }).click();
  await nora.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(nora.getByText('Disabled', { exact: true })).toBeVisible();
  await expect(lea).toHaveURL(/\/sign-in/);
  expect((await lea.request.get('/api/inbox/counts')).status()).toBe(401);
  expect((await api.read(id)).holder).toBe('queue');
});

test('a team is made, filled and deleted when it is empty', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/settings/teams');
  await page.getByRole('button', { name: 'New team' }).click();
  const made = page.getByRole('dialog', { name: 'New team' });
  await made.getByRole('textbox', { name: 'Name' }).fill('Repairs');
  await made.getByRole('checkbox', { name: 'Ines Roth' }).check();
  await made.getByRole('button', { name: 'Make the team' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Repairs' });
  await expect(row).toContainText('1 member, 0 open conversations');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Edit Repairs' }).click();
  const open = page.getByRole('dialog', { name: 'Repairs' });
  await expect(open.getByText('it still has 1 member')).toBeVisible();
  await open.getByRole('checkbox', { name: 'Ines Roth' }).uncheck();
  await open.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('0 members');
  await page.getByRole('button', { name: 'Edit Repairs' }).click();
  await open.getByRole('button', { name: 'Delete' }).click();
  await expect(row).toHaveCount(0);
});
