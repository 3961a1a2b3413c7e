import { openModel } from '../../demo/model/open-model';
import { expectAccessible } from '../fixtures/accessible';
import { clearModels } from '../fixtures/clear-models';
import { expect, test } from '../fixtures/test';

test.afterEach(({ product }) => clearModels(product));

test('a model is set up, tried until it works, limited, and taken away again', async ({ deskOf }) => {
  const model = await openModel({ key: 'the-right-key', models: ['stand-in-large', 'stand-in-small'] });
  try {
    const { page } = await deskOf('nora');
    await page.goto('/settings/models');
    await expect(page.getByRole('heading', { name: 'No model is set, and nothing here needs one.' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Or in the environment' })).toContainText('BATON_MODEL_URL');

    await page.getByRole('button', { name: 'Add a provider' }).click();
    const dialog = page.getByRole('dialog', { name: 'New provider' });
    const found = dialog.getByRole('status', { name: 'What was found' });
    const trial = dialog.getByRole('button', { name: 'Test connection' });
    await expect(trial).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Stand-in');
    await dialog.getByRole('textbox', { name: 'Address' }).fill(model.url);
    await dialog.getByLabel('Key').fill('the-wrong-key');
    await dialog.getByRole('textbox', { name: 'Large model' }).fill('stand-in-huge');
    await trial.click();
    await expect(found).toContainText('It does not accept the key (401).');
    await dialog.getByLabel('Key').fill('the-right-key');
    await expect(dialog.getByText('What was changed since then is not tested.')).toBeVisible();
    await trial.click();
    await expect(found).toContainText('“stand-in-huge” is not known there. It has stand-in-large, stand-in-small.');
    await dialog.getByRole('textbox', { name: 'Large model' }).fill('stand-in-large');
    await trial.click();
    await expect(found.getByRole('img', { name: 'Works' })).toHaveCount(6);
    await expect(found.getByRole('img', { name: 'Wrong' })).toHaveCount(0);
    await expectAccessible(page);
    await dialog.getByRole('spinbutton', { name: 'Large model, input, dollars per million tokens' }).fill('2.5');
    await dialog.getByRole('button', { name: 'Add the provider' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('list', { name: 'Providers' })).toContainText('large model stand-in-large');
    await expect(
      page.getByRole('heading', { name: 'Stand-in is set, and was not asked in the last hour.' }),
    ).toBeVisible();

    await page.getByRole('spinbutton', { name: 'A day' }).fill('12.5');
    await page.getByRole('button', { name: 'Save the limits' }).click();
    await expect(page.getByText(/ of \$12\.50, 0%/)).toBeVisible();
    await page.reload();
    await expect(page.getByRole('spinbutton', { name: 'A day' })).toHaveValue('12.5');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Edit Stand-in' }).click();
    const again = page.getByRole('dialog', { name: 'Stand-in' });
    await expect(again.getByText('Kept, sealed')).toBeVisible();
    await expect(again.getByRole('spinbutton', { name: 'Large model, input, dollars per million tokens' })).toHaveValue(
      '2.5',
    );
    await again.getByRole('button', { name: 'Test connection' }).click();
    await expect(again.getByRole('img', { name: 'Works' })).toHaveCount(6);
    await again.getByRole('button', { name: 'Remove' }).click();
    await page
      .getByRole('dialog', { name: 'Remove Stand-in' })
      .getByRole('button', { name: 'Remove the provider' })
      .click();
    await expect(page.getByRole('heading', { name: 'No model is set, and nothing here needs one.' })).toBeVisible();
  } finally {
    await model.close();
  }
});

test('who is at the desk meanwhile can have a reply drafted as soon as a model is set, and no longer when it is gone', async ({
  api,
  deskOf,
}) => {
  const model = await openModel();
  try {
    const { id } = await api.tell({
      customer: { email: 'meanwhile@journeys.example', name: 'Mia Meanwhile' },
      text: 'I want to talk to a person. Do you repair boots of other brands?',
    });
    const desk = await deskOf('sam');
    await desk.open(id);
    await desk.take();
    const draft = desk.composer.getByRole('button', { name: 'Draft', exact: true });
    await expect(desk.composer.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
    await expect(draft).toHaveCount(0);

    const { page } = await deskOf('nora');
    await page.goto('/settings/models');
    await page.getByRole('button', { name: 'Add a provider' }).click();
    const dialog = page.getByRole('dialog', { name: 'New provider' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Meanwhile');
    await dialog.getByRole('textbox', { name: 'Address' }).fill(model.url);
    await dialog.getByRole('textbox', { name: 'Large model' }).fill('stand-in-large');
    await dialog.getByRole('button', { name: 'Add the provider' }).click();
    await expect(draft).toBeVisible();

    await page.getByRole('button', { name: 'Edit Meanwhile' }).click();
    await page.getByRole('dialog', { name: 'Meanwhile' }).getByRole('button', { name: 'Remove' }).click();
    await page
      .getByRole('dialog', { name: 'Remove Meanwhile' })
      .getByRole('button', { name: 'Remove the provider' })
      .click();
    await expect(draft).toHaveCount(0);
  } finally {
    await model.close();
  }
});

test('whoever does not administer Baton does not find it', async ({ deskOf, faults }) => {
  // What is not found is a 404, which the browser logs.
  faults.allow(/status of 404/);
  const { page } = await deskOf('kofi');
  await page.goto('/settings/models');
  await expect(page.getByRole('heading', { name: 'Models' })).toHaveCount(0);
  await page.goto('/settings/you');
  await expect(page.getByRole('link', { name: 'You', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Models' })).toHaveCount(0);
  expect((await page.request.get('/api/settings/models')).status()).toBe(403);
});
