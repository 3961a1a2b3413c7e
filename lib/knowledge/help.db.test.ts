import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
const ids: Record<string, string> = {};

type More = Partial<{
  language: string;
  audience: 'public' | 'verified' | 'agents';
  publishedAt: Date | null;
  archivedAt: Date;
  collection: string;
}>;
async function article(slug: string, title: string, body: string, more: More = {}): Promise<void> {
  const id = randomUUID();
  ids[`${slug} ${more.language ?? 'en'}`] = id;
  await desk.db.article.create({ data: { id, slug, title, body, publishedAt: new Date(), version: 1, ...more } });
}

beforeAll(async () => {
  const { openTestDatabase } = await import('../platform/test-database');
  desk = await openTestDatabase();
  await article(
    'parcels',
    'Lost parcels',
    'We trace a lost parcel within three days.\n\n## Refunds\n\nThen we refund it.',
    { collection: 'Shipping' },
  );
  await article('parcels', 'Paquetes perdidos', 'Buscamos un paquete perdido en tres días.', { language: 'es' });
  await article('tracing', 'Trace a parcel', 'A parcel is traced by its number.');
  await article('verified-parcels', 'Parcels of members', 'A lost parcel of a member is replaced.', {
    audience: 'verified',
  });
  await article('internal-parcels', 'Parcels, internal', 'A lost parcel costs us $30.', { audience: 'agents' });
  await article('draft-parcels', 'Parcel draft', 'A lost parcel, not yet.', { publishedAt: null });
  await article('old-parcels', 'Parcels of old', 'A lost parcel, no longer.', { archivedAt: new Date() });
});
afterAll(() => desk.close());

const hidden = ['verified-parcels', 'internal-parcels', 'draft-parcels', 'old-parcels'];

describe('the help centre', () => {
  it('finds what is for everybody only, in the language asked', async () => {
    const { searchHelp } = await import('./help-search');
    const { results } = await searchHelp('en', 'lost parcel');
    expect(results.map(({ slug }) => slug)).toEqual(['parcels', 'tracing']);
    expect(results[0]!.excerpt.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['lost', 'parcel']),
    );
    expect((await searchHelp('es', 'paquete perdido')).results.map(({ title }) => title)).toEqual([
      'Paquetes perdidos',
    ]);
    const none = await searchHelp('en', 'zzzz');
    expect(none.results).toEqual([]);
    expect(none.suggestions.length).toBeGreaterThan(0);
    expect((await searchHelp('en', '')).results).toEqual([]);
  });

  it('shows an article with its other languages and what is near it', async () => {
    const { readHelpArticle } = await import('./help-article');
    expect(await readHelpArticle('en', 'parcels')).toMatchObject({
      title: 'Lost parcels',
      languages: ['en', 'es'],
      summary: 'We trace a lost parcel within three days.',
      related: [{ slug: 'tracing' }],
    });
    for (const slug of hidden) expect(await readHelpArticle('en', slug), slug).toBeNull();
  });

  it('names no hidden article on its front page, in its sitemap and in the chat', async () => {
    const { readHelpFront } = await import('./help-front');
    const { listHelpAddresses } = await import('./help-sitemap');
    const { findHelpAddresses } = await import('./help-address');
    const { readHelpFrame } = await import('./help-frame');
    const front = await readHelpFront('en');
    expect(front.collections.map(({ name, articles }) => [name, articles.map(({ slug }) => slug)])).toEqual([
      ['Shipping', ['parcels']],
      ['', ['tracing']],
    ]);
    expect((await listHelpAddresses()).map(({ slug, language }) => `${slug} ${language}`)).toEqual([
      'parcels en',
      'parcels es',
      'tracing en',
    ]);
    expect([...(await findHelpAddresses(Object.values(ids))).values()].sort()).toEqual([
      'http://localhost:3000/help/en/parcels',
      'http://localhost:3000/help/en/tracing',
      'http://localhost:3000/help/es/parcels',
    ]);
    expect(await readHelpFrame()).toEqual({ workspace: 'Northline', languages: ['en', 'es'], chatKey: 'wk_test' });
  });

  it('counts one vote a visit, the last one, and none for what is hidden', async () => {
    const { voteHelp } = await import('./help-vote');
    const vote = { language: 'en', slug: 'parcels', address: '203.0.113.9' };
    await voteHelp({ ...vote, helpful: true, marker: 'one' });
    await voteHelp({ ...vote, helpful: false, marker: 'one' });
    await voteHelp({ ...vote, helpful: true, marker: 'two' });
    const votes = await desk.db.helpVote.findMany({
      where: { articleId: ids['parcels en'] },
      orderBy: { helpful: 'asc' },
    });
    expect(votes.map(({ helpful, version }) => [helpful, version])).toEqual([
      [false, 1],
      [true, 1],
    ]);
    expect(votes.some(({ visitor }) => visitor.includes('one'))).toBe(false);
    await expect(voteHelp({ ...vote, slug: 'internal-parcels', helpful: true, marker: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    });
    const flood = { ...vote, address: '203.0.113.10', helpful: true };
    for (let at = 0; at < 60; at++) await voteHelp({ ...flood, marker: `m${at}` });
    await expect(voteHelp({ ...flood, marker: 'late' })).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

describe('markWords', () => {
  it.each([
    ['en', 'Refunded items, and refunds.', 'refund', ['Refunded', 'refunds']],
    ['es', 'Los envíos tardan; el envío es gratis.', 'envío', ['envíos', 'envío']],
    ['zh', '标准配送需要五天。', '配送', ['配送']],
    ['ja', '返品は三十日以内です。', '返品', ['返品']],
  ])('%s: %s', async (language, text, word, hits) => {
    const { markWords } = await import('./help-search');
    const { readTerms } = await import('./read-terms');
    const terms = new Set(readTerms(word, language).map(({ term }) => term));
    const marked = markWords(text, terms, language);
    expect(marked.filter(({ hit }) => hit).map((one) => one.text)).toEqual(hits);
    expect(marked.map((one) => one.text).join('')).toBe(text);
  });
});
