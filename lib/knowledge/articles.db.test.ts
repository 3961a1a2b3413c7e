import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../platform/test-database';

let desk: TestDatabase;
let verbs: Awaited<ReturnType<typeof load>>;
const inOneSecond = () => Date.now() + 5_000;

async function load() {
  const [
    create,
    save,
    publish,
    restore,
    archive,
    details,
    questions,
    list,
    view,
    uses,
    write,
    note,
    index,
    search,
    db,
  ] = await Promise.all([
    import('./create-article'),
    import('./save-draft'),
    import('./publish-article'),
    import('./restore-version'),
    import('./archive-article'),
    import('./change-details'),
    import('./keep-questions'),
    import('./list-articles'),
    import('./view-article'),
    import('./view-uses'),
    import('./write-article'),
    import('./note-use'),
    import('./read-index'),
    import('./search-passages'),
    import('../platform/db'),
  ]);
  return {
    ...create,
    ...save,
    ...publish,
    ...restore,
    ...archive,
    ...details,
    ...questions,
    ...list,
    ...view,
    ...uses,
    ...write,
    ...note,
    ...index,
    ...search,
    inTransaction: db.inTransaction,
  };
}

beforeAll(async () => {
  desk = await openTestDatabase();
  verbs = await load();
});
afterAll(() => desk.close());

const base = {
  language: 'en',
  audience: 'public' as const,
  collection: 'Shipping',
  ownerId: null,
  reviewAt: null,
};
const sam = () => desk.people.supervisor;
const nora = () => desk.people.admin;

async function begin(title: string, more = {}) {
  const place = await verbs.createArticle(sam(), { ...base, ...more, title });
  return verbs.viewArticle(sam(), place);
}

/** Saves and publishes; answers the article as it then is. */
async function publishText(articleId: string, body: string, title = 'A title') {
  const { revision } = await desk.db.article.findUniqueOrThrow({ where: { id: articleId } });
  const saved = await verbs.saveDraft(sam(), { articleId, revision, title, body });
  await verbs.publishArticle(sam(), { articleId, revision: saved.revision });
  return desk.db.article.findUniqueOrThrow({ where: { id: articleId } });
}

async function find(query: string, audiences: ('public' | 'verified' | 'agents')[] = ['public']) {
  const index = await verbs.readIndex(inOneSecond());
  return verbs.searchPassages(index, query, { audiences }).map(({ passage }) => passage.text);
}

