import { recordEvents } from '../events/record-events';
import type { Tx } from '../platform/db';
import { newId } from '../platform/ids';
import type { WrittenArticle } from './write-article';

/** Rows a statement: well under what Postgres takes as parameters. */
const atOnce = 200;

/**
 * As `writeArticle`, for many articles that are not there yet, in a few statements: live events wait for the oldest open
 * transaction, so one that writes thousands must be short. Answers the ids in the order given; null where somebody
 * else has begun the same article meanwhile, which `writeArticle` then takes.
 */
export async function writeNewArticles(tx: Tx, articles: readonly WrittenArticle[]): Promise<(string | null)[]> {
  const written: (string | null)[] = [];
  for (let at = 0; at < articles.length; at += atOnce)
    written.push(...(await writeSome(tx, articles.slice(at, at + atOnce))));
  return written;
}

async function writeSome(tx: Tx, articles: readonly WrittenArticle[]): Promise<(string | null)[]> {
  const now = new Date();
  const rows = articles.map((article) => ({ id: newId(), article }));
  const made = await tx.article.createManyAndReturn({
    data: rows.map(({ id, article }) => toRow(id, article, now)),
    skipDuplicates: true,
    select: { id: true },
  });
  const ids = new Set(made.map(({ id }) => id));
  const own = rows.filter(({ id }) => ids.has(id));
  const published = own.filter(({ article }) => article.publish);
  await tx.articleVersion.createMany({
    data: published.map(({ id, article: { title, body, audience, note, personId } }) => ({
      id: newId(),
      articleId: id,
      number: 1,
      title,
      body,
      audience,
      note,
      personId,
    })),
  });
  const changed = own.filter(({ article }) => !article.publish);
  await recordEvents(
    tx,
    'article.published',
    published.map(({ id }) => ({ articleId: id })),
  );
  await recordEvents(
    tx,
    'article.changed',
    changed.map(({ id }) => ({ articleId: id })),
  );
  return rows.map(({ id }) => (ids.has(id) ? id : null));
}

function toRow(id: string, article: WrittenArticle, now: Date) {
  const { slug, language, title, body, audience, collection, origin, teamKey, reviewAt, ownerId } = article;
  const common = { id, slug, language, title, audience, collection, origin, teamKey, reviewAt, ownerId, revision: 1 };
  return article.publish
    ? { ...common, body, version: 1, publishedAt: now }
    : { ...common, body: '', version: 0, draftTitle: title, draftBody: body, draftAt: now };
}
