import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../auth/permissions';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';
import { foldWords } from './fold-words';

let desk: TestDatabase;
let search: typeof import('./search-conversations').searchConversations;
let ways: typeof import('./find-by-text');
let saved: typeof import('./saved-views');
let list: typeof import('./list-conversations').listConversations;
let append: typeof import('./append-message').appendMessage;
let inTransaction: typeof import('../platform/db').inTransaction;
let Prisma: typeof import('../platform/db').Prisma;

const ids: Record<string, string> = {};
let nora: PersonActor;
let ines: PersonActor;
let kofi: PersonActor;

beforeAll(async () => {
  desk = await openTestDatabase();
  ({ searchConversations: search } = await import('./search-conversations'));
  ways = await import('./find-by-text');
  saved = await import('./saved-views');
  ({ listConversations: list } = await import('./list-conversations'));
  ({ appendMessage: append } = await import('./append-message'));
  ({ inTransaction, Prisma } = await import('../platform/db'));
  nora = desk.people.admin as PersonActor;
  [ines, kofi] = desk.people.agents as [PersonActor, PersonActor];
  for (const [name, { data, says, customer }] of Object.entries(conversations))
    await make(name, says, data?.(), customer);
});
afterAll(() => desk?.close());

type Made = { says: string[]; customer?: string; data?: () => Record<string, unknown> };
const conversations: Record<string, Made> = {
  pole: {
    says: ['My tent pole snapped', 'The order is NL-48213, write to ada.winter@mail.example please'],
    customer: 'Maya Lindqvist',
  },
  refund: {
    says: ['I want a refund for order NL-77001'],
    data: () => ({ teamId: desk.teams.billing, priority: 1, breachedAt: new Date(Date.now() - 7_200_000) }),
  },
  refunded: {
    says: ['Was it refunded yet? Ça été remboursé déjà'],
    data: () => ({ teamId: desk.teams.orders, state: 'closed', breachedAt: new Date() }),
  },
  chinese: { says: ['我想要退款，订单还没有到'], customer: '王伟' },
  thai: { says: ['ต้องการคืนเงิน'] },
  asleep: { says: ['Later, about the refund'], data: () => ({ snoozedAt: new Date(), holder: 'queue' }) },
};

async function make(name: string, says: string[], data: Record<string, unknown> = {}, customer?: string) {
  const { id, customerId } = await desk.conversation(data);
  ids[name] = id;
  if (customer) await desk.db.customer.update({ where: { id: customerId }, data: { name: customer } });
  for (const text of says)
    await inTransaction((tx) =>
      append(tx, { conversationId: id, channelId: desk.channels.api, author: 'customer', text }),
    );
}

async function found(person: PersonActor, q: string): Promise<string[]> {
  const { hits } = await search(person, { q, limit: 20 });
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return hits.map(({ conversation }) => names.get(conversation.id)!).sort();
}