describe('an article', () => {
  it('is found only once it is published, with its newest text, and not any more when archived', async () => {
    const { id } = await begin('Zeppelin rides');
    await verbs.saveDraft(sam(), {
      articleId: id,
      revision: 0,
      title: 'Zeppelin rides',
      body: 'Zeppelins fly at noon.',
    });
    expect(await find('zeppelin')).toEqual([]);
    await verbs.publishArticle(sam(), { articleId: id, revision: 1 });
    expect(await find('zeppelin')).toEqual(['Zeppelins fly at noon.']);
    await publishText(id, 'Zeppelins fly at dawn.');
    expect(await find('zeppelin')).toEqual(['Zeppelins fly at dawn.']);
    await verbs.archiveArticle(sam(), id, true);
    expect(await find('zeppelin')).toEqual([]);
    await verbs.archiveArticle(sam(), id, false);
    expect(await find('zeppelin')).toEqual(['Zeppelins fly at dawn.']);
  });

  it('keeps every version, and restores an old one as a draft or live', async () => {
    const { id, slug } = await begin('Versions');
    await publishText(id, 'First.');
    await publishText(id, 'Second.');
    const before = await desk.db.article.findUniqueOrThrow({ where: { id } });
    await verbs.restoreVersion(sam(), { articleId: id, revision: before.revision, number: 1, publish: false });
    const drafted = await verbs.viewArticle(sam(), { slug, language: 'en' });
    expect(drafted).toMatchObject({ body: 'Second.', draft: { body: 'First.' }, version: 2, state: 'draft' });
    await verbs.restoreVersion(nora(), { articleId: id, revision: drafted.revision, number: 1, publish: true });
    const { versions, draft } = await verbs.listVersions(sam(), { slug, language: 'en' });
    expect(versions.map(({ number, body, note, person }) => [number, body, note, person?.name])).toEqual([
      [3, 'First.', 'Restored from version 1', nora().name],
      [2, 'Second.', 'Published', sam().name],
      [1, 'First.', 'Published', sam().name],
    ]);
    expect(draft).toBeNull();
    const trail = await desk.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } });
    expect(trail.map(({ action }) => action)).toEqual([
      'article.created',
      'article.published',
      'article.published',
      'article.restored',
      'article.restored',
    ]);
  });

  it('takes the next free name', async () => {
    const names = [await begin('Same name'), await begin('Same name!'), await begin('same  NAME')];
    expect(names.map(({ slug }) => slug)).toEqual(['same-name', 'same-name-2', 'same-name-3']);
  });

  it('gets another language with its text to translate, once', async () => {
    const { id, slug } = await begin('Languages');
    await publishText(id, 'English text.', 'Languages');
    await verbs.addLanguage(sam(), { slug, from: 'en', language: 'de' });
    const german = await verbs.viewArticle(sam(), { slug, language: 'de' });
    expect(german).toMatchObject({ state: 'new', draft: { body: 'English text.' }, collection: 'Shipping' });
    expect(german.languages).toEqual([
      { language: 'en', state: 'live' },
      { language: 'de', state: 'new' },
    ]);
    await expect(verbs.addLanguage(sam(), { slug, from: 'en', language: 'de' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is deleted only when nobody ever read it', async () => {
    const fresh = await begin('Never read');
    await verbs.deleteNeverPublished(sam(), fresh.id);
    await expect(verbs.viewArticle(sam(), fresh)).rejects.toMatchObject({ code: 'not_found' });
    const read = await begin('Read once');
    await publishText(read.id, 'Text.');
    await expect(verbs.deleteNeverPublished(sam(), read.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('opens to other readers only with a version of its own, and a draft stays a draft', async () => {
    const { id, slug } = await begin('Secret handshakes', { audience: 'agents' });
    await publishText(id, 'Handshakes are secret.');
    const { revision } = await desk.db.article.findUniqueOrThrow({ where: { id } });
    await verbs.saveDraft(sam(), { articleId: id, revision, title: 'A title', body: 'Handshakes are known.' });
    expect(await find('handshakes', ['public', 'verified'])).toEqual([]);
    await verbs.changeDetails(sam(), { articleId: id, audience: 'public' });
    expect(await find('handshakes')).toEqual(['Handshakes are secret.']);
    const { versions, draft } = await verbs.listVersions(sam(), { slug, language: 'en' });
    expect(versions.map(({ number, audience }) => [number, audience])).toEqual([
      [2, 'public'],
      [1, 'agents'],
    ]);
    expect(draft?.body).toBe('Handshakes are known.');
  });
});

describe('of two at once', () => {
  it('one saves, and the other hears who did; nothing of the first is lost', async () => {
    const { id } = await begin('Two writers');
    const tries = await Promise.allSettled([
      verbs.saveDraft(sam(), { articleId: id, revision: 0, title: 'Two writers', body: 'Of Sam.' }),
      verbs.saveDraft(nora(), { articleId: id, revision: 0, title: 'Two writers', body: 'Of Nora.' }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const won = tries[0].status === 'fulfilled' ? sam() : nora();
    const lost = tries.find((one) => one.status === 'rejected');
    expect(String(lost?.reason.message)).toContain(won.name.split(' ')[0]);
    const row = await desk.db.article.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ revision: 1, draftBy: won.id, draftBody: `Of ${won.name.split(' ')[0]}.` });
  });

  it('one publishes, once', async () => {
    const { id } = await begin('Two publishers');
    const { revision } = await verbs.saveDraft(sam(), { articleId: id, revision: 0, title: 'T', body: 'Text.' });
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => verbs.publishArticle(sam(), { articleId: id, revision })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await desk.db.articleVersion.count({ where: { articleId: id } })).toBe(1);
    expect(
      await desk.db.outboxEvent.count({ where: { name: 'article.published', data: { equals: { articleId: id } } } }),
    ).toBe(1);
  });

  it('five create the same name, and each gets one of its own', async () => {
    const made = await Promise.allSettled(
      Array.from({ length: 5 }, () => verbs.createArticle(sam(), { ...base, title: 'Rush' })),
    );
    const slugs = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value.slug] : []));
    expect(slugs.length).toBeGreaterThan(0);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const one of made) if (one.status === 'rejected') expect(one.reason.code).toBe('conflict');
  });
});

it('leaves the search index alone while somebody writes', async () => {
  const { id } = await begin('Quiet writing');
  const published = await publishText(id, 'Live text.');
  const { revision, updatedAt } = published;
  await verbs.saveDraft(sam(), { articleId: id, revision, title: 'A title', body: 'Half a sen' });
  const after = await desk.db.article.findUniqueOrThrow({ where: { id } });
  expect(after.updatedAt).toEqual(updatedAt);
  expect(after).toMatchObject({ body: 'Live text.', draftBody: 'Half a sen' });
  // Typed back: nothing is left to publish.
  await verbs.saveDraft(sam(), { articleId: id, revision: after.revision, title: 'A title', body: 'Live text.' });
  expect(await desk.db.article.findUniqueOrThrow({ where: { id } })).toMatchObject({ draftBody: null });
});

describe('writing from elsewhere', () => {
  const from = {
    slug: 'kites',
    language: 'en',
    title: 'Kites',
    body: 'Kites need wind.',
    audience: 'public' as const,
    collection: 'Toys',
    origin: 'kites.md',
    note: 'Imported from kites.md',
    publish: true,
  };
  const write = (more = {}) =>
    verbs.inTransaction((tx) => verbs.writeArticle(tx, { ...from, personId: sam().id, ...more }));

  it('creates, leaves alone what is the same, and makes a version of what is not', async () => {
    const first = await write();
    expect(first).toMatchObject({ outcome: 'created', version: 1 });
    expect(await write()).toEqual({ ...first, outcome: 'unchanged' });
    expect(await write({ body: 'Kites need a lot of wind.' })).toEqual({ ...first, outcome: 'updated', version: 2 });
    expect(await find('kites')).toEqual(['Kites need a lot of wind.']);
  });

  it('never over what a person is writing', async () => {
    const { articleId } = await write({ slug: 'ropes' });
    const { revision } = await desk.db.article.findUniqueOrThrow({ where: { id: articleId } });
    await verbs.saveDraft(sam(), { articleId, revision, title: 'Ropes', body: 'My own words.' });
    await expect(write({ slug: 'ropes', publish: false, body: 'Theirs.' })).rejects.toMatchObject({ code: 'conflict' });
    await write({ slug: 'ropes', body: 'Theirs, live.' });
    const row = await desk.db.article.findUniqueOrThrow({ where: { id: articleId } });
    expect(row).toMatchObject({ body: 'Theirs, live.', draftBody: 'My own words.' });
  });

  it('as drafts, again and again, and nobody reads them', async () => {
    const first = await write({ slug: 'anvils', publish: false, body: 'Anvils are heavy.' });
    expect(first).toMatchObject({ outcome: 'created', version: 0 });
    expect(await write({ slug: 'anvils', publish: false, body: 'Anvils are heavy.' })).toMatchObject({
      outcome: 'unchanged',
    });
    expect(await write({ slug: 'anvils', publish: false, body: 'Anvils weigh much.' })).toMatchObject({
      outcome: 'updated',
    });
    expect(await find('anvils')).toEqual([]);
  });

  it('twice at once makes one article', async () => {
    const both = await Promise.all([write({ slug: 'twins' }), write({ slug: 'twins' })]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['created', 'unchanged']);
    expect(both[0].articleId).toBe(both[1].articleId);
  });
});

describe('the list', () => {
  it('counts, pages without gap or double, and finds by title and text', async () => {
    await verbs.inTransaction(async (tx) => {
      for (let number = 0; number < 130; number += 1) {
        await verbs.writeArticle(tx, {
          slug: `paged-${number}`,
          language: 'en',
          title: `Paged ${number}`,
          body: number === 77 ? 'Where the wolpertinger lives.' : 'Nothing.',
          audience: 'public',
          collection: 'Pages',
          origin: null,
          note: 'Imported',
          publish: true,
          personId: null,
        });
      }
    });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await verbs.listArticles(sam(), { view: 'all', collection: 'Pages', after });
      seen.push(...page.rows.map(({ slug }) => slug));
      expect(page.total).toBe(130);
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(130);
    expect(new Set(seen).size).toBe(130);
    const counts = await verbs.countArticles(sam());
    expect(counts.collections).toContainEqual({ name: 'Pages', count: 130 });
    await verbs.readIndex(inOneSecond());
    const byText = await verbs.listArticles(sam(), { view: 'all', q: 'wolpertinger' });
    expect(byText.rows[0]?.slug).toBe('paged-77');
    const byTitle = await verbs.listArticles(sam(), { view: 'all', q: 'paged 12' });
    expect(byTitle.rows[0]?.slug).toBe('paged-12');
    await expect(verbs.listArticles(sam(), { view: 'all', after: "x' OR 1=1" })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('names what somebody should look at', async () => {
    const { id, slug } = await begin('Overdue');
    await publishText(id, 'Text.');
    await verbs.changeDetails(sam(), { articleId: id, reviewAt: '2026-01-01' });
    const { rows } = await verbs.listArticles(sam(), { view: 'look' });
    expect(rows.find((row) => row.slug === slug)?.look).toEqual(['Look-again day has passed']);
    const drafts = await verbs.listArticles(sam(), { view: 'drafts' });
    expect(drafts.rows.map((row) => row.slug)).not.toContain(slug);
  });
});

it('tells where an article was used and how it ended, and shows an agent only what is theirs to see', async () => {
  const { id, slug } = await begin('Used');
  await publishText(id, 'Text.');
  const place = { slug, language: 'en' };
  const ends = [
    { resolution: 'verified', state: 'closed', rating: 5, teamId: desk.teams.billing },
    { resolution: 'agent', state: 'closed', rating: 2, teamId: null },
    { state: 'open', teamId: null },
  ];
  for (const [number, end] of ends.entries()) {
    const conversation = await desk.conversation(end);
    const messageId = `00000000-0000-7000-8000-00000000000${number}`;
    const use = { messageId, conversationId: conversation.id, sources: [{ articleId: id, version: 1 }] };
    await verbs.inTransaction((tx) => verbs.noteUse(tx, use));
    await verbs.inTransaction((tx) => verbs.noteUse(tx, use));
  }
  const seen = await verbs.viewUses(sam(), place);
  expect(seen).toMatchObject({
    conversations: 3,
    ended: { verified: 1, assumed: 0, agent: 1, abandoned: 0, open: 1 },
    rating: { mean: 3.5, count: 2 },
  });
  expect(seen.latest).toHaveLength(3);
  const outsider = desk.people.agents.find((agent) => !agent.teamIds.includes(desk.teams.billing!))!;
  expect((await verbs.viewUses(outsider, place)).latest).toHaveLength(2);
});

it('keeps questions once, and at most forty', async () => {
  const { slug } = await begin('Asked');
  const place = { slug, language: 'en' };
  await verbs.addQuestion(sam(), { ...place, text: 'Why?' });
  await verbs.addQuestion(sam(), { ...place, text: 'Why?' });
  expect((await verbs.viewArticle(sam(), place)).questions.map(({ text }) => text)).toEqual(['Why?']);
  for (let number = 1; number < 40; number += 1) await verbs.addQuestion(sam(), { ...place, text: `Why ${number}?` });
  await expect(verbs.addQuestion(sam(), { ...place, text: 'Why not?' })).rejects.toMatchObject({ code: 'conflict' });
  const [first] = (await verbs.viewArticle(sam(), place)).questions;
  await verbs.removeQuestion(sam(), first!.id);
  expect((await verbs.viewArticle(sam(), place)).questions).toHaveLength(39);
});
