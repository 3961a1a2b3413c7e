import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

async function connect(url: string, key: string): Promise<Client> {
  const client = new Client({ name: 'another-assistant', version: '1' });
  const headers = { authorization: `Bearer ${key}` };
  await client.connect(new StreamableHTTPClientTransport(new URL('/api/mcp', url), { requestInit: { headers } }));
  return client;
}

test('another assistant gets a key, asks the articles, passes a customer on, and loses the key', async ({
  deskOf,
  api,
  product,
}) => {
  const desk = await deskOf('nora');
  const { page } = desk;
  await page.goto('/settings/keys');
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog', { name: 'New key' });
  await expect(dialog.getByRole('button', { name: 'Make the key' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'What it is for' }).fill('Voice robot');
  for (const may of ['Search public articles', 'Pass conversations to people'])
    await dialog.getByRole('checkbox', { name: may }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const shown = page.getByRole('dialog', { name: 'Key for Voice robot' });
  const key = await shown.getByRole('textbox', { name: 'The key' }).inputValue();
  await shown.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Voice robot' });
  await expect(row).toContainText('Search public articles · Pass conversations to people');
  await expect(row).toContainText('never used');

  const client = await connect(product.url, key);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual(['hand_over', 'search_knowledge']);
  const found = await client.callTool({
    name: 'search_knowledge',
    arguments: { question: 'How long does a refund take?' },
  });
  expect(JSON.stringify(found.structuredContent)).toContain('business days');

  const sent = await api.tell({ customer: { email: 'keys@customer.example' }, text: 'Hello there!' });
  const passed = { conversation: sent.id, why: 'It needs somebody who knows the customs rules.' };
  const answered = await client.callTool({ name: 'hand_over', arguments: passed });
  expect(answered.isError ?? false).toBe(false);
  await desk.open(sent.id);
  await expect(page.getByText('It needs somebody who knows the customs rules.')).toBeVisible();

  await page.goto('/settings/keys');
  await page.getByRole('button', { name: 'Edit Voice robot' }).click();
  const open = page.getByRole('dialog', { name: 'Voice robot' });
  await open.getByRole('button', { name: 'Revoke' }).click();
  await expect(open).toHaveCount(0);
  await expect(row).toHaveCount(0);
  await expect(client.listTools()).rejects.toThrow(/revoked/);
});

test('whoever does not administer Baton does not find the keys', async ({ deskOf, faults }) => {
  faults.allow(/404/);
  faults.allow(/403/);
  const { page } = await deskOf('ines');
  await page.goto('/settings/keys');
  await expect(page.getByRole('heading', { name: 'Keys' })).toHaveCount(0);
  expect((await page.request.get('/api/settings/keys')).status()).toBe(403);
});
