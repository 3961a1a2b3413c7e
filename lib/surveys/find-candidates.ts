import { db, Prisma, type Tx } from '../platform/db';
import { roundOf } from './decide-asking';
import type { SurveySettings } from './surveys.schema';

/** Somebody who may be asked, as far as one question to the database can tell; it is looked at again under the lock. */
export type Candidate = {
  customerId: string;
  conversationId: string;
  channel: string;
  language: string | null;
  email: string | null;
  chat: boolean;
};

/** Surveys, and research as the consent calls it: who said no to it is asked nothing. */
export const surveyPurpose = 'research';

/** How long after its time somebody is still asked: what was closed while nothing ran is not asked about weeks later. */
const windowHours = 48;

const reach = Prisma.sql`
  (SELECT i.value FROM "Identity" i WHERE i."customerId" = cu.id AND i.kind = 'email' AND i."verifiedAt" IS NOT NULL
    ORDER BY i."createdAt" LIMIT 1) AS email,
  EXISTS (SELECT 1 FROM "Identity" i WHERE i."customerId" = cu.id AND i.kind IN ('visitor', 'account')) AS chat`;

/** Here, not merged away, not forgotten, and never said no. */
const willing = Prisma.sql`cu."forgottenAt" IS NULL AND cu."mergedIntoId" IS NULL
  AND coalesce((SELECT co.granted FROM "Consent" co WHERE co."customerId" = cu.id AND co.purpose = ${surveyPurpose}
    ORDER BY co."createdAt" DESC, co.id DESC LIMIT 1), true)`;

const rested = (days: number) => Prisma.sql`
  NOT EXISTS (SELECT 1 FROM "Survey" s WHERE s."customerId" = cu.id AND s."askedAt" > clock_timestamp() - make_interval(days => ${days}))
  AND NOT EXISTS (SELECT 1 FROM "Conversation" r WHERE r."customerId" = cu.id AND r."ratedAt" > clock_timestamp() - make_interval(days => ${days}))`;

/** Conversations that were closed a while ago and are still closed, outside of the chat. */
function csatQuery({ csat, limits }: SurveySettings): Prisma.Sql {
  return Prisma.sql`
    SELECT cu.id::text AS "customerId", c.id::text AS "conversationId", ch.kind::text AS channel,
      coalesce(c.language, cu.language) AS language, ${reach}
    FROM "Conversation" c JOIN "Customer" cu ON cu.id = c."customerId" JOIN "Channel" ch ON ch.id = c."channelId"
    WHERE c.state = 'closed' AND c."mergedIntoId" IS NULL AND c.rating IS NULL AND c."ratingAskedAt" IS NULL
      AND ch.kind <> 'web_chat' AND coalesce(c.resolution <> 'abandoned', true)
      AND c."closedAt" <= clock_timestamp() - make_interval(mins => ${csat.afterMinutes})
      AND c."closedAt" > clock_timestamp() - make_interval(mins => ${csat.afterMinutes}, hours => ${windowHours})
      AND ${willing} AND ${rested(limits.fatigueDays)}`;
}

/** Customers by their last conversation, who have none open. */
function npsQuery({ nps, limits }: SurveySettings, drawn: Prisma.Sql): Prisma.Sql {
  const tiers = nps.tiers.length > 0 ? Prisma.sql`cu.tier = ANY(${nps.tiers})` : Prisma.sql`true`;
  const languages =
    nps.languages.length > 0
      ? Prisma.sql`coalesce(c.language, cu.language, '') = ANY(${nps.languages})`
      : Prisma.sql`true`;
  return Prisma.sql`
    SELECT DISTINCT ON (cu.id) cu.id::text AS "customerId", c.id::text AS "conversationId", ch.kind::text AS channel,
      coalesce(c.language, cu.language) AS language, ${reach}
    FROM "Conversation" c JOIN "Customer" cu ON cu.id = c."customerId" JOIN "Channel" ch ON ch.id = c."channelId"
    WHERE c.state = 'closed' AND c."mergedIntoId" IS NULL
      AND c."closedAt" > clock_timestamp() - make_interval(days => ${nps.withinDays}) AND ${tiers} AND ${languages} AND ${drawn}
      AND NOT EXISTS (SELECT 1 FROM "Conversation" o WHERE o."customerId" = cu.id AND o.state = 'open')
      AND NOT EXISTS (SELECT 1 FROM "Survey" s WHERE s."customerId" = cu.id AND s.kind = 'nps'
        AND s."askedAt" > clock_timestamp() - make_interval(days => ${nps.everyDays}))
      AND NOT EXISTS (SELECT 1 FROM "Survey" s WHERE s."conversationId" = c.id AND s.kind = 'nps')
      AND ${willing} AND ${rested(limits.fatigueDays)}
    ORDER BY cu.id, c."closedAt" DESC`;
}

/** The same customers all through a round, others in the next. */
const drawn = ({ nps }: SurveySettings, now: Date): Prisma.Sql =>
  Prisma.sql`(hashtext(cu.id::text || ${`:${roundOf(nps.everyDays, now)}`}) & 2147483647) % 100 < ${nps.share}`;

const reachable = (one: { mail: boolean; other: Prisma.Sql }, mailWorks: boolean): Prisma.Sql =>
  one.mail && mailWorks ? Prisma.sql`(found.email IS NOT NULL OR ${one.other})` : one.other;
const csatReach = ({ csat }: SurveySettings, mailWorks: boolean) =>
  reachable(
    { mail: csat.mail, other: csat.message ? Prisma.sql`found.channel <> 'voice'` : Prisma.sql`false` },
    mailWorks,
  );
const npsReach = ({ nps }: SurveySettings, mailWorks: boolean) =>
  reachable({ mail: nps.mail, other: nps.chat ? Prisma.sql`found.chat` : Prisma.sql`false` }, mailWorks);

/** In no order: one who cannot be asked after all must not stand before the others each time. */
export function findCsatCandidates(settings: SurveySettings, mailWorks: boolean, most: number): Promise<Candidate[]> {
  return db().$queryRaw<Candidate[]>`
    SELECT * FROM (${csatQuery(settings)}) found WHERE ${csatReach(settings, mailWorks)} ORDER BY random() LIMIT ${most}`;
}

export function findNpsCandidates(
  settings: SurveySettings,
  mailWorks: boolean,
  most: number,
  now: Date,
): Promise<Candidate[]> {
  return db().$queryRaw<Candidate[]>`
    SELECT * FROM (${npsQuery(settings, drawn(settings, now))}) found
    WHERE ${npsReach(settings, mailWorks)} ORDER BY random() LIMIT ${most}`;
}

/** How many there are: who fits, and who of them is drawn. */
export async function countCandidates(
  settings: SurveySettings,
  mailWorks: boolean,
  now: Date,
): Promise<{ csat: number; fit: number; drawn: number }> {
  const count = async (query: Prisma.Sql, reaching: Prisma.Sql): Promise<number> => {
    const [row] = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (${query}) found WHERE ${reaching}`;
    return row!.n;
  };
  const [csat, fit, chosen] = await Promise.all([
    count(csatQuery(settings), csatReach(settings, mailWorks)),
    count(npsQuery(settings, Prisma.sql`true`), npsReach(settings, mailWorks)),
    count(npsQuery(settings, drawn(settings, now)), npsReach(settings, mailWorks)),
  ]);
  return { csat, fit, drawn: chosen };
}

/** Asked of this kind since a moment. */
export function countAsked(tx: Tx, kind: 'csat' | 'nps', since: Date): Promise<number> {
  return tx.survey.count({ where: { kind, askedAt: { gte: since } } });
}
