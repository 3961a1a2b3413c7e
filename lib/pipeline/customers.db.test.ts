import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonActor, permissionsOf } from '../auth/permissions';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let receive: typeof import('./receive-message').receiveMessage;
let merging: typeof import('../conversations/merge-customers');
let keeping: typeof import('../conversations/keep-customer');
let forgetting: typeof import('../conversations/forget-customer');
let viewing: typeof import('../conversations/view-customer');
let list: typeof import('../conversations/list-customers').listCustomers;
let restoreAll: typeof import('../privacy/restore-for').restoreAll;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ receiveMessage: receive } = await import('./receive-message'));
  merging = await import('../conversations/merge-customers');
  keeping = await import('../conversations/keep-customer');
  forgetting = await import('../conversations/forget-customer');
  viewing = await import('../conversations/view-customer');
  ({ listCustomers: list } = await import('../conversations/list-customers'));
  ({ restoreAll } = await import('../privacy/restore-for'));
});
afterAll(() => desk?.close());

const kinds = ['conversation', 'note', 'consent', 'merge'] as const;
const secret = () => `${randomUUID().slice(0, 8)}@secret.example`;
const sam = () => desk.people.supervisor;
const unseeing = (person: PersonActor): PersonActor => ({
  ...person,
  permissions: ['conversations.work', 'conversations.see_all'],
});

/** A customer who wrote in, with a value in the text that is sealed. */
async function writer(more: { text?: string; conversationId?: string; email?: string } = {}) {
  const email = more.email ?? `${randomUUID()}@writer.example`;
  const hidden = secret();
  const got = await receive({
    channelId: desk.channels.api,
    identities: [{ kind: 'email', value: email, verified: true }],
    name: 'Ada Writer',
    verified: true,
    text: more.text ?? `Please write to ${hidden}`,
    conversationId: more.conversationId,
  });
  return { ...got, email, hidden };
}
const textsOf = async (conversationId: string) => {
  const rows = await desk.db.message.findMany({ where: { conversationId }, orderBy: { createdAt: 'asc' } });
  const restore = await restoreAll([conversationId]);
  return rows.map((row) => restore(conversationId, row.text));
};
const ownersOfTokens = async (conversationId: string) =>
  (await desk.db.privateToken.findMany({ where: { conversationId } })).map((token) => token.customerId);
