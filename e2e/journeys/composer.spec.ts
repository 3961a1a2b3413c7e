import { people, setUndoSeconds } from '../fixtures/people';
import { expect, test } from '../fixtures/test';

const asksForPerson = (email: string, name = 'Wendy Writes') => ({
  customer: { email, name },
  text: 'I want to talk to a person, please.',
});

test('what one writes is there in a second browser, after a reload, and with whoever has it next', async ({
  api,
  deskOf,
}) => {
  const { id } = await api.tell(asksForPerson('kept@journeys.example'));
  const nora = await deskOf('nora');
  await nora.open(id);
  await nora.take();
  const second = await deskOf('nora');
  await second.open(id);
  await nora.reply.fill('Half a reply, write to me at perdita.void@mailbox.example');
  await expect(second.reply).toHaveValue(/^Half a reply/);
  await second.reply.press('End');
  await second.reply.pressSequentially(' or call');
  await expect(nora.reply).toHaveValue(/or call$/);
  await nora.page.reload();
  await expect(nora.reply).toHaveValue(/or call$/);

  await nora.conversation.getByRole('button', { name: /^Held by/ }).click();
  await nora.page.getByRole('menuitem', { name: people.sam.name }).click();
  const sam = await deskOf('sam');
  await sam.open(id);
  await expect(sam.composer.getByText('Nora began a reply:')).toBeVisible();
  await sam.composer.getByRole('button', { name: 'Use it' }).click();
  await expect(sam.reply).toHaveValue(/^Half a reply/);
});

test('a reply can be taken back for ten seconds, and then goes out once', async ({ product, api, deskOf }) => {
  const { id } = await api.tell(asksForPerson('undo@journeys.example'));
  await setUndoSeconds(product, ['ines'], 10);
  const ines = await deskOf('ines');
  await ines.open(id);
  await ines.take();
  await ines.reply.fill('Something hasty');
  await ines.reply.press('Control+Enter');
  await expect(ines.page.getByText(/Goes out in \d+ s/)).toBeVisible();
  await expect(ines.reply).toHaveValue('');
  await expect(ines.log.getByRole('article', { name: 'On its way' })).toContainText('Something hasty');
  await ines.reply.press('Escape');
  await ines.page.keyboard.press('z');
  await expect(ines.reply).toHaveValue('Something hasty');
  expect((await api.read(id)).messages.filter(({ author }) => author === 'agent')).toEqual([]);

  await setUndoSeconds(product, ['ines'], 5);
  await ines.reply.fill('Something better');
  await ines.reply.press('Control+Enter');
  await expect
    .poll(async () => (await api.read(id)).messages.filter(({ author }) => author === 'agent').map(({ text }) => text))
    .toEqual(['Something better']);
  await setUndoSeconds(product, ['ines'], 0);
});

test('a reply is given an hour, stands above the composer, and is taken back', async ({ api, deskOf }) => {
  const { id } = await api.tell(asksForPerson('later@journeys.example'));
  const desk = await deskOf('nora');
  await desk.open(id);
  await desk.take();
  await desk.reply.fill('Good morning from tomorrow');
  await desk.composer.getByRole('button', { name: 'Send later' }).click();
  await desk.page.getByRole('menuitem', { name: 'Tomorrow, 8:00' }).click();
  const scheduled = desk.conversation.getByRole('list', { name: 'Scheduled replies' });
  await expect(scheduled).toContainText('tomorrow at 08:00');
  await expect(desk.reply).toHaveValue('');
  await scheduled.getByRole('button', { name: 'Take back' }).click();
  await expect(desk.reply).toHaveValue('Good morning from tomorrow');
  await expect(scheduled).toHaveCount(0);
});

