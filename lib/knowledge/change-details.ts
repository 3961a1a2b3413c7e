import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import type { ChangeDetails } from './article.schema';
import { keepVersion } from './keep-version';
import { lockArticle } from './lock-article';

const audienceNames = { public: 'everyone', verified: 'verified customers', agents: 'agents only' };

/**
 * Changes what stands around the text; it holds at once. Another audience of a published article is a version of its
 * own, because from then on others read it.
 */
export async function changeDetails(
  person: PersonActor,
  { articleId, audience, ownerId, reviewAt, collection }: ChangeDetails,
): Promise<void> {
  await inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (ownerId) {
      const owner = await tx.person.findUnique({ where: { id: ownerId } });
      if (!owner) throw new AppError('not_found', 'There is no such person.');
    }
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...(ownerId !== undefined && { ownerId }),
        ...(collection !== undefined && { collection }),
        ...(reviewAt !== undefined && { reviewAt: reviewAt ? new Date(reviewAt) : null }),
        ...(audience !== undefined && article.publishedAt === null && { audience }),
        updatedAt: article.updatedAt,
      },
    });
    const opens = audience !== undefined && audience !== article.audience;
    if (!opens || article.publishedAt === null) {
      await recordEvent(tx, 'article.changed', { articleId });
      return;
    }
    const { title, body } = article;
    const note = `Audience changed to ${audienceNames[audience]}`;
    const version = await keepVersion(tx, article, {
      title,
      body,
      audience,
      note,
      personId: person.id,
      keepDraft: true,
    });
    await appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'article.audience_changed',
      subject: { kind: 'article', id: articleId },
      before: { audience: article.audience, version: article.version },
      after: { audience, version },
    });
  });
}
