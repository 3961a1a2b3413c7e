import type { PersonActor } from '../auth/permissions';
import { recordEvent } from '../events/record-event';
import { inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import type { ArticlePlace } from './article.schema';

/** So many are asked again at every change, while somebody waits. */
const mostQuestions = 40;

/** Notes a question that the article must answer from now on. The same one twice is once. */
export async function addQuestion(
  person: PersonActor,
  { slug, language, text }: ArticlePlace & { text: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const article = await tx.article.findUnique({ where: { slug_language: { slug, language } }, select: { id: true } });
    if (!article) throw new AppError('not_found', 'There is no such article.');
    if ((await tx.articleQuestion.count({ where: { slug, language } })) >= mostQuestions) {
      throw new AppError('conflict', `An article answers for at most ${mostQuestions} questions. Take one out first.`);
    }
    await tx.articleQuestion.createMany({
      data: [{ id: newId(), slug, language, text, personId: person.id }],
      skipDuplicates: true,
    });
    await recordEvent(tx, 'article.changed', { articleId: article.id });
  });
}

export async function removeQuestion(_person: PersonActor, questionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const question = await tx.articleQuestion.findUnique({ where: { id: questionId } });
    if (!question) return;
    await tx.articleQuestion.delete({ where: { id: questionId } });
    const { slug, language } = question;
    const article = await tx.article.findUnique({ where: { slug_language: { slug, language } }, select: { id: true } });
    if (article) await recordEvent(tx, 'article.changed', { articleId: article.id });
  });
}
