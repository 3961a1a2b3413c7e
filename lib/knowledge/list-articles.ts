import type { PersonActor } from '../auth/permissions';
import { db, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import type { ArticleCounts, ArticlePage, ArticleRow, ArticleState, ListArticles } from './article.schema';
import { lookReasons } from './decide-look';
import { readIndex } from './read-index';
import { searchPassages } from './search-passages';

const pageSize = 60;
/** A search shows so many articles: further down nobody reads, they search again. */
const mostFound = 60;
const usedDays = 30;

/** One row an article, whatever its languages; `lead` is English, or the language it was begun in. */
const articles = Prisma.sql`
  variants AS (
    SELECT a.*, (a."publishedAt" IS NOT NULL AND a."archivedAt" IS NULL) AS live,
      CASE WHEN a."archivedAt" IS NOT NULL THEN 'archived' WHEN a."publishedAt" IS NULL THEN 'new'
        WHEN a."draftBody" IS NOT NULL THEN 'draft' ELSE 'live' END AS state,
      greatest(a."updatedAt", a."draftAt") AS at
    FROM "Article" a),
  used AS (
    SELECT u."articleId", count(DISTINCT u."conversationId")::int AS uses,
      count(DISTINCT u."conversationId") FILTER (WHERE c.rating IS NOT NULL)::int AS rated,
      count(DISTINCT u."conversationId") FILTER (WHERE c.rating <= 2)::int AS bad
    FROM "ArticleUse" u JOIN "Conversation" c ON c.id = u."conversationId"
    WHERE u."createdAt" > now() - make_interval(days => ${usedDays}) GROUP BY 1),
  grouped AS (
    SELECT v.slug, (array_agg(v.id ORDER BY (v."archivedAt" IS NOT NULL), (v.language <> 'en'), v."createdAt", v.id))[1] AS lead,
      bool_and(v."archivedAt" IS NOT NULL) AS archived,
      bool_or(v."archivedAt" IS NULL AND (v."publishedAt" IS NULL OR v."draftBody" IS NOT NULL)) AS drafted,
      max(v.at) AS at,
      min(v."reviewAt") FILTER (WHERE v."archivedAt" IS NULL) AS "reviewAt",
      min(v."updatedAt") FILTER (WHERE v.live) AS "oldestAt",
      coalesce(sum(u.uses), 0)::int AS uses, coalesce(sum(u.rated), 0)::int AS rated, coalesce(sum(u.bad), 0)::int AS bad,
      array_agg(v.language) AS spoken,
      jsonb_agg(jsonb_build_object('language', v.language, 'state', v.state) ORDER BY (v.language <> 'en'), v.language) AS languages
    FROM variants v LEFT JOIN used u ON u."articleId" = v.id GROUP BY v.slug),
  listed AS (
    SELECT g.*, l.collection, (NOT g.archived AND (
      g."reviewAt" <= current_date OR g."oldestAt" < now() - interval '1 year' OR (g.bad >= 2 AND g.bad * 3 >= g.rated))) AS look
    FROM grouped g JOIN "Article" l ON l.id = g.lead)`;

const views = {
  all: Prisma.sql`NOT g.archived`,
  look: Prisma.sql`g.look`,
  drafts: Prisma.sql`g.drafted`,
  archived: Prisma.sql`g.archived`,
};

/** One page of articles, the latest changed first; those to look at the most overdue first; found ones the best first. */
export async function listArticles(_person: PersonActor, request: ListArticles): Promise<ArticlePage> {
  const found = request.q ? await findSlugs(request.q, request.language) : null;
  const within = Prisma.sql`${views[request.view]}
    AND ${request.collection === undefined ? Prisma.sql`true` : Prisma.sql`g.collection = ${request.collection}`}
    AND ${request.language === undefined ? Prisma.sql`true` : Prisma.sql`${request.language} = ANY(g.spoken)`}
    AND ${found === null ? Prisma.sql`true` : Prisma.sql`g.slug = ANY(${found}::text[])`}`;
  const at = request.view === 'look' ? Prisma.sql`coalesce(g."reviewAt"::timestamptz, g."oldestAt")` : Prisma.sql`g.at`;
  const order = found
    ? Prisma.sql`array_position(${found}::text[], g.slug)`
    : request.view === 'look'
      ? Prisma.sql`${at}, g.slug`
      : Prisma.sql`${at} DESC, g.slug DESC`;
  const after = found ? null : readPlace(request.after);
  const sign = request.view === 'look' ? Prisma.sql`>` : Prisma.sql`<`;
  const beyond = after
    ? Prisma.sql`(${at}, g.slug) ${sign} (${after.at}::timestamptz, ${after.slug})`
    : Prisma.sql`true`;
  const rows = await db().$queryRaw<RawRow[]>`
    WITH ${articles}
    SELECT l.slug, l.language, l.title, l."draftTitle", l.audience::text, l.collection, l.state, l.version,
      g.languages, g.at, (${at})::text AS place, g."reviewAt"::text, g."oldestAt", g.uses, g.rated, g.bad,
      p.id::text AS "ownerId", p.name AS "ownerName", p.hue AS "ownerHue",
      (SELECT count(*)::int FROM listed g WHERE ${within}) AS total
    FROM listed g JOIN variants l ON l.id = g.lead LEFT JOIN "Person" p ON p.id = l."ownerId"
    WHERE ${within} AND ${beyond} ORDER BY ${order} LIMIT ${found ? mostFound : pageSize + 1}`;
  const page = rows.slice(0, found ? mostFound : pageSize);
  const last = !found && rows.length > pageSize ? page.at(-1) : undefined;
  const now = new Date();
  return {
    rows: page.map((row) => toRow(row, now)),
    next: last ? `${last.place}|${last.slug}` : null,
    total: rows[0]?.total ?? 0,
  };
}

/** Counts for the navigation, the collections in use, and the languages there are. */
export async function countArticles(_person: PersonActor): Promise<ArticleCounts> {
  const [[counts], collections, languages] = await Promise.all([
    db().$queryRaw<Omit<ArticleCounts, 'collections' | 'languages'>[]>`
      WITH ${articles}
      SELECT count(*) FILTER (WHERE NOT g.archived)::int AS all, count(*) FILTER (WHERE g.look)::int AS look,
        count(*) FILTER (WHERE g.drafted)::int AS drafts, count(*) FILTER (WHERE g.archived)::int AS archived
      FROM listed g`,
    db().$queryRaw<ArticleCounts['collections']>`
      WITH ${articles}
      SELECT g.collection AS name, count(*)::int AS count FROM listed g
      WHERE NOT g.archived AND g.collection <> '' GROUP BY 1 ORDER BY 1 LIMIT 100`,
    db().article.findMany({ select: { language: true }, distinct: ['language'], orderBy: { language: 'asc' } }),
  ]);
  return { ...counts!, collections, languages: languages.map(({ language }) => language) };
}

type RawRow = {
  slug: string;
  language: string;
  title: string;
  draftTitle: string | null;
  audience: ArticleRow['audience'];
  collection: string;
  state: ArticleState;
  version: number;
  languages: ArticleRow['languages'];
  at: Date;
  place: string;
  reviewAt: string | null;
  oldestAt: Date | null;
  uses: number;
  rated: number;
  bad: number;
  ownerId: string | null;
  ownerName: string;
  ownerHue: number;
  total: number;
};

function toRow(row: RawRow, now: Date): ArticleRow {
  const { slug, language, audience, collection, state, version, languages, reviewAt, uses } = row;
  return {
    slug,
    language,
    title: state === 'new' ? (row.draftTitle ?? row.title) : row.title,
    audience,
    collection,
    owner: row.ownerId ? { id: row.ownerId, name: row.ownerName, hue: row.ownerHue } : null,
    state,
    version,
    languages,
    at: row.at.toISOString(),
    reviewAt,
    look: state === 'archived' ? [] : lookReasons({ ...row, now }),
    uses,
  };
}

/** Titles first, drafts' too, then what the search finds in the texts. */
async function findSlugs(q: string, language: string | undefined): Promise<string[]> {
  const like = `%${q.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  const titled = await db().$queryRaw<{ slug: string }[]>`
    SELECT slug FROM "Article" WHERE title ILIKE ${like} OR "draftTitle" ILIKE ${like} OR slug ILIKE ${like}
    GROUP BY slug ORDER BY min(position(lower(${q}) IN lower(title))), min(length(title)), slug LIMIT ${mostFound}`;
  const passages = searchPassages(await readIndex(), q, {
    audiences: ['public', 'verified', 'agents'],
    language,
    limit: mostFound * 2,
  });
  return [...new Set([...titled.map(({ slug }) => slug), ...passages.map(({ passage }) => passage.slug)])].slice(
    0,
    mostFound,
  );
}

function readPlace(text: string | undefined): { at: string; slug: string } | null {
  if (text === undefined) return null;
  const [, at, slug] = /^([^|]+)\|(.+)$/.exec(text) ?? [];
  if (!at || !slug || Number.isNaN(Date.parse(at))) throw new AppError('invalid', 'after: is no place in this list.');
  return { at, slug };
}
