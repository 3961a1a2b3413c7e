import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Article } from '../platform/records';
import type { ArticlePlace } from './article.schema';

/** The article, locked until the transaction ends: saves and publications of one article go one after another. */
export async function lockArticle(tx: Tx, articleId: string): Promise<Article> {
  await tx.$executeRaw`SELECT id FROM "Article" WHERE id = ${articleId}::uuid FOR UPDATE`;
  const article = await tx.article.findUnique({ where: { id: articleId } });
  if (!article) throw new AppError('not_found', 'There is no such article. Somebody may have deleted it.');
  return article;
}

export async function lockArticleAt(tx: Tx, { slug, language }: ArticlePlace): Promise<Article> {
  await tx.$executeRaw`SELECT id FROM "Article" WHERE slug = ${slug} AND language = ${language} FOR UPDATE`;
  const article = await tx.article.findUnique({ where: { slug_language: { slug, language } } });
  if (!article) throw new AppError('not_found', `There is no article ${slug} in ${language}.`);
  return article;
}