describe('searchConversations', () => {
  it.each<[string, string[]]>([
    ['snapped', ['pole']],
    ['SNAPPED tent', ['pole']],
    ['refund', ['asleep', 'refund', 'refunded']],
    ['"refund"', ['asleep', 'refund']],
    ['refund -later', ['refund', 'refunded']],
    ['"tent pole"', ['pole']],
    ['"pole tent"', []],
    ['rembourse deja', ['refunded']],
    ['NL-48213', ['pole']],
    ['48213', ['pole']],
    ['order:nl-48213', ['pole']],
    ['退款', ['chinese']],
    ['款退', []],
    ['คืนเงิน', ['thai']],
    ['maya', ['pole']],
    ['lindq', ['pole']],
    ['customer:"maya lindqvist"', ['pole']],
    ['王', ['chinese']],
    ['refund is:snoozed', ['asleep']],
    ['refund is:closed', ['refunded']],
    ['refund -is:closed', ['asleep', 'refund']],
    ['is:snoozed', ['asleep']],
    ['team:billing', ['refund']],
    ['priority:urgent refund', ['refund']],
    ['due:just-broken', ['refunded']],
    ['refund after:today', ['asleep', 'refund', 'refunded']],
    ['refund before:today', []],
    ['customer:maya refund', []],
    ['customer:maya pole', ['pole']],
    ['nothingofthesort', []],
    ['!!! ??', []],
  ])('%s', async (q, names) => expect(await found(nora, q)).toEqual(names));

  it('finds a conversation by its number, and says why', async () => {
    const { number } = await desk.db.conversation.findUniqueOrThrow({ where: { id: ids.thai! } });
    for (const q of [`#${number}`, String(number)]) {
      const { hits } = await search(nora, { q, limit: 5 });
      expect(hits[0]).toMatchObject({ conversation: { id: ids.thai }, why: 'number' });
    }
  });

  it('finds a customer by an address that no message shows, and marks the words of a match', async () => {
    const { email } = (await desk.customer()) as { email: string };
    await desk.db.identity.updateMany({ where: { value: email }, data: { value: 'far.away@elsewhere.example' } });
    const { customerId } = await desk.db.identity.findFirstOrThrow({ where: { value: 'far.away@elsewhere.example' } });
    const { id } = await desk.conversation({ customerId });
    const page = await search(nora, { q: 'elsewhere.exa', limit: 5 });
    expect(page.customers).toMatchObject([{ id: customerId, conversations: 1 }]);
    expect(page.hits).toMatchObject([{ conversation: { id }, why: 'customer' }]);
    const [hit] = (await search(nora, { q: 'snap', limit: 5 })).hits;
    expect(hit?.marked).toEqual([
      { text: 'My tent pole ', hit: false },
      { text: 'snapped', hit: true },
    ]);
  });

  it('finds no value by its text, and shows it only to whom it may be shown', async () => {
    expect((await search(nora, { q: '"ada.winter@mail.example"', limit: 5 })).hits).toEqual([]);
    const shown = async (person: PersonActor) =>
      (await search(person, { q: 'NL-48213', limit: 5 })).hits[0]?.marked.map(({ text }) => text).join('');
    expect(await shown(nora)).toContain('ada.winter@mail.example');
    const blind = { ...nora, permissions: nora.permissions.filter((one) => one !== 'privacy.reveal') };
    expect(await shown(blind)).toContain('[EMAIL_1]');
  });

  it('finds nothing of other teams, neither by words nor by number nor by customer', async () => {
    expect(await found(ines, 'refund')).toEqual(['asleep', 'refunded']);
    expect(await found(kofi, 'refund')).toEqual(['asleep', 'refund']);
    const { number, customerId } = await desk.db.conversation.findUniqueOrThrow({ where: { id: ids.refund! } });
    await desk.db.customer.update({ where: { id: customerId }, data: { name: 'Only Billing' } });
    expect(await search(ines, { q: `#${number}`, limit: 5 })).toMatchObject({ hits: [] });
    expect(await search(ines, { q: 'only billing', limit: 5 })).toMatchObject({ hits: [], customers: [] });
    expect((await search(kofi, { q: 'only billing', limit: 5 })).customers).toHaveLength(1);
  });

  it.each([
    ['team:nowhere x', /no team “nowhere”.*Billing/],
    ['label:x', /no label “x”/],
    ['agent:nobody', /no person “nobody”/],
    ['is:what', /cannot be “what”/],
  ])('says what is wrong with %s', async (q, says) => {
    await expect(search(nora, { q, limit: 5 })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(says),
    });
  });
});

