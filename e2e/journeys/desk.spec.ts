import { expect, test } from '../fixtures/test';

const handOver = (email: string) => ({ customer: { email, name: 'Toni Vale' }, text: 'I want a human' });

test('of two who take a conversation at once one gets it, and the other sees who', async ({ api, deskOf }) => {
  const { id } = await api.tell(handOver('race@journeys.example'));
  const [nora, sam] = await Promise.all([deskOf('nora'), deskOf('sam')]);
  await Promise.all([nora.open(id), sam.open(id)]);
  await Promise.all([nora, sam].map((desk) => desk.composer.getByRole('button', { name: 'Take it' }).click()));

  await expect.poll(async () => (await api.read(id)).holder).toBe('agent');
  // Each shows what they hope at once; what counts is where it comes to rest.
  const loserOf = async () => {
    const says = await Promise.all([
      nora.composer.getByText('Sam has this').isVisible(),
      sam.composer.getByText('Nora has this').isVisible(),
    ]);
    return says.filter(Boolean).length;
  };
  await expect.poll(loserOf).toBe(1);
  const [winner, loser] = (await nora.composer.getByText('Sam has this').isVisible()) ? [sam, nora] : [nora, sam];
  await expect(winner.reply).toBeVisible();
  await expect(loser.reply).toHaveCount(0);
  await expect(winner.log.getByText(/took it/)).toHaveCount(1);
});

test('a conversation that comes in shows in an open list by itself', async ({ api, deskOf }) => {
  const desk = await deskOf('nora');
  await desk.view('unassigned');
  await expect(desk.page.getByRole('link', { name: /^Unassigned/ })).toBeVisible();
  const { id } = await api.tell(handOver('incoming@journeys.example'));
  // New rows do not push those under the cursor away: they are announced, and come when asked for.
  const announced = desk.page.getByRole('button', { name: /new/ });
  await expect(desk.row(id).or(announced).first()).toBeVisible();
  if (await announced.isVisible()) await announced.click();
  await expect(desk.row(id)).toBeVisible();
});

test('works with keys only: find, take, take the draft, send, solve', async ({ api, deskOf }) => {
  const { id } = await api.tell({
    customer: { email: 'keys@journeys.example', name: 'Kim Keys' },
    text: 'Do you sell kayaks for two people and a dog?',
  });
  const desk = await deskOf('nora');
  await desk.view('unassigned');
  await expect(desk.row(id)).toBeVisible();
  await expect(async () => {
    await desk.page.keyboard.press('j');
    await expect(desk.row(id)).toHaveAttribute('aria-current', 'true', { timeout: 500 });
  }).toPass();
  await expect(desk.handoff).toBeVisible();
  await desk.page.keyboard.press('i');
  await expect(desk.reply).toBeVisible();
  await expect(desk.composer.getByRole('region', { name: 'Draft' })).toBeVisible();
  await desk.page.keyboard.press('1');
  await expect(desk.reply).not.toHaveValue('');
  await expect(desk.reply).toBeFocused();
  const draft = await desk.reply.inputValue();
  await desk.page.keyboard.press('Control+Enter');
  await expect(desk.reply).toHaveValue('');
  await expect.poll(async () => (await api.read(id)).messages.at(-1)?.text).toBe(draft.trim());
  await desk.page.keyboard.press('Escape');
  await expect(desk.reply).not.toBeFocused();
  await desk.page.keyboard.press('e');
  await expect.poll(async () => (await api.read(id)).state).toBe('closed');
});

test('letters typed into a reply are text, not shortcuts', async ({ api, deskOf }) => {
  const { id } = await api.tell(handOver('typing@journeys.example'));
  const desk = await deskOf('nora');
  await desk.open(id);
  await desk.take();
  await desk.reply.pressSequentially('be in a jinx, e1 ');
  await expect(desk.reply).toHaveValue('be in a jinx, e1 ');
  // Taking is shown before it is done.
  await expect.poll(() => api.read(id)).toMatchObject({ state: 'open', holder: 'agent' });
});
