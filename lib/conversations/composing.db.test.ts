import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let macros: typeof import('./save-macro');
let listMacros: typeof import('./list-macros').listMacros;
let writeNote: typeof import('./write-message').writeNote;
let view: typeof import('./view-conversation').viewConversation;
let add: typeof import('./add-attachment').addAttachment;
let read: typeof import('./read-attachment').readAttachment;
let sendReply: typeof import('./send-reply').sendReply;
let hold: typeof import('./hold-conversation');

beforeAll(async () => {
  desk = await openTestDatabase();
  macros = await import('./save-macro');
  ({ listMacros } = await import('./list-macros'));
  ({ writeNote } = await import('./write-message'));
  ({ viewConversation: view } = await import('./view-conversation'));
  ({ addAttachment: add } = await import('./add-attachment'));
  ({ readAttachment: read } = await import('./read-attachment'));
  ({ sendReply } = await import('./send-reply'));
  hold = await import('./hold-conversation');
  await desk.db.person.updateMany({ data: { preferences: { undoSeconds: 0 } } });
});
afterAll(() => desk?.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const refused = { shared: false, teamId: null, actions: [] };

describe('macros', () => {
  it('are one’s own, a team’s or everybody’s; sharing is for who arranges the desk', async () => {
    const { supervisor, agents } = desk.people;
    const [ines, kofi] = agents;
    const make = (person: typeof ines, name: string, more: object) =>
      macros.saveMacro(person, null, { name, text: 'Hello', ...refused, ...more });
    await make(ines, 'mine', {});
    await make(supervisor, 'for all', { shared: true });
    await make(supervisor, 'for billing', { shared: true, teamId: desk.teams.billing });
    await expect(make(ines, 'not mine to share', { shared: true })).rejects.toMatchObject({ code: 'forbidden' });
    const names = async (person: typeof ines) => (await listMacros(person)).map(({ name }) => name).sort();
    expect(await names(ines)).toEqual(['for all', 'mine']);
    expect(await names(kofi)).toEqual(['for all', 'for billing']);
    const forAll = (await listMacros(ines)).find(({ name }) => name === 'for all')!;
    expect(forAll.mine).toBe(false);
    await expect(macros.archiveMacro(ines, forAll.id)).rejects.toMatchObject({ code: 'forbidden' });
    await macros.archiveMacro(supervisor, forAll.id);
    expect(await names(ines)).toEqual(['mine']);
  });

  it('do several things at once, fill variables in notes, and say what was not possible', async () => {
    const { supervisor } = desk.people;
    const label = await desk.db.label.create({ data: { name: 'late', hue: 20 } });
    const gone = '00000000-0000-4000-8000-000000000000';
    const { id: conversationId } = await desk.conversation({ holder: 'queue', priority: 3 });
    const { id: macroId } = await macros.saveMacro(supervisor, null, {
      name: 'does things',
      text: '',
      shared: false,
      teamId: null,
      actions: [{ kind: 'solve' }],
    });
    const { undone } = await macros.useMacro(supervisor, {
      macroId,
      conversationId,
      actions: [
        { kind: 'solve' },
        { kind: 'priority', priority: 1 },
        { kind: 'label', labelId: label.id, name: 'late' },
        { kind: 'assign_team', teamId: gone, name: 'nobody' },
        { kind: 'note', text: 'Looked at by {{agent.first_name}}' },
      ],
    });
    expect(undone).toEqual(['There is no such team.']);
    expect(await desk.db.conversation.findUnique({ where: { id: conversationId } })).toMatchObject({
      state: 'closed',
      priority: 1,
      labelIds: [label.id],
    });
    const notes = (await view(supervisor, conversationId)).messages.filter(({ kind }) => kind === 'note');
    expect(notes.map(({ text }) => text)).toEqual([`Looked at by ${supervisor.name.split(' ')[0]}`]);
    expect((await desk.db.macro.findUnique({ where: { id: macroId } }))?.uses).toBe(1);
  });
});

describe('a note', () => {
  it('calls a colleague who may see it, and nobody else', async () => {
    const { admin, supervisor, agents } = desk.people;
    const [ines] = agents;
    const { id } = await desk.conversation({ holder: 'queue', teamId: desk.teams.billing });
    await writeNote(admin, { conversationId: id, text: `@${supervisor.name} and @${ines.name}: look please` });
    const heard = await desk.db.notification.findMany({ where: { conversationId: id, kind: 'mentioned' } });
    expect(heard.map(({ personId }) => personId)).toEqual([supervisor.id]);
    const [note] = (await view(admin, id)).messages;
    expect(note?.mentions).toEqual(expect.arrayContaining([supervisor.name]));
  });
});

describe('a file', () => {
  it('is kept sealed, goes with one message, and is read by who may see it', async () => {
    const { admin, agents } = desk.people;
    const { id } = await desk.conversation({ holder: 'queue', teamId: desk.teams.billing });
    await hold.takeConversation(admin, id);
    const file = await add(admin, id, { name: '../bill of Marla.csv', bytes: bytes('marla,12') });
    expect(file).toMatchObject({ name: 'bill of Marla.csv', type: 'text/csv', state: 'clean' });
    const row = await desk.db.attachment.findUniqueOrThrow({ where: { id: file.id } });
    expect(`${row.name}${Buffer.from(row.content).toString('utf8')}`).not.toMatch(/marla/i);
    const reply = {
      kind: 'reply' as const,
      conversationId: id,
      draftId: null,
      solve: false,
      actions: [],
      sendAt: null,
      since: null,
      anyway: false,
    };
    await sendReply(admin, { ...reply, text: '', attachmentIds: [file.id] });
    await expect(sendReply(admin, { ...reply, text: 'again', attachmentIds: [file.id] })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect((await view(admin, id)).messages.at(-1)?.attachments).toMatchObject([{ name: 'bill of Marla.csv' }]);
    expect(new TextDecoder().decode((await read(admin, file.id)).content)).toBe('marla,12');
    await expect(read(agents[0], file.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of a kind that runs is refused, whatever it calls itself, and never sent', async () => {
    const { admin } = desk.people;
    const { id } = await desk.conversation({ holder: 'queue' });
    await hold.takeConversation(admin, id);
    const program = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...new Array(60).fill(0)]);
    const file = await add(admin, id, { name: 'invoice.pdf', bytes: program });
    expect(file).toMatchObject({ state: 'refused', why: expect.stringContaining('kind of file') });
    expect((await desk.db.attachment.findUniqueOrThrow({ where: { id: file.id } })).content).toHaveLength(0);
    await expect(
      sendReply(admin, {
        kind: 'reply',
        conversationId: id,
        text: 'x',
        draftId: null,
        solve: false,
        actions: [],
        sendAt: null,
        since: null,
        anyway: false,
        attachmentIds: [file.id],
      }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });
});
