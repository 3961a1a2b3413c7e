import { appendAudit } from '../audit/append-audit';
import { lockConversation } from '../conversations/lock-conversation';
import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { db, inTransaction, type Tx } from '../platform/db';
import { AppError } from '../platform/errors';
import { consume } from '../platform/limit';
import type { Survey } from '../platform/records';
import { openVault } from '../privacy/open-vault';
import { readLink } from './survey-link';
import { readBrand, readSurveySettings } from './survey-settings';
import type { SurveyAnswer, SurveyPage } from './surveys.schema';
import { takeRating } from './take-rating';

/** A house behind one address answers a few; a machine that guesses tries more. */
const fromOneAddress = { points: 60, seconds: 60 };
const forOneLink = { points: 20, seconds: 60 };
const dayMs = 86_400_000;

/** Throws `rate_limited`. */
export async function limitSurvey(token: string, address: string): Promise<void> {
  const within = await Promise.all([
    consume('survey-address', address, fromOneAddress),
    consume('survey-link', token.slice(0, 60), forOneLink),
  ]);
  if (within.includes(false)) throw new AppError('rate_limited', 'That was a lot at once. Wait a minute.');
}

/** What the page behind a link shows. What is not a link of ours, and one of a customer who was forgotten, is the same: unknown. */
export async function readSurvey(token: string): Promise<SurveyPage> {
  const [brand, id] = [await readBrand(), readLink('answer', token)];
  const survey = id ? await db().survey.findUnique({ where: { id } }) : null;
  if (!survey || (await isForgotten(db(), survey))) return { state: 'unknown', brand, language: null };
  return view(survey, brand, await databaseNow());
}

/**
 * Keeps what the customer answers by a link: one survey, about one conversation, changed as long as its days go. A link that is
 * forged, expired or used up changes nothing; what it is then is in the answer.
 */
export async function answerSurvey(token: string, answer: SurveyAnswer): Promise<SurveyPage> {
  const id = readLink('answer', token);
  const brand = await readBrand();
  if (!id) return { state: 'unknown', brand, language: null };
  return inTransaction((tx) => answerLocked(tx, id, answer, brand));
}

/** The same for one whose customer is known otherwise, such as by the chat. */
export async function answerLocked(tx: Tx, id: string, answer: SurveyAnswer, brand: string): Promise<SurveyPage> {
  const found = await tx.survey.findUnique({ where: { id } });
  if (!found || (await isForgotten(tx, found))) return { state: 'unknown', brand, language: null };
  const conversation = await lockConversation(tx, found.conversationId);
  const survey = await tx.survey.findUniqueOrThrow({ where: { id } });
  const now = await databaseNow(tx);
  const page = view(survey, brand, now);
  if (page.state !== 'open' && page.state !== 'answered') return page;
  const score = answer.score ?? survey.score;
  if (score === null) throw new AppError('invalid', 'score: choose a number first.');
  if (survey.kind === 'csat' && (score < 1 || score > 5)) throw new AppError('invalid', 'score: must be 1 to 5.');
  const comment = answer.comment === '' ? undefined : answer.comment;
  const settings = await readSurveySettings(tx);
  const first = survey.answeredAt === null;
  const vault = await openVault(tx, conversation.id);
  const kept = comment ? vault.takeIn(comment) : undefined;
  await vault.keep();
  const answered = await tx.survey.update({
    where: { id },
    data: {
      score,
      comment: kept,
      answeredAt: survey.answeredAt ?? now,
      changeUntil: survey.changeUntil ?? new Date(now.getTime() + settings[survey.kind].changeDays * dayMs),
    },
  });
  if (survey.kind === 'csat') await takeRating(tx, conversation, { rating: score, comment });
  else await recordEvent(tx, 'conversation.rated', { conversationId: conversation.id });
  await appendAudit(tx, {
    actor: { kind: 'customer', id: conversation.customerId },
    action: first ? 'survey.answer' : 'survey.change',
    subject: { kind: 'survey', id },
    ...(first ? {} : { before: { score: survey.score } }),
    after: { score, commented: kept !== undefined, conversationId: conversation.id },
  });
  return view(answered, brand, now);
}

async function isForgotten(tx: Tx, { conversationId }: Survey): Promise<boolean> {
  const conversation = await tx.conversation.findUnique({
    where: { id: conversationId },
    select: { customer: { select: { forgottenAt: true } } },
  });
  return !conversation || conversation.customer.forgottenAt !== null;
}

function view(survey: Survey, brand: string, now: Date): SurveyPage {
  const { language, kind, score, changeUntil } = survey;
  if (survey.answeredAt && (!changeUntil || changeUntil <= now)) return { state: 'used', brand, language };
  if (!survey.answeredAt && survey.expiresAt <= now) return { state: 'expired', brand, language };
  return {
    state: survey.answeredAt ? 'answered' : 'open',
    brand,
    language,
    kind,
    score,
    commented: survey.comment !== null,
    changeUntil: changeUntil?.toISOString() ?? null,
  };
}
