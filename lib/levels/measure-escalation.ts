import { db } from '../platform/db';
import type { EscalationView } from './level.schema';

/** Fewer judged samples of a kind than these are too few to tell. */
export const fewestJudged = 20;
const days = 90;

/** Of one kind of turn, passed on or not: how many there were, how many of them were judged, and how many of those needed a person. */
export type Judged = { turns: number; judged: number; needed: number };

/**
 * Precision and recall of passing on. The two kinds are drawn at different rates, so each judged share is weighed with how many
 * turns of its kind there were: recall = TP ÷ (TP + FN), TP and FN estimated for all turns. Null where too few were judged.
 */
export function measureEscalation(
  escalated: Judged,
  others: Judged,
): { precision: number | null; recall: number | null } {
  const share = ({ judged, needed }: Judged) => (judged < fewestJudged ? null : needed / judged);
  const [precision, missed] = [share(escalated), share(others)];
  if (precision === null || missed === null) return { precision, recall: null };
  const [found, passedOver] = [precision * escalated.turns, missed * others.turns];
  return { precision, recall: found + passedOver === 0 ? null : found / (found + passedOver) };
}

/** Over the last 90 days. */
export async function readEscalation(now: Date): Promise<EscalationView> {
  const from = new Date(now.getTime() - days * 86_400_000);
  const [row] = await db().$queryRaw<Record<'te' | 'to' | 'je' | 'jo' | 'ne' | 'no' | 'waiting', number>[]>`
    SELECT (SELECT count(*) FROM "TurnFact" WHERE at >= ${from} AND tier = 'escalated')::int AS te,
      (SELECT count(*) FROM "TurnFact" WHERE at >= ${from} AND tier IN ('autonomous', 'reviewed'))::int AS "to",
      (count(*) FILTER (WHERE escalated AND needed IS NOT NULL))::int AS je,
      (count(*) FILTER (WHERE NOT escalated AND needed IS NOT NULL))::int AS jo,
      (count(*) FILTER (WHERE escalated AND needed))::int AS ne,
      (count(*) FILTER (WHERE NOT escalated AND needed))::int AS no,
      (count(*) FILTER (WHERE needed IS NULL))::int AS waiting
    FROM "EscalationSample" WHERE at >= ${from}`;
  const { te, to, je, jo, ne, no, waiting } = row!;
  return {
    ...measureEscalation({ turns: te, judged: je, needed: ne }, { turns: to, judged: jo, needed: no }),
    ...{ judgedEscalated: je, judgedOthers: jo, waiting },
  };
}
