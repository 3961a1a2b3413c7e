import { db } from '../platform/db';
import type { IntentsView } from './intent-view.schema';
import { readCurrent, readReport } from './list-versions';

/** Every intent with its figures, what is live, and what waits. */
export async function listIntents(): Promise<IntentsView> {
  const [{ live, next }, intents, teams, turns, suggestions] = await Promise.all([
    readCurrent(),
    db().intent.findMany({ orderBy: { name: 'asc' }, include: { _count: { select: { examples: true } } } }),
    db().team.findMany({ orderBy: { position: 'asc' }, select: { key: true, name: true } }),
    countTurns(),
    db().exampleSuggestion.groupBy({ by: ['intent'], where: { state: 'open' }, _count: true }),
  ]);
  const report = live ? await readReport(live.id) : null;
  const f1 = new Map(report?.perIntent.map((one) => [one.intent, one.f1]));
  const suggested = new Map(suggestions.map(({ intent, _count }) => [intent, _count]));
  return {
    live,
    next,
    changed: live ? await countChanges(live.id) : 0,
    teams,
    intents: intents
      .map(({ id, key, name, teamKey, _count }) => ({
        id,
        key,
        name,
        teamKey,
        examples: _count.examples,
        f1: f1.get(key) ?? null,
        turns: turns.get(key) ?? 0,
        suggestions: suggested.get(key) ?? 0,
      }))
      .sort((a, b) => b.turns - a.turns || (a.name < b.name ? -1 : 1)),
  };
}

/** Turns of the last 30 days an intent was read in, one a turn however many wishes it held. */
async function countTurns(): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ intent: string; turns: number }[]>`
    SELECT wish->>'intent' AS intent, count(DISTINCT t.id)::int AS turns
    FROM "Turn" t CROSS JOIN LATERAL jsonb_array_elements(t.intents) wish
    WHERE t."startedAt" > now() - interval '30 days' GROUP BY 1`;
  return new Map(rows.map(({ intent, turns }) => [intent, turns]));
}

/** How many examples stand otherwise than when the version was trained. */
async function countChanges(versionId: string): Promise<number> {
  const rows = await db().$queryRaw<{ changed: number }[]>`
    WITH before AS (
      SELECT one->>'intent' AS intent, one->>'text' AS text, one->>'use' AS use
      FROM "IntentVersion" v CROSS JOIN LATERAL jsonb_array_elements(v.examples) one WHERE v.id = ${versionId}::uuid),
    after AS (
      SELECT i.key AS intent, e.text, e.use::text AS use FROM "IntentExample" e JOIN "Intent" i ON i.id = e."intentId")
    SELECT ((SELECT count(*) FROM (SELECT * FROM before EXCEPT SELECT * FROM after) gone)
          + (SELECT count(*) FROM (SELECT * FROM after EXCEPT SELECT * FROM before) come))::int AS changed`;
  return rows[0]?.changed ?? 0;
}
