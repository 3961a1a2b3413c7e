import { readMailServer } from '../mail/read-mail-server';
import { readMetricSettings } from '../metrics/metric-settings';
import { databaseNow } from '../platform/clock';
import { db } from '../platform/db';
import { startOfDay } from './ask-surveys';
import { isQuietHour } from './decide-asking';
import { countAsked, countCandidates, surveyPurpose } from './find-candidates';
import { readBrand, readSurveySettings } from './survey-settings';
import type { SurveyCount, SurveySettings, SurveysView } from './surveys.schema';

/** Both surveys as they are set, and what became of those of the last 30 days. */
export async function viewSurveys(): Promise<SurveysView> {
  const [settings, { timeZone }, server, brand, teams, tiers, languages, lately, stopped] = await Promise.all([
    readSurveySettings(),
    readMetricSettings(),
    readMailServer(),
    readBrand(),
    db().team.findMany({ select: { id: true, name: true }, orderBy: { position: 'asc' } }),
    db().$queryRaw<{ value: string }[]>`
      SELECT DISTINCT tier AS value FROM "Customer" WHERE tier IS NOT NULL ORDER BY 1 LIMIT 50`,
    db().$queryRaw<{ value: string }[]>`
      SELECT DISTINCT language AS value FROM "Conversation" WHERE language IS NOT NULL ORDER BY 1 LIMIT 50`,
    db().$queryRaw<{ kind: 'csat' | 'nps'; asked: number; answered: number }[]>`
      SELECT kind::text, count(*)::int AS asked, count("answeredAt")::int AS answered FROM "Survey"
      WHERE "askedAt" > clock_timestamp() - interval '30 days' GROUP BY 1`,
    db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (SELECT DISTINCT ON ("customerId") granted FROM "Consent" WHERE purpose = ${surveyPurpose}
        ORDER BY "customerId", "createdAt" DESC, id DESC) last WHERE NOT granted`,
  ]);
  const of = (kind: 'csat' | 'nps') => {
    const { asked = 0, answered = 0 } = lately.find((one) => one.kind === kind) ?? {};
    return { asked, answered };
  };
  return {
    settings,
    timeZone,
    brand,
    mailWorks: server !== null,
    teams,
    tiers: tiers.map(({ value }) => value),
    languages: languages.map(({ value }) => value),
    lately: { csat: of('csat'), nps: of('nps'), stopped: stopped[0]?.n ?? 0 },
  };
}

/** How many would be asked with these settings, by the same questions the schedule asks; nobody is. */
export async function countSurveys(settings: SurveySettings): Promise<SurveyCount> {
  const [now, { timeZone }, server] = await Promise.all([databaseNow(), readMetricSettings(), readMailServer()]);
  const [{ csat, fit, drawn }, askedToday] = await Promise.all([
    countCandidates(settings, server !== null, now),
    countAsked(db(), 'nps', startOfDay(now, timeZone)),
  ]);
  return {
    csat: { now: csat },
    nps: { fit, drawn, askedToday, today: Math.max(0, Math.min(drawn, settings.nps.perDay - askedToday)) },
    quiet: isQuietHour(settings.limits, timeZone, now),
  };
}
