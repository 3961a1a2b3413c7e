import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import type { RestoreVersion } from './article.schema';
import { assertUnchanged } from './assert-unchanged';
import { keepVersion } from './keep-version';
import { lockArticle } from './lock-article';

/**
 * Brings an old text back, as the draft or live at once as a new version: history keeps all of them. The audience stays
 * as it is today, so that an old version never opens an article to more readers.
 */
export async function restoreVersion(
  person: PersonActor,
  { articleId, revision, number, publish }: RestoreVersion,
): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    await assertUnchanged(tx, article, revision);
    if (article.archivedAt) throw new AppError('conflict', 'This article is archived. Take it back first.');
    const old = await tx.articleVersion.findUnique({ where: { articleId_number: { articleId, number } } });
    if (!old) throw new AppError('not_found', `There is no version ${number} of this article.`);
    const actor = { kind: 'person' as const, id: person.id };
    const subject = { kind: 'article', id: articleId };
    if (publish) {
      const version = await keepVersion(tx, article, {
        title: old.title,
        body: old.body,
        audience: article.audience,
        note: `Restored from version ${number}`,
        personId: person.id,
        keepDraft: false,
      });
      await appendAudit(tx, { actor, action: 'article.restored', subject, after: { from: number, version } });
      return { version };
    }
    await tx.article.update({
      where: { id: articleId },
      data: {
        draftTitle: old.title,
        draftBody: old.body,
        draftBy: person.id,
        draftAt: new Date(),
        revision: { increment: 1 },
        updatedAt: article.updatedAt,
      },
    });
    await recordEvent(tx, 'article.changed', { articleId });
    await appendAudit(tx, { actor, action: 'article.restored', subject, after: { from: number, draft: true } });
    return { version: article.version };
  });
}
