import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import type { Article } from '../platform/records';

/**
 * Throws `conflict` when the locked article is not as its writer has read it, and names who changed it and when: what
 * the writer has is still theirs to keep.
 */
export async function assertUnchanged(tx: Tx, article: Article, revision: number): Promise<void> {
  if (article.revision === revision) return;
  const last =
    article.draftAt !== null
      ? { personId: article.draftBy, at: article.draftAt, did: 'saved' }
      : await lastVersion(tx, article.id);
  const person = last?.personId ? await tx.person.findUnique({ where: { id: last.personId } }) : null;
  const name = person?.name.split(' ')[0] ?? 'Somebody';
  const at = last ? ` at ${last.at.toISOString().slice(11, 16)} UTC` : '';
  throw new AppError('conflict', `${name} ${last?.did ?? 'changed'} this article${at}. Your text was not saved.`);
}

async function lastVersion(tx: Tx, articleId: string) {
  const version = await tx.articleVersion.findFirst({ where: { articleId }, orderBy: { number: 'desc' } });
  return version ? { personId: version.personId, at: version.createdAt, did: 'published' } : null;
}
