import type { PersonActor } from '../auth/permissions';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Article, ImportItem } from '../platform/records';
import {
  type ImportEffect,
  type ImportItemView,
  type ImportView,
  importedArticleSchema,
  importOptionsSchema,
} from './import.schema';
import { isSameArticle } from './importing/is-same-article';
import { settleDetails } from './importing/settle-details';
import { describeImports } from './list-imports';

/** One import with every file: what came of it, or what writing it will do. Throws `not_found`. */
export async function viewImport(_actor: PersonActor, importId: string): Promise<ImportView> {
  const row = await db().import.findUnique({
    where: { id: importId },
    omit: { upload: true },
    include: { items: { orderBy: { position: 'asc' } } },
  });
  if (!row) throw new AppError('not_found', 'There is no such import.');
  const waiting = row.state === 'ready' ? row.items.flatMap(({ slug }) => slug ?? []) : [];
  const [described, articles] = await Promise.all([
    describeImports([row]),
    waiting.length > 0 ? db().article.findMany({ where: { slug: { in: waiting } } }) : [],
  ]);
  const known = new Map(articles.map((one) => [`${one.slug} ${one.language}`, one]));
  return {
    ...described[0]!,
    error: row.error,
    options: importOptionsSchema.parse(row.options),
    items: row.items.map((item) => viewItem(item, row.state === 'ready' ? known : null)),
  };
}

function viewItem(item: ImportItem, known: ReadonlyMap<string, Article> | null): ImportItemView {
  const { position, file, state, error, slug, language, title, articleId } = item;
  const read = importedArticleSchema.safeParse(item.article);
  const article = read.success ? read.data : null;
  const now = known?.get(`${slug} ${language}`);
  const details = article && settleDetails(article, now);
  const effect =
    known && article && details && state === 'ready' ? effectOf(now, { title, body: article.body, ...details }) : null;
  return {
    position,
    file,
    state,
    error,
    slug,
    language,
    title,
    audience: details?.audience ?? null,
    collection: details?.collection ?? '',
    articleId,
    effect,
  };
}

type Read = { title: string | null; body: string; audience: string; collection: string };

function effectOf(now: Article | undefined, read: Read): ImportEffect {
  if (!now) return { does: 'new' };
  return isSameArticle(now, read) ? { does: 'unchanged' } : { does: 'changes', version: now.version };
}
