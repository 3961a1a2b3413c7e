import { DateTime } from 'luxon';
import { appendAudit } from '../audit/append-audit';
import { appendEvent } from '../conversations/append-event';
import { familyOf } from '../conversations/find-customer';
import { lockConversation } from '../conversations/lock-conversation';
import { queueMail } from '../mail/queue-mail';
import { readMailServer } from '../mail/read-mail-server';
import { readMetricSettings } from '../metrics/metric-settings';
import { databaseNow } from '../platform/clock';
import { inTransaction, Prisma, type Tx } from '../platform/db';
import { newId } from '../platform/ids';
import { chooseCsatWay, chooseNpsWay, isQuietHour } from './decide-asking';
import { type Candidate, countAsked, findCsatCandidates, findNpsCandidates, surveyPurpose } from './find-candidates';
import { readBrand, readSurveySettings } from './survey-settings';
import type { SurveyKind, SurveySettings, SurveyWay } from './surveys.schema';
import { wordSurvey } from './word-survey';

const mostAtOnce = 200;
const dayMs = 86_400_000;
/** Who counts how many were asked today does it alone. */
const dayLock = 778241;

/**
 * Asks those whose turn it is, as the settings say. Every worker runs it: whoever is asked is looked at again under the lock on
 * the customer, so that however many do it, nobody is asked twice within the limit. Answers how many were asked.
 */
export async function askSurveys(): Promise<number> {
  const settings = await readSurveySettings();
  if (!settings.csat.on && !settings.nps.on) return 0;
  const [now, { timeZone }, server, brand] = await Promise.all([
    databaseNow(),
    readMetricSettings(),
    readMailServer(),
    readBrand(),
  ]);
  if (isQuietHour(settings.limits, timeZone, now)) return 0;
  const around: Around = { settings, mailWorks: server !== null, brand, dayStart: startOfDay(now, timeZone) };
  let asked = 0;
  if (settings.csat.on)
    for (const one of await findCsatCandidates(settings, around.mailWorks, mostAtOnce))
      if (await askOne('csat', one, around)) asked++;
  if (settings.nps.on) {
    const left = settings.nps.perDay - (await inTransaction((tx) => countAsked(tx, 'nps', around.dayStart)));
    for (const one of await findNpsCandidates(settings, around.mailWorks, Math.min(left, mostAtOnce), now))
      if (await askOne('nps', one, around)) asked++;
  }
  return asked;
}

type Around = { settings: SurveySettings; mailWorks: boolean; brand: string; dayStart: Date };

export const startOfDay = (now: Date, timeZone: string): Date =>
  DateTime.fromJSDate(now, { zone: timeZone }).startOf('day').toJSDate();

async function askOne(kind: SurveyKind, candidate: Candidate, around: Around): Promise<boolean> {
  const { settings, mailWorks } = around;
  const reach = { channel: candidate.channel, email: candidate.email !== null, chat: candidate.chat, mailWorks };
  const way = kind === 'csat' ? chooseCsatWay(settings.csat, reach) : chooseNpsWay(settings.nps, reach);
  if (!way) return false;
  try {
    return await inTransaction(async (tx) => {
      if (!(await mayAsk(tx, kind, candidate, around))) return false;
      await ask(tx, kind, way, candidate, around);
      return true;
    });
  } catch (error) {
    // Of two workers at one conversation the second finds it asked: it is, once.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false;
    throw error;
  }
}

/** Everything that forbids it, under the locks that keep it so until the commit. */
async function mayAsk(
  tx: Tx,
  kind: SurveyKind,
  { customerId, conversationId }: Candidate,
  { settings, dayStart }: Around,
): Promise<boolean> {
  if (kind === 'nps') await tx.$executeRaw`SELECT pg_advisory_xact_lock(${dayLock})`;
  await tx.$queryRaw`SELECT id FROM "Customer" WHERE id = ${customerId}::uuid FOR NO KEY UPDATE`;
  const customer = await tx.customer.findUnique({ where: { id: customerId } });
  if (!customer || customer.mergedIntoId || customer.forgottenAt) return false;
  const family = await familyOf(tx, customerId);
  if (await hasStopped(tx, family)) return false;
  const now = (await databaseNow(tx)).getTime();
  const since = (days: number) => new Date(now - days * dayMs);
  const lately = since(settings.limits.fatigueDays);
  if ((await tx.survey.count({ where: { customerId: { in: family }, askedAt: { gt: lately } } })) > 0) return false;
  const rated = await tx.conversation.count({ where: { customerId: { in: family }, ratedAt: { gt: lately } } });
  if (rated > 0) return false;
  if (kind === 'nps') {
    if ((await countAsked(tx, 'nps', dayStart)) >= settings.nps.perDay) return false;
    const before = { kind: 'nps' as const, customerId: { in: family }, askedAt: { gt: since(settings.nps.everyDays) } };
    if ((await tx.survey.count({ where: before })) > 0) return false;
    if ((await tx.conversation.count({ where: { customerId, state: 'open' } })) > 0) return false;
  }
  const conversation = await lockConversation(tx, conversationId);
  if (conversation.customerId !== customerId || conversation.state !== 'closed' || conversation.mergedIntoId)
    return false;
  return kind === 'nps' || (conversation.rating === null && conversation.ratingAskedAt === null);
}

/** The last word counts, whoever of the family said it. */
export async function hasStopped(tx: Tx, family: string[]): Promise<boolean> {
  const last = await tx.consent.findFirst({
    where: { customerId: { in: family }, purpose: surveyPurpose },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return last?.granted === false;
}

async function ask(tx: Tx, kind: SurveyKind, way: SurveyWay, candidate: Candidate, around: Around): Promise<void> {
  const { customerId, conversationId, email } = candidate;
  const { brand, settings } = around;
  const id = newId();
  const now = await databaseNow(tx);
  const expiresAt = new Date(now.getTime() + settings[kind].expireDays * dayMs);
  const language = candidate.language ?? 'en';
  await tx.survey.create({ data: { id, kind, customerId, conversationId, way, language, askedAt: now, expiresAt } });
  const conversation = await tx.conversation.update({
    where: { id: conversationId },
    data: kind === 'csat' ? { ratingAskedAt: now } : {},
  });
  if (way === 'mail' && email)
    await queueMail(tx, {
      ...wordSurvey({ kind, surveyId: id, customerId, brand, language, closedAt: conversation.closedAt ?? now }),
      key: `survey:${id}`,
      kind: 'survey',
      to: email,
      customerId,
    });
  // Tells the log, and counts the conversation anew; the link itself stands nowhere a colleague reads.
  const says =
    kind === 'csat' ? 'Asked the customer how it went' : 'Asked the customer whether they would recommend us';
  await appendEvent(tx, conversation, { name: 'rating_asked', says, more: { surveyId: id, kind, way, language } });
  await appendAudit(tx, {
    actor: { kind: 'system', id: null },
    action: 'survey.ask',
    subject: { kind: 'customer', id: customerId },
    after: { surveyId: id, kind, way, conversationId },
  });
}
