import { db } from '../platform/db';

/** Of each kind a day, so that a month has enough to tell. */
const eachDay = 5;

/**
 * Draws turns of the last two days for people to judge, those passed on and others apart. Chance is the turn's id put through a
 * hash: whoever draws, and however often, draws the same ones. Answers how many are new.
 */
export async function drawSamples(): Promise<number> {
  return db().$executeRaw`
    INSERT INTO "EscalationSample" ("turnId", "conversationId", escalated, at)
    SELECT "turnId", "conversationId", escalated, at FROM (
      SELECT f."turnId", f."conversationId", f.tier = 'escalated' AS escalated, f.at,
        row_number() OVER (PARTITION BY f.tier = 'escalated', date_trunc('day', f.at) ORDER BY md5(f."turnId"::text)) AS nth
      FROM "TurnFact" f JOIN "Turn" t ON t.id = f."turnId" AND t.status = 'saved'
      WHERE f.at >= date_trunc('day', clock_timestamp()) - interval '1 day' AND f.tier IS NOT NULL) drawn
    WHERE nth <= ${eachDay} ON CONFLICT ("turnId") DO NOTHING`;
}
