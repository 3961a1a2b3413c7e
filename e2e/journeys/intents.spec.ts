import { expect, test } from '../fixtures/test';

// One desk, one live version: what one of these trains another would release.
test.describe.configure({ mode: 'serial' });

const examples = [
  'can you wrap it as a present',
  'I would like gift wrapping for this',
  'is gift wrap available',
  'please put it in wrapping paper, it is a birthday gift',
  'do you offer gift wrapping with a ribbon',
  'wrap the mug as a gift please',
  'can my parcel be gift wrapped with a card',
  'I want it gift wrapped before it ships',
  'how do I add wrapping paper to my gift',
  'could you wrap this up nicely for Christmas',
];

test('an admin adds an intent, sees its effect, releases it, and it works in chat a moment later', async ({
  deskOf,
  chatAs,
}) => {
  const desk = await deskOf('nora');
  const { page } = desk;
  await page.goto('/automation/intents');
  await page.getByRole('button', { name: 'New intent' }).click();
  const dialog = page.getByRole('dialog', { name: 'New intent' });
  await dialog.getByLabel('Name').fill('Gift wrapping');
  await dialog.getByLabel('What the customer wants').fill('To have an order wrapped as a present.');
  await dialog.getByLabel('Team').selectOption('orders');
  await expect(dialog.getByRole('button', { name: 'Add intent' })).toBeDisabled();
  await dialog.getByLabel('Examples').fill(examples.join('\n'));
  await dialog.getByRole('button', { name: 'Add intent' }).click();
  const intent = page.getByRole('region', { name: 'Gift wrapping' });
  await expect(intent.getByText('not trained yet').first()).toBeVisible();
  await expect(page.getByText('10 examples differ from what is live.')).toBeVisible();

  await page.getByRole('button', { name: 'Train and test' }).click();
  await page.getByRole('link', { name: 'See what changes' }).click();
  await expect(page.getByRole('heading', { name: /^1 new intent, / })).toBeVisible();
  await page.getByRole('button', { name: /^Release version \d+$/ }).click();
  await expect(page.getByRole('heading', { name: 'Intents', exact: true })).toBeVisible();

  await page.getByRole('link', { name: /^Gift wrapping/ }).click();
  await expect(intent.getByText('as meant').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Try a sentence' }).fill('is gift wrapping possible for my tent?');
  await page.getByRole('button', { name: 'Try it' }).click();
  const tried = page.getByRole('region', { name: 'Try a sentence' });
  await expect(tried.getByText('Gift wrapping', { exact: true })).toBeVisible();
  await expect(tried.getByRole('list', { name: 'Words that counted' })).toContainText(/gift|wrapping/);

  const chat = await chatAs(null);
  await chat.say('Do you offer gift wrapping with paper?');
  await desk.view('all');
  await expect(desk.row(chat.conversation)).toContainText('Gift wrapping');
});

test('a version is rolled back with its examples', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/automation/intents/refund');
  const intent = page.getByRole('region', { name: 'Refund' });
  await intent.getByRole('button', { name: 'Add examples' }).click();
  await page.getByRole('dialog').getByLabel('Examples').fill('gibberish that was taught by mistake');
  await page.getByRole('dialog').getByRole('button', { name: 'Add 1' }).click();
  const row = intent.getByRole('row', { name: /gibberish that was taught by mistake/ });
  await expect(row).toBeVisible();
  await page.getByRole('button', { name: 'Train and test' }).click();
  await page.getByRole('link', { name: 'See what changes' }).click();
  await page.getByRole('button', { name: /^Release version/ }).click();
  await expect(page.getByRole('heading', { name: 'Intents', exact: true })).toBeVisible();

  await page.goto('/automation/history');
  await page.getByRole('button', { name: 'Go back to it' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: 'Put its examples back too' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Go back' }).click();
  await expect(dialog).toBeHidden();
  await page.goto('/automation/intents/refund');
  await expect(intent.getByRole('row', { name: /refund for NL-47018/ }).first()).toBeAttached();
  await expect(row).toHaveCount(0);
});

test('examples are moved, kept as test and removed', async ({ deskOf }) => {
  const { page } = await deskOf('nora');
  await page.goto('/automation/intents/thanks');
  const intent = page.getByRole('region', { name: 'Thanks' });
  await intent.getByRole('button', { name: 'Add examples' }).click();
  await page.getByRole('dialog').getByLabel('Examples').fill('cheers for all that\nmuch obliged to you');
  await page.getByRole('dialog').getByRole('button', { name: 'Add 2' }).click();
  const first = intent.getByRole('checkbox', { name: 'cheers for all that' });
  await first.click();
  const bar = page.getByRole('toolbar', { name: 'Chosen examples' });
  await bar.getByRole('button', { name: 'Keep as test' }).click();
  await expect(bar).toBeHidden();
  await intent.getByRole('link', { name: /^Kept as test/ }).click();
  await expect(intent.getByText('cheers for all that')).toBeVisible();
  await first.click();
  await bar.getByRole('button', { name: 'Remove' }).click();
  await expect(intent.getByText('cheers for all that')).toBeHidden();
  await intent.getByRole('link', { name: 'All', exact: true }).click();
  await intent.getByRole('checkbox', { name: 'much obliged to you' }).click();
  await bar.getByRole('button', { name: 'Move to…' }).click();
  await page.getByRole('menuitem', { name: 'Greeting' }).click();
  await expect(intent.getByText('much obliged to you')).toBeHidden();
  await page.goto('/automation/intents/greeting');
  await expect(page.getByRole('region', { name: 'Greeting' }).getByText('much obliged to you')).toBeVisible();
});

test('an agent does not find the intents, a supervisor sees them and changes nothing', async ({ deskOf, faults }) => {
  faults.allow(/404/);
  const agent = await deskOf('ines');
  await agent.page.goto('/automation/intents');
  await expect(agent.page.getByText('There is nothing here for you')).toBeVisible();
  const supervisor = await deskOf('sam');
  await supervisor.page.goto('/automation/intents/refund');
  await expect(supervisor.page.getByRole('region', { name: 'Refund' })).toBeVisible();
  await expect(supervisor.page.getByRole('button', { name: 'New intent' })).toBeHidden();
});

test('a machine trains by the API and asks what a text means', async ({ product, request }) => {
  const headers = { authorization: `Bearer ${product.apiKey}` };
  const url = (path: string) => `${product.url}/api/v1/intents/${path}`;
  const wrong = await request.post(url('train'), {
    headers,
    data: { intents: [{ key: 'Not A Key', examples: ['x'] }] },
  });
  expect(wrong.status()).toBe(400);
  expect(await wrong.json()).toMatchObject({ error: { message: expect.stringContaining('intents.0.key') } });

  const trained = await request.post(url('train'), {
    headers,
    data: {
      note: 'Engraving',
      intents: [
        {
          key: 'engraving',
          name: 'Engraving',
          examples: [
            'can you engrave my name on the bottle',
            'I want initials engraved on the knife',
            'do you offer engraving on mugs',
            'engrave a date on the lid please',
            'how many letters can be engraved',
            'is laser engraving possible on the flask',
            'please add an engraving to my bottle',
            'what does it take to have text engraved',
            'could you engrave a short message for my dad',
            'engraving with our club name on ten bottles',
          ],
        },
      ],
    },
  });
  expect(trained.status()).toBe(200);
  const version = await trained.json();
  expect(version).toMatchObject({ state: 'live', heldOut: { accuracy: expect.any(Number) } });

  await expect(async () => {
    const answer = await request.post(url('predict'), {
      headers,
      data: { texts: ['can you engrave initials on my flask?', 'qwertz uiop asdf'] },
    });
    const { version: used, predictions } = await answer.json();
    expect(used).toBe(version.version);
    expect(predictions[0]).toMatchObject({ intent: 'engraving', language: 'en' });
    expect(predictions[1]).toMatchObject({ intent: 'unknown' });
  }).toPass({ timeout: 5_000 });
  expect((await request.get(url(`versions/${version.version}`), { headers })).status()).toBe(200);
  expect((await request.post(url('predict'), { data: { texts: ['hi'] } })).status()).toBe(401);
});
