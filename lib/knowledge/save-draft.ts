import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import type { SaveDraft, Saved } from './article.schema';
import { assertUnchanged } from './assert-unchanged';
import { lockArticle } from './lock-article';

/** Keeps what a person has written so far. Of two who save the same revision one gets it; the other hears of whom. */
export async function saveDraft(person: PersonActor, { articleId, revision, title, body }: SaveDraft): Promise<Saved> {
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    await assertUnchanged(tx, article, revision);
    if (article.archivedAt) throw new AppError('conflict', 'This article is archived. Take it back first.');
    const savedAt = new Date();
    const unchanged = (article.draftTitle ?? article.title) === title && (article.draftBody ?? article.body) === body;
    if (unchanged) return { revision, savedAt: savedAt.toISOString(), draft: article.draftBody !== null };
    // Typed back to what is published: there is nothing left to publish.
    const same = article.publishedAt !== null && article.title === title && article.body === body;
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...(same
          ? { draftTitle: null, draftBody: null, draftBy: null, draftAt: null }
          : { draftTitle: title, draftBody: body, draftBy: person.id, draftAt: savedAt }),
        // An article that nobody has read yet goes by its newest title.
        ...(article.publishedAt === null && { title }),
        revision: { increment: 1 },
        // Says when what is read has changed, and what is read has not: the search index stays as it is.
        updatedAt: article.updatedAt,
      },
    });
    await recordEvent(tx, 'article.changed', { articleId });
    return { revision: revision + 1, savedAt: savedAt.toISOString(), draft: !same };
  });
}

/** Throws away what was written since the last publication. An article that was never published is deleted instead. */
export async function discardDraft(
  _person: PersonActor,
  { articleId, revision }: { articleId: string; revision: number },
): Promise<void> {
  await inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    await assertUnchanged(tx, article, revision);
    if (article.publishedAt === null) throw new AppError('conflict', 'It was never published: delete it instead.');
    await tx.article.update({
      where: { id: articleId },
      data: {
        draftTitle: null,
        draftBody: null,
        draftBy: null,
        draftAt: null,
        revision: { increment: 1 },
        updatedAt: article.updatedAt,
      },
    });
    await recordEvent(tx, 'article.changed', { articleId });
  });
}