test('a macro fills its variables and does what it says when the reply goes out', async ({ api, deskOf }) => {
  const { id } = await api.tell(asksForPerson('macro@journeys.example', 'Mira Macro'));
  const desk = await deskOf('sam');
  await desk.page.goto('/settings/macros');
  await desk.page.getByRole('button', { name: 'New macro' }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'New macro' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Urgent goodbye');
  await dialog
    .getByRole('textbox', { name: 'Text' })
    .fill('Goodbye {{customer.first_name}}, says {{agent.first_name}}.');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('Goodbye Maya, says Sam.');
  await dialog.getByRole('combobox', { name: 'Add' }).selectOption('Set the priority');
  await dialog.getByRole('combobox', { name: 'Which' }).selectOption('Urgent');
  await dialog.getByRole('combobox', { name: 'Add' }).selectOption('Solve it');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(desk.page.getByRole('button', { name: 'Urgent goodbye' })).toBeVisible();

  await desk.open(id);
  await desk.take();
  await desk.reply.press('/');
  await desk.page.getByRole('combobox', { name: 'Find a macro' }).fill('urgent good');
  await expect(desk.page.getByRole('option', { name: 'Urgent goodbye' })).toBeVisible();
  await desk.page.keyboard.press('Enter');
  await expect(desk.reply).toHaveValue('Goodbye Mira, says Sam.');
  await expect(desk.composer.getByText('set the priority to urgent')).toBeVisible();
  await expect(desk.composer.getByText('solve it')).toBeVisible();
  await desk.reply.press('Control+Enter');
  await expect.poll(async () => (await api.read(id)).state).toBe('closed');
  expect((await api.read(id)).messages.at(-1)?.text).toBe('Goodbye Mira, says Sam.');
  await expect(desk.log).toContainText('set the priority to urgent');
});

test('a file goes to the customer’s chat, and a program does not', async ({ chatAs, deskOf }) => {
  const chat = await chatAs(null);
  await chat.askForPerson();
  const desk = await deskOf('nora');
  await desk.open(chat.conversation);
  await desk.take();
  const choose = desk.composer.getByLabel('Choose files');
  await choose.setInputFiles({
    name: 'invoice.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('\x7fELF not a pdf'),
  });
  await expect(desk.page.getByText('invoice.pdf was refused')).toBeVisible();
  await choose.setInputFiles({ name: 'sizes.csv', mimeType: 'text/csv', buffer: Buffer.from('size,feet\n44,28') });
  await expect(desk.composer.getByRole('list', { name: 'Attached files' })).toContainText('sizes.csv');
  await desk.send('Here are the sizes.');
  await expect(desk.log.getByRole('link', { name: /sizes\.csv/ })).toBeVisible();
  await chat.sees('Here are the sizes.');
  const loading = chat.page.waitForEvent('download');
  await chat.frame.getByRole('button', { name: /sizes\.csv/ }).click();
  expect((await loading).suggestedFilename()).toBe('sizes.csv');
});

test('a colleague called in a note hears of it, and the customer never sees it', async ({ api, chatAs, deskOf }) => {
  const chat = await chatAs(null);
  await chat.askForPerson();
  const nora = await deskOf('nora');
  await nora.open(chat.conversation);
  await nora.take();
  await nora.reply.fill('A reply in the making');
  await nora.reply.press('Escape');
  await nora.page.keyboard.press('n');
  const note = nora.composer.getByRole('textbox', { name: 'Note' });
  await note.pressSequentially('@Sam');
  await expect(nora.page.getByRole('option', { name: people.sam.name })).toBeVisible();
  await note.press('Enter');
  await expect(note).toHaveValue('@Sam Ortiz ');
  await note.pressSequentially('the quokka clause, please');
  await nora.composer.getByRole('button', { name: 'Add note' }).click();
  await expect(nora.log.getByText('@Sam Ortiz', { exact: true })).toHaveCSS('font-weight', '620');
  await expect(nora.reply).toHaveValue('A reply in the making');
  await nora.composer.getByRole('button', { name: 'Send', exact: true }).click();
  await chat.sees('A reply in the making');
  await expect(chat.log).not.toContainText('quokka');
  expect(JSON.stringify(await api.read(chat.conversation))).not.toContain('quokka');
});
