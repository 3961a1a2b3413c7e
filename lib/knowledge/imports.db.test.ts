import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../platform/test-database';
import type { ImportOptions } from './import.schema';

let desk: TestDatabase;
let site: Server;
let host = '';
let asked: string[] = [];
let pages: Record<string, string> = {};

beforeAll(async () => {
  site = createServer((request, response) => {
    const path = request.url!;
    asked.push(path);
    const text = pages[path];
    if (text?.startsWith('to ')) response.writeHead(302, { location: text.slice(3) }).end();
    else if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': /xml$/.test(path) ? 'text/xml' : 'text/html' }).end(text);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  process.env.BATON_ALLOW_PRIVATE_HOSTS = host;
  const { openTestDatabase } = await import('../platform/test-database');
  desk = await openTestDatabase();
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await desk.close();
});

const options = (more: Partial<ImportOptions> = {}): ImportOptions => ({
  language: 'en',
  audience: 'public',
  collection: '',
  address: '',
  hosts: [],
  prefix: '',
  limit: 200,
  per: 'question',
  publish: false,
  ...more,
});
const file = (name: string, text: string) => ({ name, bytes: strToU8(text) });
const zip = (files: Record<string, string>) => ({
  name: 'help.zip',
  bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
});

async function start(
  kind: 'markdown' | 'html' | 'questions' | 'sitemap',
  files: { name: string; bytes: Uint8Array }[],
  more = {},
) {
  const { startImport } = await import('./start-import');
  const { readImport } = await import('./read-import');
  const { importId } = await startImport(desk.people.supervisor, { kind, options: options(more) }, files);
  await readImport(importId);
  return importId;
}
async function view(importId: string) {
  const { viewImport } = await import('./view-import');
  return viewImport(desk.people.supervisor, importId);
}
async function confirm(importId: string, publish = true) {
  const { confirmImport } = await import('./confirm-import');
  const { writeImport } = await import('./write-import');
  await confirmImport(desk.people.supervisor, { importId, publish });
  await writeImport(importId);
  return view(importId);
}
const states = ({ items }: Awaited<ReturnType<typeof view>>) =>
  items.map(({ file, state, effect, error }) => [file, state, effect?.does ?? error]);

describe('an import', () => {
  const good = { 'a-one.md': '# One\n\nText of one.', 'es/two.md': '# Dos\n\nTexto de dos.' };

  it('shows every file before anything is written, then writes the good ones', async () => {
    const id = await start('markdown', [zip({ ...good, 'three.md': '---\naudience: all\n---\nText', 'x.png': '' })]);
    const read = await view(id);
    expect(read).toMatchObject({ state: 'ready', total: 3, done: 3, failed: 1, name: 'help.zip' });
    expect(states(read)).toEqual([
      ['a-one.md', 'ready', 'new'],
      ['es/two.md', 'ready', 'new'],
      ['three.md', 'failed', 'three.md, line 2: front matter: audience must be public, verified or agents'],
    ]);
    expect(await desk.db.article.count({ where: { slug: { in: ['a-one', 'two'] } } })).toBe(0);

    const done = await confirm(id);
    expect(done).toMatchObject({ state: 'done', written: 2 });
    const articles = await desk.db.article.findMany({
      where: { slug: { in: ['a-one', 'two'] } },
      orderBy: { slug: 'asc' },
    });
    expect(
      articles.map(({ slug, language, body, version, publishedAt, origin }) => [
        slug,
        language,
        body,
        version,
        publishedAt !== null,
        origin,
      ]),
    ).toEqual([
      ['a-one', 'en', 'Text of one.', 1, true, 'a-one.md'],
      ['two', 'es', 'Texto de dos.', 1, true, 'es/two.md'],
    ]);
    expect((await desk.db.import.findUniqueOrThrow({ where: { id } })).upload).toBeNull();
    expect(await desk.db.outboxEvent.count({ where: { name: 'article.published' } })).toBe(2);
  });

  it('says what is new, changed and the same when it comes again, and writes only what is not', async () => {
    const id = await start('markdown', [
      zip({ ...good, 'a-one.md': '# One\n\nAnother text.', 'four.md': '# Four\n\nNew.' }),
    ]);
    expect(states(await view(id)).map(([, , does]) => does)).toEqual(['changes', 'unchanged', 'new']);
    const done = await confirm(id);
    expect(done.items.map(({ state }) => state)).toEqual(['written', 'skipped', 'written']);
    const one = await desk.db.article.findFirstOrThrow({ where: { slug: 'a-one' }, include: { versions: true } });
    expect([one.version, one.body, one.versions.length]).toEqual([2, 'Another text.', 2]);
  });

  it('keeps who may read an article, and its collection, unless the file says otherwise', async () => {
    await desk.db.article.updateMany({ where: { slug: 'four' }, data: { audience: 'agents', collection: 'Internal' } });
    const id = await start('markdown', [file('four.md', '# Four\n\nNewer.')]);
    expect((await view(id)).items[0]).toMatchObject({ audience: 'agents', collection: 'Internal' });
    await confirm(id);
    const four = await desk.db.article.findFirstOrThrow({ where: { slug: 'four' } });
    expect([four.body, four.audience, four.collection]).toEqual(['Newer.', 'agents', 'Internal']);
    const open = await start('markdown', [file('four.md', '---\naudience: public\n---\n# Four\n\nNewer.')]);
    await confirm(open);
    expect((await desk.db.article.findFirstOrThrow({ where: { slug: 'four' } })).audience).toBe('public');
  });

  it('writes drafts that nobody reads yet, and none over a person’s', async () => {
    await desk.db.article.updateMany({
      where: { slug: 'a-one' },
      data: { draftBody: 'Mine', draftTitle: 'One', draftBy: desk.people.admin.id },
    });
    const id = await start('markdown', [file('a-one.md', '# One\n\nThird.'), file('five.md', '# Five\n\nText.')]);
    const done = await confirm(id, false);
    expect(states(done)).toEqual([
      ['a-one.md', 'failed', 'a-one.md: somebody is writing a draft of this article'],
      ['five.md', 'written', null],
    ]);
    const five = await desk.db.article.findFirstOrThrow({ where: { slug: 'five' } });
    expect([five.publishedAt, five.draftBody]).toEqual([null, 'Text.']);
    expect((await desk.db.article.findFirstOrThrow({ where: { slug: 'a-one' } })).draftBody).toBe('Mine');
  });

  it('leaves nothing half written when it is cut off, and goes on when it is tried again', async () => {
    const id = await start('markdown', [file('six.md', '# Six\n\nText.'), file('seven.md', '# Seven\n\nText.')]);
    const broken = await desk.db.importItem.findFirstOrThrow({ where: { importId: id, slug: 'six' } });
    await desk.db.importItem.update({
      where: { importId_position: { importId: id, position: broken.position } },
      data: { article: { body: '' } },
    });
    await expect(confirm(id)).rejects.toThrow();
    expect(await desk.db.article.count({ where: { slug: { in: ['six', 'seven'] } } })).toBe(0);
    expect((await view(id)).state).toBe('writing');

    await desk.db.importItem.update({
      where: { importId_position: { importId: id, position: broken.position } },
      data: { article: broken.article as object },
    });
    const { writeImport } = await import('./write-import');
    await Promise.all([writeImport(id), writeImport(id)]);
    expect(await desk.db.article.count({ where: { slug: { in: ['six', 'seven'] } } })).toBe(2);
    expect(await desk.db.articleVersion.count({ where: { article: { slug: 'six' } } })).toBe(1);
  });

  it('is read again without doubles', async () => {
    const id = await start('markdown', [zip(good)]);
    await desk.db.import.update({ where: { id }, data: { state: 'reading' } });
    const { readImport } = await import('./read-import');
    await readImport(id);
    expect((await view(id)).items).toHaveLength(2);
  });

  it('takes the same article twice as an error of the second', async () => {
    const id = await start('markdown', [zip({ 'a/eight.md': '# A\n\nText', 'b/eight.md': '# B\n\nText' })]);
    expect(states(await view(id))).toEqual([
      ['a/eight.md', 'ready', 'new'],
      ['b/eight.md', 'failed', 'b/eight.md: is the same article as a/eight.md (eight, en)'],
    ]);
  });

  it('takes two thousand rows without holding live events back for long', async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, at) => `How do I use thing number ${at}?,You turn part ${at} of it.`,
    );
    const id = await start('questions', [file('many.csv', `question,answer\n${rows.join('\n')}\n`)], {
      per: 'question',
    });
    const began = Date.now();
    const done = await confirm(id);
    expect(done.written).toBe(2_000);
    // About a second here; ten times that is a slow machine, and one statement an article is longer still.
    expect(Date.now() - began).toBeLessThan(12_000);
    expect(await desk.db.articleVersion.count({ where: { note: { startsWith: 'Imported from many.csv' } } })).toBe(
      2_000,
    );
    const again = await start('questions', [file('many.csv', `question,answer\n${rows.join('\n')}\n`)], {
      per: 'question',
    });
    expect((await confirm(again)).items.every(({ state }) => state === 'skipped')).toBe(true);
  });

  it('can be cancelled until it is written, and not after', async () => {
    const { cancelImport } = await import('./cancel-import');
    const id = await start('markdown', [zip({ 'nine.md': '# Nine\n\nText' })]);
    await cancelImport(desk.people.supervisor, { importId: id });
    await expect(confirm(id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(cancelImport(desk.people.supervisor, { importId: id })).rejects.toMatchObject({ code: 'conflict' });
    expect(await desk.db.article.count({ where: { slug: 'nine' } })).toBe(0);
  });

  it.each([
    ['nothing of it is good', { 'a.md': '# A' }, 'Nothing in it can be imported.'],
    ['it holds none', { 'a.txt': 'x' }, 'There are no Markdown files (.md) in it.'],
  ])('fails when %s', async (_, files, error) => {
    expect(await view(await start('markdown', [zip(files)]))).toMatchObject({ state: 'failed', error });
  });

  it('refuses no files, and too many bytes', async () => {
    await expect(start('markdown', [])).rejects.toMatchObject({ code: 'invalid' });
    const large = { name: 'a.md', bytes: new Uint8Array(20 * 1_024 * 1_024 + 1) };
    await expect(start('markdown', [large])).rejects.toMatchObject({ code: 'too_large' });
  });

  it('reads tables and pages', async () => {
    const table = await view(await start('questions', [file('faq.csv', 'question;answer\nWhere?;Here\nWhen?;\n')]));
    expect(states(table)).toEqual([
      ['faq.csv:2', 'ready', 'new'],
      ['faq.csv:3', 'failed', 'faq.csv, line 3: the answer is empty'],
    ]);
    const page = await view(
      await start('html', [file('hours.html', '<h1>Hours</h1><p>We are here from nine to five.</p>')]),
    );
    expect(page.items[0]).toMatchObject({ state: 'ready', slug: 'hours', title: 'Hours' });
  });
});

it.each([true, false])('writes many new articles as it writes one (published: %s)', async (publish) => {
  const { inTransaction } = await import('../platform/db');
  const { writeArticle } = await import('./write-article');
  const { writeNewArticles } = await import('./write-new-articles');
  const { supervisor } = desk.people;
  const written = {
    language: 'en',
    title: 'Same',
    body: 'Text.',
    audience: 'verified',
    collection: 'Help',
    teamKey: 'returns',
    reviewAt: new Date('2027-01-01'),
    origin: 'same.md',
    note: 'Imported from same.md',
    publish,
    personId: supervisor.id,
  } as const;
  const [one, many] = await inTransaction(async (tx) => [
    (await writeArticle(tx, { ...written, slug: `one-${publish}` })).articleId,
    (await writeNewArticles(tx, [{ ...written, slug: `many-${publish}` }]))[0]!,
  ]);
  const shape = async (id: string) => {
    const row = await desk.db.article.findUniqueOrThrow({ where: { id }, include: { versions: true } });
    const events = await desk.db.outboxEvent.findMany({ where: { data: { equals: { articleId: id } } } });
    const { versions, publishedAt, draftAt, id: _, slug: __, createdAt: ___, updatedAt: ____, ...rest } = row;
    return {
      ...rest,
      isPublished: publishedAt !== null,
      isDrafted: draftAt !== null,
      versions: versions.map(({ number, title, body, audience, note, personId }) => [
        number,
        title,
        body,
        audience,
        note,
        personId,
      ]),
      events: events.map(({ name }) => name),
    };
  };
  expect(await shape(many!)).toEqual(await shape(one!));
});

describe('a site', () => {
  const html = (title: string, text = 'We are here from nine to five, on weekdays only.') =>
    `<html lang="en"><body><nav>Menu</nav><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  const list = (...paths: string[]) =>
    `<?xml version="1.0"?><urlset>${paths.map((path) => `<url><loc>${path.includes('://') ? path : `http://${host}${path}`}</loc></url>`).join('')}</urlset>`;

  it('is read by its sitemap, politely, and again with what changed', async () => {
    pages = {
      '/robots.txt': `User-agent: *\nDisallow: /help/secret\nSitemap: http://${host}/index.xml\n`,
      '/index.xml': `<sitemapindex><sitemap><loc>http://${host}/map.xml</loc></sitemap></sitemapindex>`,
      '/map.xml': list(
        '/help/hours',
        '/help/secret',
        '/help/gone',
        '/help/away',
        '/blog/news',
        'http://elsewhere.example/help/a',
      ),
      '/help/hours': html('Opening hours'),
      '/help/secret': html('Secret'),
      '/help/away': 'to http://169.254.169.254/latest/meta-data/',
      '/blog/news': html('News'),
    };
    asked = [];
    const id = await start('sitemap', [], { address: `http://${host}/`, prefix: '/help' });
    expect(states(await view(id))).toEqual([
      [`http://${host}/help/hours`, 'ready', 'new'],
      [`http://${host}/help/secret`, 'skipped', 'its robots.txt forbids it'],
      [`http://${host}/help/gone`, 'failed', `http://${host}/help/gone: answers 404`],
      [`http://${host}/help/away`, 'failed', `http://${host}/help/away: leads into a private network`],
      ['http://elsewhere.example/help/a', 'skipped', 'elsewhere.example is not among the allowed hosts'],
    ]);
    expect(asked).not.toContain('/help/secret');
    expect(asked).not.toContain('/blog/news');
    await confirm(id);

    const again = await start('sitemap', [], { address: `http://${host}/map.xml`, prefix: '/help/hours' });
    expect(states(await view(again))).toEqual([[`http://${host}/help/hours`, 'ready', 'unchanged']]);
  });

  it('is read up to a limit', async () => {
    pages = {
      '/sitemap.xml': list('/a', '/b', '/c'),
      '/a': html('A page'),
      '/b': html('B page'),
      '/c': html('C page'),
    };
    const id = await start('sitemap', [], { address: `http://${host}`, limit: 2 });
    expect((await view(id)).total).toBe(2);
  });

  it.each([
    ['http://169.254.169.254/sitemap.xml', 'leads into a private network'],
    ['http://localhost/sitemap.xml', 'leads into a private network'],
    ['http://[::ffff:127.0.0.1]/sitemap.xml', 'leads into a private network'],
    ['file:///etc/passwd', 'must begin with http:// or https://'],
  ])('%s is refused', async (address, error) => {
    expect(await view(await start('sitemap', [], { address }))).toMatchObject({
      state: 'failed',
      error: expect.stringContaining(error),
    });
  });

  it.each([
    ['<!DOCTYPE x [<!ENTITY a "b">]><urlset/>', 'has a document type'],
    ['<html><body>Hello</body></html>', 'is not a sitemap'],
    ['<urlset>', 'is not well-formed XML'],
    ['<urlset></urlset>', 'names no page'],
  ])('a sitemap %s fails in words', async (xml, error) => {
    pages = { '/sitemap.xml': xml };
    expect(await view(await start('sitemap', [], { address: `http://${host}` }))).toMatchObject({
      state: 'failed',
      error: expect.stringContaining(error),
    });
  });
});
