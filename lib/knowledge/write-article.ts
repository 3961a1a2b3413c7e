import { recordEvent } from '../events/record-event';
import type { Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { Article } from '../platform/records';
import { keepVersion } from './keep-version';
import type { Audience } from './knowledge.schema';
import { lockArticleAt } from './lock-article';

export type WrittenArticle = {
  slug: string;
  language: string;
  title: string;
  /** Markdown without front matter. */
  body: string;
  audience: Audience;
  collection: string;
  teamKey?: string | null;
  reviewAt?: Date | null;
  ownerId?: string | null;
  /** The file or address it comes from. */
  origin: string | null;
  /** What was done, kept with the version: "Imported from returns.md". */
  note: string;
  /** Live with the commit, or a draft that waits. */
  publish: boolean;
  personId: string | null;
};

export type WriteOutcome = { articleId: string; version: number; outcome: 'created' | 'updated' | 'unchanged' };

/**
 * Writes a whole article from elsewhere in the caller's transaction, with its events; the caller appends to the audit
 * chain once, last. What is the same already is left alone. What a person is writing is never overwritten: a published
 * text goes live beside their draft, and a draft over theirs is a `conflict`.
 */
export async function writeArticle(tx: Tx, written: WrittenArticle): Promise<WriteOutcome> {
  const made = await tx.article.createManyAndReturn({
    data: [
      {
        id: newId(),
        slug: written.slug,
        language: written.language,
        title: written.title,
        body: '',
        audience: written.audience,
        version: 0,
      },
    ],
    // Two who write the same new article at once: the second waits here, then goes on with the first one's row.
    skipDuplicates: true,
    select: { id: true },
  });
  const article = await lockArticleAt(tx, written);
  const created = made.length > 0;
  if (!created && isSame(article, written)) {
    return { articleId: article.id, version: article.version, outcome: 'unchanged' };
  }
  const { title, body, audience, collection, origin, note, personId } = written;
  const details = {
    collection,
    origin,
    ...(written.teamKey !== undefined && { teamKey: written.teamKey }),
    ...(written.reviewAt !== undefined && { reviewAt: written.reviewAt }),
    ...(written.ownerId !== undefined && { ownerId: written.ownerId }),
    archivedAt: null,
  };
  if (written.publish) {
    const version = await keepVersion(tx, article, { title, body, audience, note, personId, keepDraft: true });
    await tx.article.update({ where: { id: article.id }, data: details });
    return { articleId: article.id, version, outcome: created ? 'created' : 'updated' };
  }
  if (article.draftBody !== null && article.draftBy !== null) {
    throw new AppError(
      'conflict',
      `${written.slug} (${written.language}): somebody is writing a draft of it. Publish or discard that first.`,
    );
  }
  await tx.article.update({
    where: { id: article.id },
    data: {
      ...details,
      // A published article keeps its audience until somebody publishes: a draft must not open it to others.
      ...(article.publishedAt === null && { title, audience }),
      draftTitle: title,
      draftBody: body,
      draftBy: null,
      draftAt: new Date(),
      revision: { increment: 1 },
    },
  });
  await recordEvent(tx, 'article.changed', { articleId: article.id });
  return { articleId: article.id, version: article.version, outcome: created ? 'created' : 'updated' };
}

function isSame(article: Article, written: WrittenArticle): boolean {
  const { publish, title, body, audience, collection } = written;
  const about =
    article.archivedAt === null &&
    article.audience === audience &&
    article.collection === collection &&
    (written.teamKey === undefined || article.teamKey === written.teamKey) &&
    (written.ownerId === undefined || article.ownerId === written.ownerId) &&
    (written.reviewAt === undefined || article.reviewAt?.getTime() === written.reviewAt?.getTime());
  if (!about) return false;
  const live = article.publishedAt !== null && article.title === title && article.body === body;
  if (publish) return live;
  return article.draftBody === null ? live : article.draftTitle === title && article.draftBody === body;
}
