import { expect, test } from '../fixtures/test';

test('what one person does is in the other’s browser within a second', async ({ api, deskOf }, info) => {
  const { id } = await api.tell({
    customer: { email: 'live@journeys.example', name: 'Liv Ager' },
    text: 'I want a human',
  });
  const [nora, sam] = await Promise.all([deskOf('nora'), deskOf('sam')]);
  await Promise.all([nora.open(id), sam.open(id)]);
  await nora.take();
  // Her own desk shows it before the server has agreed; the second begins when it has.
  await expect.poll(async () => (await api.read(id)).holder, { intervals: [20] }).toBe('agent');
  const taken = performance.now();
  await expect(sam.composer.getByText('Nora has this')).toBeVisible({ timeout: 1_000 });
  const takenMs = Math.round(performance.now() - taken);

  await nora.send('We will send you a new pole today.');
  const sent = performance.now();
  await expect(sam.log).toContainText('We will send you a new pole today.', { timeout: 1_000 });
  const replyMs = Math.round(performance.now() - sent);

  await api.say({ customer: { email: 'live@journeys.example' }, text: 'Thank you, that helps', conversation: id });
  const stored = performance.now();
  await Promise.all(
    [nora, sam].map((desk) => expect(desk.log).toContainText('Thank you, that helps', { timeout: 1_000 })),
  );
  const messageMs = Math.round(performance.now() - stored);
  info.annotations.push({
    type: 'live',
    description: `taken ${takenMs} ms, a reply ${replyMs} ms, a customer’s message ${messageMs} ms after it was stored`,
  });

  await nora.conversation.getByRole('button', { name: /^Solve/ }).click();
  await expect.poll(async () => (await api.read(id)).state, { intervals: [20] }).toBe('closed');
  await expect(sam.conversation.getByText('Solved', { exact: true })).toBeVisible({ timeout: 1_000 });
});
