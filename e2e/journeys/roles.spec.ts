import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test('a role of one’s own changes what somebody may do while they sit there', async ({ deskOf }) => {
  // The place in the rail, not the view of the same word.
  const review = { name: /^Review(, something waits)?$/ };
  const [{ page: nora }, { page: sam }] = [await deskOf('nora'), await deskOf('sam')];
  await nora.goto('/settings/roles');
  await expect(nora.getByRole('heading', { name: 'Always there' })).toBeVisible();
  await nora.getByRole('button', { name: 'New role' }).click();
  const dialog = nora.getByRole('dialog', { name: 'New role' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Watcher');
  await dialog.getByRole('checkbox', { name: 'See all conversations' }).check();
  await expectAccessible(nora);
  await dialog.getByRole('button', { name: 'Make the role' }).click();
  await expect(nora.getByRole('button', { name: 'Edit Watcher' })).toBeVisible();
  await expectAccessible(nora);

  await sam.goto('/inbox/all');
  await expect(sam.getByRole('link', review)).toBeVisible();
  await nora.goto('/settings/people');
  await nora.getByRole('link', { name: 'Sam Ortiz' }).click();
  const role = nora.getByRole('combobox', { name: 'Role' });
  await role.selectOption('Watcher');
  const give = nora.getByRole('button', { name: 'Give this role' });
  await give.click();
  await expect(sam.getByRole('link', review)).toHaveCount(0);
  // Given: what is chosen next is chosen over the new one.
  await expect(give).toHaveCount(0);
  await role.selectOption('Supervisor');
  await give.click();
  await expect(sam.getByRole('link', review)).toBeVisible();

  await nora.goto('/settings/roles');
  await nora.getByRole('button', { name: 'Edit Watcher' }).click();
  await nora.getByRole('dialog', { name: 'Watcher' }).getByRole('button', { name: 'Delete' }).click();
  await expect(nora.getByRole('button', { name: 'Edit Watcher' })).toHaveCount(0);
});