describe('findByText', () => {
  const everything = () => ({
    span: { from: null, to: null },
    where: Prisma.sql`true`,
    after: null,
    limit: 50,
  });

  it('finds the same by looking up as by going back, page by page, whatever the page', async () => {
    for (const words of [`('refund':*)`, `('order')`, `('退' <-> '款')`, `('refund':*) & !('later')`]) {
      const whole = await ways.lookUp({ ...everything(), words }, Prisma.sql`"Message" m`);
      expect(whole.hits.length).toBeGreaterThan(0);
      for (const limit of [1, 2, 3]) {
        const byWay = await Promise.all(
          [
            (after: never) => ways.lookUp({ ...everything(), words, limit, after }, Prisma.sql`"Message" m`),
            (after: never) => ways.goBack({ ...everything(), words, limit, after }),
          ].map(async (way) => {
            const seen: string[] = [];
            for (let after = null as never, page = 0; page < 30; page++) {
              const { hits, next } = await way(after);
              seen.push(...hits.map(({ conversationId }) => conversationId));
              if (!next) break;
              after = next as never;
            }
            return [...new Set(seen)];
          }),
        );
        for (const seen of byWay) expect(seen).toEqual(whole.hits.map(({ conversationId }) => conversationId));
      }
    }
  });

  it('folds what is asked as the database folds what is kept', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme-composite', maxLength: 30 }),
      fc.constantFrom(
        'Größe Çok ŁÓDŹ',
        '退款abc',
        '[EMAIL_1] x',
        'São José',
        'สวัสดี ครับ',
        'ราคา ๒๕๐ บาท',
        '안녕하세요 반품',
        'Ünïcödé',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40 }), async (texts) => {
        // The database keeps no zero character, and of letters that Unicode came to know lately either may know more.
        const known = texts.map((one) =>
          one.replace(/[^\p{Script=Latin}\p{Script=Han}\p{Script=Thai}\p{Script=Hangul}\p{ASCII}]|\0/gu, ''),
        );
        const rows = await desk.db.$queryRaw<{ words: string }[]>`
          SELECT search_words(t) AS words FROM unnest(${known}::text[]) WITH ORDINALITY AS x(t, n) ORDER BY n`;
        expect(rows.map(({ words }) => words.trim())).toEqual(known.map((one) => foldWords(one).join(' ')));
      }),
      { numRuns: 20 },
    );
  });
});

describe('saved views', () => {
  it('are sealed, listed with their counts, narrow a list, and are only their own people’s', async () => {
    const { id } = await saved.createSavedView(ines, { name: 'About Ada', query: 'is:snoozed', shared: false });
    const row = await desk.db.savedView.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toMatch(/Ada|snoozed/);
    expect(await saved.listSavedViews(ines)).toMatchObject([
      { id, name: 'About Ada', count: 1, own: true, mayChange: true },
    ]);
    const { query } = await saved.findSavedView(ines, id);
    expect((await list(ines, { view: 'all', q: query, limit: 5 })).rows.map((one) => one.id)).toEqual([ids.asleep]);

    await expect(saved.findSavedView(kofi, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(saved.changeSavedView(kofi, { id, name: 'Mine' })).rejects.toMatchObject({ code: 'not_found' });
    await saved.changeSavedView(ines, { id, shared: true });
    expect(await saved.listSavedViews(kofi)).toMatchObject([{ id, name: 'About Ada', own: false, mayChange: false }]);
    await expect(saved.deleteSavedView(kofi, { id })).rejects.toMatchObject({ code: 'forbidden' });
    await saved.changeSavedView(desk.people.supervisor as PersonActor, { id, name: 'Asleep' });
    await saved.deleteSavedView(ines, { id });
    expect(await saved.listSavedViews(ines)).toEqual([]);
  });

  it('that an installation comes with are read as they are', async () => {
    const data = { id: randomUUID(), ownerId: nora.id, name: 'Late', query: 'due:late', shared: true };
    await desk.db.savedView.create({ data });
    expect(await saved.listSavedViews(ines)).toMatchObject([{ name: 'Late', query: 'due:late', count: 0 }]);
    await desk.db.savedView.delete({ where: { id: data.id } });
  });

  it('move among each other', async () => {
    for (const name of ['a', 'b', 'c']) await saved.createSavedView(kofi, { name, query: 'is:open', shared: false });
    const names = async () => (await saved.listSavedViews(kofi)).map(({ name }) => name).join('');
    const [a] = await saved.listSavedViews(kofi);
    await saved.moveSavedView(kofi, { id: a!.id, by: 1 });
    expect(await names()).toBe('bac');
    await saved.moveSavedView(kofi, { id: a!.id, by: 1 });
    await saved.moveSavedView(kofi, { id: a!.id, by: 1 });
    expect(await names()).toBe('bca');
  });

  it('whose label has gone is without a count, not without a list', async () => {
    const label = await desk.db.label.create({ data: { id: randomUUID(), name: 'Storm' } });
    await saved.createSavedView(nora, { name: 'Storm', query: 'is:open label:storm', shared: false });
    expect((await saved.listSavedViews(nora)).find(({ name }) => name === 'Storm')?.count).toBe(0);
    await desk.db.label.delete({ where: { id: label.id } });
    expect((await saved.listSavedViews(nora)).find(({ name }) => name === 'Storm')?.count).toBeNull();
  });
});
