import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import type { ArticleAtRevision } from './article.schema';
import { assertUnchanged } from './assert-unchanged';
import { keepVersion } from './keep-version';
import { lockArticle } from './lock-article';

/**
 * Makes the draft what customers and the assistant read, exactly as the person has it before them. Of two who publish
 * at once one does; the other hears of it.
 */
export async function publishArticle(
  person: PersonActor,
  { articleId, revision }: ArticleAtRevision,
): Promise<{ version: number }> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    await assertUnchanged(tx, article, revision);
    if (article.archivedAt) throw new AppError('conflict', 'This article is archived. Take it back first.');
    if (article.draftBody === null) throw new AppError('conflict', 'There is no draft: this text is live already.');
    if (article.draftBody.trim() === '')
      throw new AppError('invalid', 'body: an article without text answers nothing.');
    const version = await keepVersion(tx, article, {
      title: article.draftTitle ?? article.title,
      body: article.draftBody,
      audience: article.audience,
      note: 'Published',
      personId: person.id,
      keepDraft: false,
    });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'article.published',
      subject: { kind: 'article', id: articleId },
      before: { version: article.version },
      after: { version },
    });
    return { version };
  });
}
