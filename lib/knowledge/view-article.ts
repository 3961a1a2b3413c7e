import type { PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Article } from '../platform/records';
import type { ArticlePlace, ArticleState, ArticleVersions, ArticleView } from './article.schema';

/** Neighbours shown on each side: more would push the collections away. */
const mostBeside = 3;
const mostVersions = 100;

type Named = { id: string; name: string; hue: number };

/** An article with its draft, for who reads or edits it. */
export async function viewArticle(_person: PersonActor, { slug, language }: ArticlePlace): Promise<ArticleView> {
  const article = await findArticle({ slug, language });
  const [variants, near, questions, people] = await Promise.all([
    db().article.findMany({ where: { slug } }),
    article.collection === ''
      ? []
      : db().article.findMany({
          where: { collection: article.collection, language, archivedAt: null },
          select: { slug: true, language: true, title: true },
          orderBy: { title: 'asc' },
        }),
    db().articleQuestion.findMany({ where: { slug, language }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    namesOf([article.ownerId, article.draftBy]),
  ]);
  const byLead = (one: Article, other: Article) =>
    Number(one.language !== 'en') - Number(other.language !== 'en') || one.language.localeCompare(other.language);
  return {
    id: article.id,
    slug,
    language,
    state: stateOf(article),
    title: article.title,
    body: article.body,
    audience: article.audience,
    collection: article.collection,
    owner: people.get(article.ownerId ?? '') ?? null,
    reviewAt: article.reviewAt?.toISOString().slice(0, 10) ?? null,
    version: article.version,
    publishedAt: article.publishedAt?.toISOString() ?? null,
    revision: article.revision,
    origin: article.origin,
    draft: draftOf(article, people),
    languages: variants.sort(byLead).map((variant) => ({ language: variant.language, state: stateOf(variant) })),
    near: around(near, slug),
    questions: questions.map(({ id, text }) => ({ id, text })),
  };
}

/** Everything that was ever published, the newest first, and what waits to be. */
export async function listVersions(_person: PersonActor, place: ArticlePlace): Promise<ArticleVersions> {
  const article = await findArticle(place);
  const rows = await db().articleVersion.findMany({
    where: { articleId: article.id },
    orderBy: { number: 'desc' },
    take: mostVersions,
  });
  const people = await namesOf([article.draftBy, ...rows.map(({ personId }) => personId)]);
  return {
    articleId: article.id,
    title: article.title,
    revision: article.revision,
    versions: rows.map(({ number, title, body, audience, note, personId, createdAt }) => ({
      number,
      title,
      body,
      audience,
      note,
      person: people.get(personId ?? '') ?? null,
      at: createdAt.toISOString(),
    })),
    draft: draftOf(article, people),
  };
}

/** Where an article is: named by its id, or by its name in its first language. */
export async function findPlace(
  _person: PersonActor,
  { slug, articleId }: { slug: string; articleId: string | undefined },
): Promise<ArticlePlace | null> {
  const select = { slug: true, language: true };
  const named =
    articleId && isId(articleId) ? await db().article.findUnique({ where: { id: articleId }, select }) : null;
  if (named) return named;
  const variants = await db().article.findMany({ where: { slug }, select, orderBy: { createdAt: 'asc' } });
  return variants.find(({ language }) => language === 'en') ?? variants[0] ?? null;
}

/** A window around the article, as wide at the ends as in the middle. */
function around<T extends { slug: string }>(all: T[], slug: string): T[] {
  const at = all.findIndex((one) => one.slug === slug);
  const from = Math.max(0, Math.min(at - mostBeside, all.length - 2 * mostBeside - 1));
  return all.slice(from, from + 2 * mostBeside + 1);
}

async function findArticle({ slug, language }: ArticlePlace): Promise<Article> {
  const article = await db().article.findUnique({ where: { slug_language: { slug, language } } });
  if (!article) throw new AppError('not_found', 'There is no such article. Somebody may have deleted it.');
  return article;
}

async function namesOf(ids: (string | null)[]): Promise<Map<string, Named>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const people = await db().person.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true, hue: true },
  });
  return new Map(people.map((person) => [person.id, person]));
}

function stateOf({ archivedAt, publishedAt, draftBody }: Article): ArticleState {
  if (archivedAt !== null) return 'archived';
  if (publishedAt === null) return 'new';
  return draftBody === null ? 'live' : 'draft';
}

function draftOf({ draftTitle, draftBody, draftBy, draftAt, title }: Article, people: Map<string, Named>) {
  if (draftBody === null) return null;
  return {
    title: draftTitle ?? title,
    body: draftBody,
    by: people.get(draftBy ?? '') ?? null,
    at: (draftAt ?? new Date(0)).toISOString(),
  };
}
