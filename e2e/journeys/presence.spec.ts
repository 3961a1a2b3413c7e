import { expect, test } from '../fixtures/test';

const handOver = (email: string) => ({ customer: { email, name: 'Pia Sent' }, text: 'I want a human' });

test('who looks at a conversation and who writes in it is seen in list and header, until they leave', async ({
  api,
  deskOf,
}) => {
  const { id } = await api.tell(handOver('presence@journeys.example'));
  const [nora, sam] = await Promise.all([deskOf('nora'), deskOf('sam')]);
  await Promise.all([nora.open(id), sam.open(id)]);
  const header = sam.conversation.getByRole('img', { name: 'Nora is looking at it' });
  await expect(header).toBeVisible();
  await expect(sam.row(id)).toContainText('Nora is looking at it');

  await nora.take();
  await nora.reply.pressSequentially('Let me have a look');
  await expect(sam.conversation.getByRole('status').filter({ hasText: 'Nora is writing' })).toBeVisible();
  await expect(sam.row(id)).toContainText('Nora is writing');

  await nora.view('solved');
  await expect(sam.row(id)).not.toContainText('Nora is');
  await expect(sam.conversation.getByRole('img', { name: /^Nora is/ })).toHaveCount(0);
});

test('before two people answer at once one is asked, and keeps what one wrote', async ({ api, deskOf }) => {
  const { id } = await api.tell(handOver('collision@journeys.example'));
  const [nora, sam] = await Promise.all([deskOf('nora'), deskOf('sam')]);
  await sam.open(id);
  await sam.take();
  await expect.poll(async () => (await api.read(id)).holder).toBe('agent');
  // Her own browser is not at it: what it would say is said for it, and holds for 25 seconds.
  const beat = (data: object) => nora.page.request.post('/api/inbox/presence', { data });
  await beat({ conversationId: id, typing: true });
  await expect(sam.conversation.getByText('Nora is writing')).toBeVisible();

  await sam.reply.fill('Your new pole is on its way.');
  await sam.composer.getByRole('button', { name: 'Send', exact: true }).click();
  const asked = sam.page.getByRole('dialog', { name: 'Somebody is writing here too' });
  await expect(asked).toContainText('Nora is writing here too.');
  await asked.getByRole('button', { name: 'Keep writing' }).click();
  await expect(asked).toHaveCount(0);
  await expect(sam.reply).toHaveValue('Your new pole is on its way.');
  expect((await api.read(id)).messages.filter(({ author }) => author === 'agent')).toEqual([]);

  await sam.composer.getByRole('button', { name: 'Send', exact: true }).click();
  await asked.getByRole('button', { name: 'Send anyway' }).click();
  await expect(sam.log).toContainText('Your new pole is on its way.');
  await expect(sam.reply).toHaveValue('');
});

test('a change the server does not take is taken back, and says so', async ({ api, deskOf, faults }) => {
  faults.allow(/Failed to load resource|Failed to fetch/);
  const { id } = await api.tell(handOver('rollback@journeys.example'));
  const desk = await deskOf('nora');
  await desk.open(id);
  const broken = (url: URL) => url.pathname.startsWith('/inbox/');
  await desk.page.route(broken, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await desk.composer.getByRole('button', { name: 'Take it' }).click();
  await expect(desk.page.getByText('It was not taken')).toBeVisible();
  await expect(desk.composer.getByRole('button', { name: 'Take it' })).toBeVisible();
  await expect(desk.reply).toHaveCount(0);
  await desk.page.unroute(broken);
  await desk.take();
});
