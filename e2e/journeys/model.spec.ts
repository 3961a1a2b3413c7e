import type { OpenModel } from '../../demo/model/open-model';
import { sensible } from '../../demo/model/sensible';
import { expectAccessible } from '../fixtures/accessible';
import { setModel } from '../fixtures/model';
import { expect, test } from '../fixtures/test';

let model: OpenModel;
/** So slowly that a reader sees it grow, and within the seconds that a turn has. */
const slowly = () =>
  model.turnTo((call) =>
    call.step === 'compose' || call.step === 'draft' ? { kind: 'slow', chunkMs: 80 } : sensible(call),
  );

test.beforeAll(async ({ product }) => {
  model = await setModel(product);
  slowly();
});
test.afterAll(() => model?.close());

test('an open question is answered in words of the model, which the customer sees written', async ({ api, chatAs }) => {
  const chat = await chatAs(null);
  await chat.say('Can I take a gas stove on an airplane and how clean does it have to be?');
  const growing = chat.log.locator('[aria-busy="true"]');
  await expect(growing).toContainText('Happy to help.');
  expect(await growing.textContent()).not.toContain('without any smell');
  await expect(growing).toHaveCount(0);
  await chat.sees('completely clean, without any smell or rest of fuel.');
  await expect(chat.log.getByRole('list', { name: 'Sources' })).toContainText('Stoves and fuel on planes');
  const { holder, messages } = await api.settled(chat.conversation);
  expect(holder).toBe('assistant');
  expect(messages.filter(({ author }) => author === 'assistant')).toHaveLength(1);
});

test('an agent has a reply drafted below their own words, stops it, takes it back and sends it', async ({
  api,
  deskOf,
}) => {
  const { id } = await api.tell({
    customer: { email: 'drafted@journeys.example', name: 'Dora Drafted' },
    text: 'I want to talk to a person. Do you repair boots of other brands under the warranty?',
  });
  const desk = await deskOf('nora');
  await desk.open(id);
  await desk.take();
  const whence = desk.composer.getByRole('status').first();
  await desk.reply.fill('Hi Dora,');
  await desk.composer.getByRole('button', { name: 'Draft', exact: true }).click();
  await expect(whence).toHaveText('Writing a draft');
  await expect(desk.composer.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await expect(desk.reply).toHaveValue(/^Hi Dora,\n\nHappy to help\. \S/);
  await expect(whence).toHaveText('Drafted');
  await expect(desk.composer.getByRole('list', { name: 'Sources of the draft' })).toContainText('Warranty');
  await expectAccessible(desk.page);
  await desk.reply.press('ControlOrMeta+z');
  await expect(desk.reply).toHaveValue('Hi Dora,');

  // By key, and stopped: what stands there by then stays.
  await desk.reply.press('Escape');
  await desk.page.keyboard.press('d');
  await expect(desk.reply).toHaveValue(/Happy to help\. \S/);
  await desk.reply.press('Escape');
  await expect(whence).toHaveText(/^Drafted/);
  await expect(desk.reply).toHaveValue(/^Hi Dora,\n\nHappy to help\./);
  const text = await desk.reply.inputValue();
  await desk.composer.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(desk.reply).toHaveValue('');
  await expect(desk.composer.getByRole('list', { name: 'Sources of the draft' })).toHaveCount(0);
  await expect.poll(async () => (await api.read(id)).messages.at(-1)?.text).toBe(text);
});

test('a model that breaks off leaves the agent’s words as they were, and says so', async ({ api, deskOf, faults }) => {
  faults.allow(/503/);
  const { id } = await api.tell({
    customer: { email: 'broken-off@journeys.example', name: 'Bela Broken' },
    text: 'I want to talk to a person. Do you repair boots of other brands under the warranty?',
  });
  model.turnTo((call) =>
    call.step === 'draft'
      ? {
          kind: 'cut',
          after: 30,
          text: 'Other brands have the warranty of their maker, which we handle for you. [p1] And then there is more of it. [p1]',
        }
      : sensible(call),
  );
  const desk = await deskOf('nora');
  await desk.open(id);
  await desk.take();
  await desk.reply.fill('Hi Bela,');
  await desk.composer.getByRole('button', { name: 'Draft', exact: true }).click();
  await expect(desk.page.getByText('The model did not answer')).toBeVisible();
  await expect(desk.reply).toHaveValue('Hi Bela,');
  slowly();
});
