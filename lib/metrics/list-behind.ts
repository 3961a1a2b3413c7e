import type { PersonActor } from '../auth/permissions';
import { readRows } from '../conversations/list-conversations';
import { seenBy } from '../conversations/where-conversations';
import { db, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { assertMayRead } from './assert-may-read';
import { chooseZone } from './choose-zone';
import { binSql } from './fold-facts';
import { measures } from './measures';
import type { About } from './measures/build-measure';
import {
  type Behind,
  type BehindQuery,
  behindQuerySchema,
  type Filters,
  mostBehind,
  type Sureness,
} from './metric.schema';
import { planBuckets } from './plan-buckets';
import { readFrame } from './read-metric-state';
import { whereFact } from './read-sums';
import { confidenceBins } from './spread';

const tables: Record<About, { table: string; id: string; at: string }> = {
  conversations: { table: '"ConversationFact"', id: 'f.id', at: 'f."cameAt"' },
  turns: { table: '"TurnFact"', id: 'f."conversationId"', at: 'f.at' },
  people: { table: '"PersonFact"', id: 'f."conversationId"', at: 'f."cameAt"' },
};

/**
 * The conversations behind a number, as the inbox shows them: those counted in a measure, or all it was measured on. Whoever may
 * read the number sees of them what they may see at the desk, and nothing else. Throws `forbidden`, `invalid`.
 */
export async function listBehind(person: PersonActor, query: BehindQuery): Promise<Behind> {
  const asked = behindQuerySchema.parse(query);
  const { filters, limit } = asked;
  assertMayRead(person, filters);
  const timeZone = chooseZone(asked, await readFrame());
  const { starts, end } = planBuckets(asked.period, 'day', timeZone);
  const place = readPlace(asked.after);
  const behind = Prisma.sql`(${selectBehind(asked, { from: starts[0]!, to: end, filters })}) behind
    JOIN "Conversation" c ON c.id = behind.id WHERE ${seenBy(person)}`;
  const [found, total] = await Promise.all([
    db().$queryRaw<{ id: string; at: string }[]>`
      SELECT c.id::text, behind.at::text FROM ${behind}
        AND ${place ? Prisma.sql`(behind.at, behind.id) < (${place.at}::timestamptz, ${place.id}::uuid)` : Prisma.sql`true`}
      ORDER BY behind.at DESC, behind.id DESC LIMIT ${limit + 1}`,
    place ? null : countUpTo(behind),
  ]);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  const ids = page.map((row) => row.id);
  const [rows, facts] = await Promise.all([
    readRows(person, ids),
    db().conversationFact.findMany({
      where: { id: { in: ids } },
      select: { id: true, cameAt: true, resolution: true, rating: true },
    }),
  ]);
  const factOf = new Map(facts.map((fact) => [fact.id, fact]));
  return {
    rows: rows.flatMap((row) => {
      const fact = factOf.get(row.id);
      return fact
        ? [{ ...row, cameAt: fact.cameAt.toISOString(), resolution: fact.resolution, rating: fact.rating }]
        : [];
    }),
    total,
    next: last ? Buffer.from(JSON.stringify([last.at, last.id])).toString('base64url') : null,
  };
}

async function countUpTo(behind: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM ${behind} LIMIT ${mostBehind}) counted`;
  return row?.count ?? 0;
}

export type BehindAsked = { measure: string; counted: 'in' | 'of'; confidence?: Sureness | undefined };

/** Ids of the conversations behind a measure, and when the latest of what is counted in it was. Throws `invalid`. */
export function selectBehind(asked: BehindAsked, span: { from: Date; to: Date; filters: Filters }): Prisma.Sql {
  const measure = measures.get(asked.measure);
  if (!measure) throw new AppError('invalid', `measure: there is no "${asked.measure}".`);
  if ((measure.about === 'people') !== (span.filters.agent !== undefined))
    throw new AppError(
      'invalid',
      `measure: "${asked.measure}" is ${span.filters.agent ? 'no figure of a person' : 'told by agent only'}.`,
    );
  if (asked.confidence && measure.about !== 'turns')
    throw new AppError('invalid', `confidence: "${asked.measure}" is no figure of turns.`);
  const { table, id, at } = tables[measure.about];
  return Prisma.sql`
    SELECT ${Prisma.raw(id)} AS id, max(${Prisma.raw(at)}) AS at FROM ${Prisma.raw(table)} f
    WHERE ${whereFact(span, at)} AND (${Prisma.raw(asked.counted === 'in' ? measure.counts : measure.of)}) AND ${isSure(asked.confidence)} GROUP BY 1`;
}

/** By the hundredth, as confidence is counted. */
function isSure(confidence: Sureness | undefined): Prisma.Sql {
  if (!confidence) return Prisma.sql`true`;
  const place = (degree: number) => Math.round(degree * confidenceBins);
  return Prisma.sql`f.confidence IS NOT NULL AND ${Prisma.raw(binSql('confidence', 'f.confidence'))} >= ${place(confidence.from)}
    AND ${Prisma.raw(binSql('confidence', 'f.confidence'))} < ${place(confidence.to)}`;
}

function readPlace(text: string | undefined): { at: string; id: string } | null {
  if (!text) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string];
    if (/^[\d :.+-]+$/.test(at) && isId(id)) return { at, id };
  } catch {
    // Falls through to the error.
  }
  throw new AppError('invalid', 'after: is not a place in this list.');
}
