import { expect, test } from '../fixtures/test';

/** What ten people want a person for, whom the assistant passes on at once. */
const wanted = [
  'kayaks',
  'snowshoes',
  'hip flasks',
  'old stoves',
  'ropes',
  'scouts',
  'tents',
  'a trail run',
  'a job',
  'wax',
].map((about) => `I want to talk to a person about ${about}.`);

test('a whole shift of ten conversations without touching the mouse', async ({ api, deskOf }, { retry }) => {
  test.slow();
  // Another one each time: what an earlier try left would stand among these.
  const team = retry === 0 ? 'Tilda Shift' : `Tilda Shift ${retry}`;
  const ids: string[] = [];
  for (const [index, text] of wanted.entries()) {
    const customer = { email: `shift-${retry}-${index}@journeys.example`, name: team };
    ids.push((await api.tell({ customer, text })).id);
  }
  const desk = await deskOf('nora');
  const { page, composer, reply, log } = desk;
  const { keyboard } = page;
  const note = composer.getByRole('textbox', { name: 'Note' });
  await page.goto(`/inbox/needs-me?q=${encodeURIComponent(`customer:"${team}"`)}`);
  await expect(desk.row(ids[9]!)).toBeVisible();

  const shows = async (index: number) => {
    await expect(page).toHaveURL(new RegExp(ids[index]!));
    await expect(log).toContainText(wanted[index]!);
  };
  const next = async (index: number) => {
    await keyboard.press('j');
    await shows(index);
  };
  const take = async () => {
    await keyboard.press('i');
    await expect(reply).toBeVisible();
  };
  const write = async (text: string) => {
    await keyboard.press('r');
    await expect(reply).toBeFocused();
    await keyboard.type(text);
  };

  // 1: answered and solved in one go.
  await next(0);
  await take();
  await write('We do: the Fjord Two takes both of you and the dog.');
  await keyboard.press('Control+Shift+Enter');
  await expect(composer.getByText('Solved. To write, reopen it.')).toBeVisible();

  // 2: answered, then solved, and on to the next at once.
  await next(1);
  await take();
  await write('From Friday noon to Monday noon, in both shops.');
  await keyboard.press('Control+Enter');
  await expect(reply).toHaveValue('');
  await keyboard.press('Escape');
  await keyboard.press('Shift+E');
  await shows(2);

  // 3: out of sight until the customer replies.
  await take();
  await keyboard.press('h');
  await expect(page.getByRole('menuitem', { name: 'When Tilda replies' })).toBeVisible();
  await keyboard.press('4');
  await expect(log).toContainText('snoozed it until the customer replies');

  // 4: labelled, found by typing its name.
  await next(3);
  await keyboard.press('l');
  await expect(page.getByRole('combobox', { name: 'Label' })).toBeFocused();
  await keyboard.type('prai');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Label' })).toHaveCount(0);
  await expect(desk.conversation.getByText('praise', { exact: true }).first()).toBeVisible();

  // 5: a note for whoever comes next; it stays with us.
  await next(4);
  await keyboard.press('n');
  await expect(note).toBeFocused();
  await keyboard.type('Asked the workshop, they answer by noon.');
  await keyboard.press('Control+Enter');
  await expect(log.getByText('Asked the workshop, they answer by noon.')).toBeVisible();
  await keyboard.press('Escape');

  // 6: given to a colleague by name.
  await next(5);
  await keyboard.press('a');
  await expect(page.getByRole('menuitem', { name: 'Ines Roth' })).toBeVisible();
  await keyboard.type('ines');
  await keyboard.press('Enter');
  await expect(log).toContainText('Nora gave it to Ines');

  // 7: back to the assistant, then taken after all.
  await next(6);
  await take();
  await keyboard.press('b');
  await expect(log).toContainText('handed it back to the assistant');

  // 8: solved too early, and taken back.
  await next(7);
  await take();
  await keyboard.press('e');
  await expect(composer.getByText('Solved. To write, reopen it.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^Solved/ })).toBeVisible();
  await keyboard.press('z');
  await expect(reply).toBeVisible();

  // 9 and 10: two at once.
  await next(8);
  await keyboard.press('x');
  await keyboard.press('j');
  await keyboard.press('x');
  await expect(page.getByText('2 selected')).toBeVisible();
  await keyboard.press('e');
  await expect.poll(async () => (await api.read(ids[8]!)).state).toBe('closed');
  await expect.poll(async () => (await api.read(ids[9]!)).state).toBe('closed');

  // The end of the shift: what sleeps is there for tomorrow.
  await page.goto(`/inbox/snoozed?q=${encodeURIComponent(`customer:"${team}"`)}`);
  await expect(desk.row(ids[2]!)).toBeVisible();

  const states = await Promise.all(ids.map(async (id) => (await api.read(id)).state));
  expect(states.filter((state) => state === 'closed')).toHaveLength(4);
});
