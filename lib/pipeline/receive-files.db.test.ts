import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestChat, type TestChat } from '../channels/open-test-chat';
import { writePdf } from '../documents/pdf.fixture';
import { newId } from '../platform/ids';

let chat: TestChat;
let keep: typeof import('../channels/keep-upload').keepUpload;
let drop: typeof import('../channels/take-uploads').dropUploads;
let send: typeof import('./receive-from-chat').receiveFromChat;
let read: typeof import('../channels/read-chat').readChat;
let readFile: typeof import('../channels/read-chat-file').readChatFile;
let readGiven: typeof import('./read-given-file').readGivenFile;

beforeAll(async () => {
  chat = await openTestChat();
  ({ keepUpload: keep } = await import('../channels/keep-upload'));
  ({ dropUploads: drop } = await import('../channels/take-uploads'));
  ({ receiveFromChat: send } = await import('./receive-from-chat'));
  ({ readChat: read } = await import('../channels/read-chat'));
  ({ readChatFile: readFile } = await import('../channels/read-chat-file'));
  ({ readGivenFile: readGiven } = await import('./read-given-file'));
});
afterAll(async () => {
  await chat?.close();
});

const pdf = () => ({
  name: 'passport of Marla.pdf',
  bytes: writePdf([[{ x: 50, y: 700, text: 'Name: Marla Quint' }]]),
});
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const uploads = () => chat.platform.db().chatUpload.findMany();

describe('a file a visitor attaches', () => {
  it('is kept closed until it is sent, goes with its message once, and is theirs to read', async () => {
    const visitor = chat.visitor();
    const { id, name } = await keep(visitor, pdf());
    expect(name).toBe('passport of Marla.pdf');
    const [row] = await uploads();
    expect(Buffer.from(row!.content).includes('%PDF')).toBe(false);
    expect(Buffer.from(row!.name).includes('Marla')).toBe(false);

    const message = { text: '', clientId: newId(), files: [id], conversationId: undefined };
    const sent = await send(visitor, message);
    expect(await uploads()).toEqual([]);
    // The answer was lost on the way, and the widget tries again.
    expect(await send(visitor, message)).toEqual({ ...sent, repeated: true });

    const { messages } = await read(visitor, sent.conversationId);
    expect(messages).toMatchObject([
      { author: 'customer', text: '', files: [{ name, bytes: pdf().bytes.byteLength }] },
    ]);
    const [file] = messages[0]!.files;
    expect((await readFile(visitor, sent.conversationId, file!.id)).content).toEqual(pdf().bytes);
    expect(await readGiven(sent.conversationId, file!.id)).toEqual({
      kind: 'read',
      name,
      pages: [['Name: Marla Quint']],
    });
    const conversation = await chat.platform
      .db()
      .conversation.findUniqueOrThrow({ where: { id: sent.conversationId } });
    expect(conversation.gist).toBe('Sent a file');
  });

  it('is nobody else’s, before it is sent and after', async () => {
    const [mine, other] = [chat.visitor(), chat.visitor()];
    const { id } = await keep(mine, pdf());
    const message = (files: string[]) => ({ text: 'Hello', clientId: newId(), files, conversationId: undefined });
    await expect(send(other, message([id]))).rejects.toMatchObject({ code: 'invalid' });
    await drop(other, [id]);
    expect(await uploads()).toHaveLength(1);
    const sent = await send(mine, message([id]));
    const theirs = await send(other, message([]));
    const [file] = (await read(mine, sent.conversationId)).messages[0]!.files;
    const missing = { code: 'not_found' };
    await expect(readFile(other, sent.conversationId, file!.id)).rejects.toMatchObject(missing);
    await expect(readFile(other, theirs.conversationId, file!.id)).rejects.toMatchObject(missing);
    expect(await readGiven(theirs.conversationId, file!.id)).toMatchObject({ kind: 'unreadable' });
  });

  it.each([
    ['a.exe', bytesOf('MZ\u0000\u0000'), 'kind of file'],
    ['a.pdf', bytesOf('<html>'), 'kind of file'],
    ['a.txt', new Uint8Array(), 'empty'],
    ['a.txt', new Uint8Array(10_000_001).fill(65), '10 MB'],
  ])('is refused with a sentence, and nothing of it kept: %s (%#)', async (name, bytes, why) => {
    await expect(keep(chat.visitor(), { name, bytes })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(why),
    });
    expect(await uploads()).toEqual([]);
  });

  it('keeps its place among the others, can be taken away, and gives way to the newest of ten', async () => {
    const visitor = chat.visitor();
    const kept: string[] = [];
    for (let at = 1; at <= 12; at++)
      kept.push((await keep(visitor, { name: `${at}.txt`, bytes: bytesOf(`note ${at}`) })).id);
    const send5 = (files: string[]) =>
      send(visitor, { text: 'All', clientId: newId(), files, conversationId: undefined });
    await expect(send5([kept[0]!])).rejects.toMatchObject({ code: 'invalid', message: /not here any more/ });
    await drop(visitor, [kept[11]!]);
    await expect(send5([kept[11]!])).rejects.toMatchObject({ code: 'invalid' });
    const { conversationId } = await send5([kept[9]!, kept[2]!, kept[5]!]);
    const names = (await read(visitor, conversationId)).messages[0]!.files.map((file) => file.name);
    expect(names).toEqual(['10.txt', '3.txt', '6.txt']);
  });

  it('goes after a day', async () => {
    const { dropUnsent } = await import('../conversations/drop-unsent');
    const old = await keep(chat.visitor(), pdf());
    const young = await keep(chat.visitor(), pdf());
    const dayAgo = new Date(Date.now() - 25 * 3_600_000);
    await chat.platform.db().chatUpload.update({ where: { id: old.id }, data: { createdAt: dayAgo } });
    await dropUnsent();
    const left = (await uploads()).map(({ id }) => id);
    expect([left.includes(old.id), left.includes(young.id)]).toEqual([false, true]);
  });
});

it('comes through the API as base64, looked through first', async () => {
  const { receiveFromApi } = await import('./receive-from-api');
  const { apiMessageSchema } = await import('../channels/api.schema');
  const key = { id: newId(), scopes: ['messages:write'] } as unknown as Parameters<typeof receiveFromApi>[0];
  const message = (content: string) =>
    apiMessageSchema.parse({
      customer: { email: 'marla@post.example' },
      files: [{ name: 'passport.pdf', content }],
    });
  const { conversation, message: messageId } = await receiveFromApi(
    key,
    message(Buffer.from(pdf().bytes).toString('base64')),
  );
  const file = await chat.platform.db().attachment.findFirstOrThrow({ where: { messageId } });
  expect(await readGiven(conversation, file.id)).toMatchObject({ kind: 'read', name: 'passport.pdf' });
  await expect(receiveFromApi(key, message('PGh0bWw+'))).rejects.toMatchObject({
    message: expect.stringContaining('files.0: This kind of file'),
  });
  expect(apiMessageSchema.safeParse({ customer: { email: 'marla@post.example' } }).success).toBe(false);
});