const everything = async () => {
  const tables = await desk.db.$queryRaw<
    { name: string }[]
  >`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  const all = await Promise.all(
    tables.map(({ name }) => desk.db.$queryRawUnsafe(`SELECT row_to_json(t)::text AS row FROM "${name}" t`)),
  );
  return JSON.stringify(all);
};

describe('merging two customers', () => {
  it('moves everything over, readable and under one key, and takes it back', async () => {
    const [from, into] = [await writer(), await writer()];
    await keeping.addNote(sam(), { customerId: from.customerId, text: 'Likes to be called Addie' });
    const preview = await merging.previewMerge(sam(), { fromId: from.customerId, intoId: into.customerId });
    expect(preview).toMatchObject({ identities: [from.email], conversations: 1, notes: 1, stopped: null });
    const { mergeId } = await merging.mergeCustomers(sam(), { fromId: from.customerId, intoId: into.customerId });

    expect((await textsOf(from.conversationId))[0]).toContain(from.hidden);
    expect(new Set(await ownersOfTokens(from.conversationId))).toEqual(new Set([into.customerId]));
    const seen = await viewing.viewCustomer(sam(), into.customerId);
    expect(seen.identities.map(({ value }) => value).sort()).toEqual([from.email, into.email].sort());
    expect(seen).toMatchObject({ conversations: 2, merges: [{ id: mergeId }] });
    const { entries } = await viewing.readTimeline(sam(), into.customerId, { kinds: [...kinds], limit: 30 });
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['conversation', 'conversation', 'merge', 'note']);
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'note', text: 'Likes to be called Addie' }));

    // Whoever writes from the old address is the one customer, in the conversation they know.
    const again = await writer({ email: from.email, conversationId: from.conversationId });
    expect(again.customerId).toBe(into.customerId);
    expect((await writer({ email: from.email })).customerId).toBe(into.customerId);
    expect(await desk.db.conversation.count({ where: { customerId: from.customerId } })).toBe(0);

    await merging.undoMerge(sam(), mergeId);
    expect((await viewing.viewCustomer(sam(), from.customerId)).identities.map(({ value }) => value)).toEqual([
      from.email,
    ]);
    expect(new Set(await ownersOfTokens(from.conversationId))).toEqual(new Set([from.customerId]));
    expect(await textsOf(from.conversationId)).toEqual([
      expect.stringContaining(from.hidden),
      expect.stringContaining(again.hidden),
    ]);
    await expect(merging.undoMerge(sam(), mergeId)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('never leaves a message with who was merged away, while both write and are merged', async () => {
    for (let round = 0; round < 5; round++) {
      const [from, into] = [await writer(), await writer()];
      const [merged, ...written] = await Promise.allSettled([
        merging.mergeCustomers(sam(), { fromId: from.customerId, intoId: into.customerId }),
        ...Array.from({ length: 6 }, (_, count) => writer({ email: count % 2 ? from.email : into.email })),
      ]);
      expect([merged, ...written].filter((one) => one.status === 'rejected')).toEqual([]);
      expect(await desk.db.conversation.count({ where: { customerId: from.customerId } })).toBe(0);
      expect(await desk.db.identity.count({ where: { customerId: from.customerId } })).toBe(0);
      expect(await desk.db.conversation.count({ where: { customerId: into.customerId } })).toBe(8);
    }
  });

  it('is refused where they cannot be one person, and to who does not see them whole', async () => {
    const [one, other] = [await desk.customer(randomUUID()), await desk.customer(randomUUID())];
    const pair = { fromId: one.id, intoId: other.id };
    await expect(merging.mergeCustomers(sam(), pair)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('account'),
    });
    const [a, b, c] = [await writer(), await writer(), await writer()];
    await merging.mergeCustomers(sam(), { fromId: a.customerId, intoId: b.customerId });
    await expect(merging.mergeCustomers(sam(), { fromId: a.customerId, intoId: c.customerId })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(merging.mergeCustomers(sam(), { fromId: c.customerId, intoId: a.customerId })).rejects.toMatchObject({
      code: 'conflict',
    });
    const narrow = {
      ...desk.people.agents[0],
      teamIds: [],
      permissions: [...permissionsOf('agent', null), 'customers.merge'] as const,
    };
    await desk.db.conversation.updateMany({
      where: { customerId: c.customerId },
      data: { teamId: desk.teams.billing },
    });
    await expect(merging.mergeCustomers(narrow, { fromId: c.customerId, intoId: b.customerId })).rejects.toMatchObject({
      code: 'not_found',
    });
    await desk.conversation({ customerId: c.customerId });
    await expect(merging.mergeCustomers(narrow, { fromId: c.customerId, intoId: b.customerId })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('other teams'),
    });
  });

  it('of the same two both ways round at once happens once', async () => {
    const [a, b] = [(await writer()).customerId, (await writer()).customerId];
    const tries = await Promise.allSettled([
      merging.mergeCustomers(sam(), { fromId: a, intoId: b }),
      merging.mergeCustomers(desk.people.admin, { fromId: b, intoId: a }),
    ]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(tries.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict' });
  });
});

describe('splitting one identity off', () => {
  it('makes a customer of their own with what goes along, and leaves the rest', async () => {
    const mine = await writer();
    await keeping.addIdentity(sam(), { customerId: mine.customerId, kind: 'phone', value: '+12085550199' });
    const theirs = await writer({ email: mine.email });
    const phone = (await viewing.viewCustomer(sam(), mine.customerId)).identities.find(({ kind }) => kind === 'phone')!;
    const stranger = await writer();
    const going = { identityId: phone.id, name: 'Bo Winter' };
    await expect(
      merging.splitIdentity(sam(), { ...going, conversationIds: [stranger.conversationId] }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const { customerId } = await merging.splitIdentity(sam(), { ...going, conversationIds: [theirs.conversationId] });
    expect(await viewing.viewCustomer(sam(), customerId)).toMatchObject({ name: 'Bo Winter', conversations: 1 });
    expect(await viewing.viewCustomer(sam(), mine.customerId)).toMatchObject({
      conversations: 1,
      identities: [{ kind: 'email' }],
    });
    expect((await textsOf(theirs.conversationId))[0]).toContain(theirs.hidden);
    const last = (await viewing.viewCustomer(sam(), mine.customerId)).identities[0]!;
    await expect(
      merging.splitIdentity(sam(), { identityId: last.id, name: 'X', conversationIds: [] }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('what is kept of a customer', () => {
  it('is sealed, hidden from who may not see it, and never holds card data', async () => {
    const { customerId } = await writer();
    const text = `Calls from ${secret()} about card 4242 4242 4242 4242`;
    const { noteId } = await keeping.addNote(desk.people.agents[0], { customerId, text });
    const stored = await desk.db.customerNote.findUniqueOrThrow({ where: { id: noteId } });
    expect(JSON.stringify(stored)).not.toContain('secret.example');
    const page = { kinds: ['note'] as ['note'], limit: 5 };
    const [shown] = (await viewing.readTimeline(sam(), customerId, page)).entries;
    expect(shown).toMatchObject({ kind: 'note', text: expect.stringContaining('secret.example') });
    expect(JSON.stringify(shown)).not.toContain('4242 4242');
    expect((await viewing.readTimeline(unseeing(sam()), customerId, page)).entries).toMatchObject([{ text: null }]);
    expect((await viewing.viewCustomer(unseeing(sam()), customerId)).identities).toMatchObject([{ value: 'hidden' }]);
    await expect(keeping.deleteNote(desk.people.agents[1], noteId)).rejects.toMatchObject({ code: 'forbidden' });
    await keeping.deleteNote(desk.people.agents[0], noteId);
    expect((await viewing.readTimeline(sam(), customerId, page)).entries).toEqual([]);
  });

  it('is what was said last of each purpose, with all that was said before', async () => {
    const { customerId } = await writer();
    const say = (granted: boolean) =>
      keeping.setConsent(sam(), { customerId, purpose: 'research', granted, source: 'phone' });
    await say(true);
    await say(false);
    const { consent } = await viewing.viewCustomer(sam(), customerId);
    expect(consent).toContainEqual(expect.objectContaining({ purpose: 'research', granted: false, by: sam().name }));
    expect(consent).toContainEqual(expect.objectContaining({ purpose: 'marketing_sms', granted: null }));
    expect((await viewing.readTimeline(sam(), customerId, { kinds: ['consent'], limit: 5 })).entries).toHaveLength(2);
    await expect(
      keeping.setConsent(sam(), { customerId, purpose: 'anything', granted: true, source: 'form' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tells whose an address is already, to who may see that customer only', async () => {
    const [mine, theirs] = [await writer(), await writer()];
    const take = (person: PersonActor) =>
      keeping.addIdentity(person, { customerId: mine.customerId, kind: 'email', value: theirs.email });
    await expect(take(sam())).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Ada Writer'),
    });
    await desk.db.conversation.updateMany({
      where: { customerId: theirs.customerId },
      data: { teamId: desk.teams.billing },
    });
    const outsider = desk.people.agents.find(({ teamIds }) => !teamIds.includes(desk.teams.billing!))!;
    await expect(take(outsider)).rejects.toMatchObject({ message: 'value: it belongs to another customer.' });
    await expect(viewing.viewCustomer(outsider, theirs.customerId)).rejects.toMatchObject({ code: 'not_found' });
    expect((await list(outsider, { q: theirs.email, limit: 5 })).rows).toEqual([]);
  });
});

describe('the timeline and the list', () => {
  it('give each once, in order, whatever the size of a page, and count what is elsewhere', async () => {
    const { customerId, email } = await writer();
    for (let count = 0; count < 4; count++) await writer({ email });
    for (let count = 0; count < 3; count++) await keeping.addNote(sam(), { customerId, text: `Note ${count}` });
    const whole = (await viewing.readTimeline(sam(), customerId, { kinds: [...kinds], limit: 50 })).entries;
    expect(whole).toHaveLength(8);
    for (const limit of [1, 3, 7]) {
      const paged = [];
      for (let after: string | undefined; ; ) {
        const page = await viewing.readTimeline(sam(), customerId, { kinds: [...kinds], limit, after });
        paged.push(...page.entries);
        if (!page.next) break;
        after = page.next;
      }
      expect(paged).toEqual(whole);
    }
    const outsider = desk.people.agents.find(({ teamIds }) => !teamIds.includes(desk.teams.billing!))!;
    const two = whole
      .filter(({ kind }) => kind === 'conversation')
      .slice(0, 2)
      .map(({ id }) => id);
    await desk.db.conversation.updateMany({ where: { id: { in: two } }, data: { teamId: desk.teams.billing } });
    expect(await viewing.viewCustomer(outsider, customerId)).toMatchObject({ conversations: 3, elsewhere: 2 });
    const seen = (await viewing.readTimeline(outsider, customerId, { kinds: ['conversation'], limit: 50 })).entries;
    expect(seen).toHaveLength(3);
    expect(seen.some(({ id }) => two.includes(id))).toBe(false);
  });

  it('lists who was last in contact first, each once, page by page, and finds by a part', async () => {
    const written = [await writer(), await writer(), await writer()];
    await writer({ email: written[0]!.email });
    const all: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await list(sam(), { limit: 4, after });
      all.push(...page.rows.map(({ id }) => id));
      if (!page.next) break;
      after = page.next;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all.slice(0, 3)).toEqual([written[0], written[2], written[1]].map((one) => one!.customerId));
    const { rows } = await list(sam(), { q: written[1]!.email.slice(0, 20).toUpperCase(), limit: 5 });
    expect(rows).toMatchObject([{ id: written[1]!.customerId, reach: written[1]!.email, conversations: 1 }]);
    expect((await list(unseeing(sam()), { q: written[1]!.email, limit: 5 })).rows).toEqual([]);
  });
});

describe('forgetting a customer', () => {
  it('leaves nothing that tells who it was, of those merged into them neither, in any table', async () => {
    const [from, into] = [await writer(), await writer()];
    await keeping.addNote(sam(), { customerId: from.customerId, text: `Reach her at ${from.hidden}` });
    await merging.mergeCustomers(sam(), { fromId: from.customerId, intoId: into.customerId });
    const forget = (name: string) => forgetting.forgetCustomer(sam(), { customerId: into.customerId, name });
    await expect(forget('Ada Writer')).rejects.toMatchObject({ code: 'conflict' });
    await desk.db.conversation.updateMany({ where: { customerId: into.customerId }, data: { state: 'closed' } });
    await expect(forget('Somebody else')).rejects.toMatchObject({ code: 'invalid' });
    expect(JSON.stringify(await forgetting.exportCustomer(sam(), into.customerId))).toContain(from.hidden);
    await expect(forgetting.exportCustomer(unseeing(sam()), into.customerId)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const action = {
      ...{ key: randomUUID(), conversationId: from.conversationId, customerId: from.customerId },
      ...{ connectorKey: 'shop', tool: 'addresses.change', says: `Write to ${from.hidden}`, subject: from.hidden },
      ...{ args: { email: from.hidden }, facts: { email: from.hidden }, result: { email: from.hidden } },
    };
    const { id } = await desk.db.action.create({ data: { ...action, amountCents: 900, status: 'waiting_approval' } });
    await expect(forget('Ada Writer')).rejects.toMatchObject({ code: 'conflict' });
    await desk.db.action.update({ where: { id }, data: { status: 'succeeded' } });
    await forget('Ada Writer');
    expect(await desk.db.action.findUnique({ where: { id } })).toMatchObject({
      ...{ tool: 'addresses.change', status: 'succeeded', amountCents: 900, args: {}, subject: null },
    });
    for (const { conversationId, hidden } of [from, into]) {
      const [text] = await textsOf(conversationId);
      expect(text).not.toContain(hidden);
      expect(text).toContain('[EMAIL_1]');
    }
    const rest = await everything();
    for (const told of [from.email, into.email, from.hidden, into.hidden]) expect(rest).not.toContain(told);
    expect(await desk.db.customerKey.count({ where: { customerId: { in: [from.customerId, into.customerId] } } })).toBe(
      0,
    );
    expect(await desk.db.auditEntry.count({ where: { action: 'customer.forget', subjectId: into.customerId } })).toBe(
      1,
    );
    // The same address is a stranger's from now on.
    expect((await writer({ email: from.email })).customerId).not.toBe(into.customerId);
    await expect(keeping.addNote(sam(), { customerId: into.customerId, text: 'x' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
