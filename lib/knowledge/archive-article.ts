import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { lockArticle } from './lock-article';

/** Takes an article away from customers and the assistant, or gives it back; nothing of it is lost. Twice is once. */
export async function archiveArticle(person: PersonActor, articleId: string, archived: boolean): Promise<void> {
  await inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if ((article.archivedAt !== null) === archived) return;
    await tx.article.update({
      where: { id: articleId },
      data: { archivedAt: archived ? new Date() : null, revision: { increment: 1 } },
    });
    await recordEvent(tx, 'article.changed', { articleId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: archived ? 'article.archived' : 'article.unarchived',
      subject: { kind: 'article', id: articleId },
    });
  });
}

/** Deletes what nobody ever read. What was published is archived instead: answers given from it must stay explainable. */
export async function deleteNeverPublished(person: PersonActor, articleId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (article.publishedAt !== null) {
      throw new AppError('conflict', 'It was published once: archive it, so that its history stays.');
    }
    const { slug, language } = article;
    await tx.article.delete({ where: { id: articleId } });
    await tx.articleQuestion.deleteMany({ where: { slug, language } });
    await recordEvent(tx, 'article.changed', { articleId });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'article.deleted',
      subject: { kind: 'article', id: articleId },
      before: { slug, language },
    });
  });
}
