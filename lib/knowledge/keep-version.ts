import { recordEvent } from '../events/record-event';
import type { Tx } from '../platform/db';
import type { Article } from '../platform/records';
import type { Audience } from './knowledge.schema';

type NewVersion = {
  title: string;
  body: string;
  audience: Audience;
  note: string;
  personId: string | null;
  /** The draft stays as it is: somebody is writing on, and this is another text. */
  keepDraft: boolean;
};

/**
 * Makes a text the published one of an article the caller has locked, and keeps it as the next version. It is found by
 * every process within two seconds of the commit. Answers the number of the version.
 */
export async function keepVersion(tx: Tx, article: Article, made: NewVersion): Promise<number> {
  const number = article.version + 1;
  const { title, body, audience, note, personId } = made;
  await tx.articleVersion.create({
    data: { articleId: article.id, number, title, body, audience, note, personId },
  });
  await tx.article.update({
    where: { id: article.id },
    data: {
      title,
      body,
      audience,
      version: number,
      publishedAt: new Date(),
      revision: { increment: 1 },
      ...(!made.keepDraft && { draftTitle: null, draftBody: null, draftBy: null, draftAt: null }),
    },
  });
  await recordEvent(tx, 'article.published', { articleId: article.id });
  return number;
}
