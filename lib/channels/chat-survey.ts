import { fillWords, surveyWords } from '../format/survey-words';
import { databaseNow } from '../platform/clock';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { answerLocked } from '../surveys/answer-survey';
import { readBrand } from '../surveys/survey-settings';
import type { ChatSurvey } from '../surveys/surveys.schema';
import type { AnswerChatSurvey } from './chat.schema';
import type { ChatVisitor } from './chat-visitor';
import { findChatCustomer } from './find-chat';

/** What is to be asked of this visitor at this visit; null where nothing is. */
export async function readChatSurvey(visitor: ChatVisitor): Promise<ChatSurvey | null> {
  const customerId = await findChatCustomer(visitor);
  if (!customerId) return null;
  const survey = await db().survey.findFirst({
    where: { customerId, way: 'chat', kind: 'nps', answeredAt: null, expiresAt: { gt: await databaseNow() } },
    orderBy: { askedAt: 'desc' },
  });
  if (!survey) return null;
  const { words } = surveyWords(survey.language);
  return {
    id: survey.id,
    question: fillWords(words.nps, { brand: await readBrand() }),
    low: words.npsLow,
    high: words.npsHigh,
    comment: words.npsComment,
    thanks: words.thanks,
  };
}

/** Keeps the answer, of the customer it was asked of only. Throws `not_found`, and `conflict` where it is too late. */
export async function answerChatSurvey(visitor: ChatVisitor, { id, score, comment }: AnswerChatSurvey): Promise<void> {
  const brand = await readBrand();
  await inTransaction(async (tx) => {
    const customerId = await findChatCustomer(visitor, tx);
    const survey = customerId ? await tx.survey.findFirst({ where: { id, customerId, way: 'chat' } }) : null;
    if (!survey) throw new AppError('not_found', 'There is no such question.');
    const { state } = await answerLocked(tx, id, { score, comment }, brand);
    if (state !== 'answered') throw new AppError('conflict', 'This question has expired.');
  });
}
