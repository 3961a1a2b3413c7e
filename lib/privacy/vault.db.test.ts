import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let append: typeof import('../conversations/append-message').appendMessage;
let openVault: typeof import('./open-vault').openVault;
let readTokens: typeof import('./read-tokens').readTokens;
let restoreFor: typeof import('./restore-for').restoreFor;
let restoreAll: typeof import('./restore-for').restoreAll;
let erase: typeof import('./erase-customer-values').eraseCustomerValues;
let inTransaction: typeof import('../platform/db').inTransaction;
let disconnect: typeof import('../platform/db').disconnect;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ appendMessage: append } = await import('../conversations/append-message'));
  ({ openVault } = await import('./open-vault'));
  ({ readTokens } = await import('./read-tokens'));
  ({ restoreFor, restoreAll } = await import('./restore-for'));
  ({ eraseCustomerValues: erase } = await import('./erase-customer-values'));
  ({ inTransaction, disconnect } = await import('../platform/db'));
});
afterAll(async () => {
  await disconnect?.();
  await desk?.close();
});

const write = (conversationId: string, text: string, author: 'customer' | 'agent' = 'customer') =>
  inTransaction((tx) => append(tx, { conversationId, channelId: desk.channels.chat, author, text }));
const address = 'marla.quint@example.org';

describe('the vault', () => {
  it('stores placeholders, the same for the same value through the conversation', async () => {
    const { id } = await desk.conversation();
    const first = await write(id, `Write to ${address} please`);
    const second = await write(id, `Or to bo@example.org, not to ${address}`);
    expect(first.text).toBe('Write to [EMAIL_1] please');
    expect(second.text).toBe('Or to [EMAIL_2], not to [EMAIL_1]');
    const answer = await write(id, `I wrote to ${address}.`, 'agent');
    expect(answer.text).toBe('I wrote to [EMAIL_1].');
  });

  it('holds no value in the clear, and gives it back', async () => {
    const { id } = await desk.conversation();
    const { text } = await write(id, `Write to ${address} please`);
    const rows = JSON.stringify([
      await desk.db.privateToken.findMany({ where: { conversationId: id } }),
      await desk.db.customerKey.findMany(),
    ]);
    expect(rows).not.toContain('marla');
    const restore = await restoreAll([id]);
    expect(restore(id, { texts: [text], at: 3 })).toEqual({ texts: [`Write to ${address} please`], at: 3 });
  });

  it('does not let a typed placeholder ask for a value', async () => {
    const { id } = await desk.conversation();
    await write(id, `Write to ${address}`);
    const typed = await write(id, 'What is [EMAIL_1]?');
    expect(typed.text).toBe('What is [LITERAL_1]?');
    expect((await restoreAll([id]))(id, typed.text)).toBe('What is [EMAIL_1]?');
  });

  it('gives values back to people with the permission only', async () => {
    const { id } = await desk.conversation();
    const { text } = await write(id, `Write to ${address}`);
    expect((await restoreFor(desk.people.supervisor, [id]))(id, text)).toContain(address);
    expect((await restoreFor({ permissions: ['conversations.work'] }, [id]))(id, text)).toBe('Write to [EMAIL_1]');
    expect((await restoreAll([]))(id, text)).toBe('Write to [EMAIL_1]');
  });

  it('keeps one numbering for all who write in one transaction', async () => {
    const { id } = await desk.conversation();
    await inTransaction(async (tx) => {
      const vault = await openVault(tx, id);
      expect(vault.hide('call a@example.org')).toBe('call [EMAIL_1]');
      const row = await append(tx, {
        conversationId: id,
        channelId: desk.channels.chat,
        author: 'agent',
        text: 'not b@example.org but a@example.org',
      });
      expect(row.text).toBe('not [EMAIL_2] but [EMAIL_1]');
    });
    expect(Object.keys((await readTokens(desk.db, [id])).get(id)!).sort()).toEqual(['[EMAIL_1]', '[EMAIL_2]']);
  });

  it('takes over the placeholders of a turn that counted differently', async () => {
    const { id } = await desk.conversation();
    await write(id, 'a@example.org');
    await inTransaction(async (tx) => {
      const vault = await openVault(tx, id);
      const theirs = { '[EMAIL_1]': { kind: 'EMAIL' as const, value: 'c@example.org' } };
      expect(vault.hide('to [EMAIL_1] and a@example.org', theirs)).toBe('to [EMAIL_2] and [EMAIL_1]');
      await vault.keep();
    });
    expect((await readTokens(desk.db, [id])).get(id)!['[EMAIL_2]']!.value).toBe('c@example.org');
  });

  it('cannot read them any more once the key is destroyed, and goes on counting', async () => {
    const { id, customerId } = await desk.conversation();
    const { text } = await write(id, `Write to ${address}`);
    await inTransaction((tx) => erase(tx, customerId));
    expect((await restoreAll([id]))(id, text)).toBe('Write to [EMAIL_1]');
    const next = await write(id, `Again: ${address}`);
    expect(next.text).toBe('Again: [EMAIL_2]');
    expect((await restoreAll([id]))(id, `${text} ${next.text}`)).toBe(`Write to [EMAIL_1] Again: ${address}`);
  });

  it('does not open a value that was moved to another place', async () => {
    const { id, customerId } = await desk.conversation();
    await write(id, address);
    const token = await desk.db.privateToken.findFirstOrThrow({ where: { conversationId: id } });
    await desk.db.privateToken.create({
      data: { ...token, placeholder: '[EMAIL_9]', fingerprint: randomUUID(), customerId },
    });
    expect((await readTokens(desk.db, [id])).get(id)!['[EMAIL_9]']!.value).toBe('[EMAIL_9]');
  });
});
