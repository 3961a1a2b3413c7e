import { z } from 'zod';
import type { PersonActor } from '../auth/permissions';
import { seenBy } from '../conversations/where-conversations';
import { planSpan } from '../metrics/plan-span';
import { whereFact } from '../metrics/read-sums';
import { db, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { restoreFor } from '../privacy/restore-for';
import { type CommentsAnswer, type CommentsQuery, commentsQuerySchema } from './surveys.schema';

const pageSize = 20;

type Row = {
  id: string;
  conversationId: string;
  number: number;
  customer: string;
  score: number;
  comment: string;
  channel: CommentsAnswer['comments'][number]['channel'];
  intent: string | null;
  team: string | null;
  alone: boolean;
  at: Date;
  place: string;
};

/**
 * What customers said to their scores, the newest first, of conversations that came within a span and fit its filters. Whoever
 * reads sees of them what they may see at the desk, with names only where they may see those. Throws `forbidden`, `invalid`.
 */
export async function listComments(person: PersonActor, query: CommentsQuery): Promise<CommentsAnswer> {
  const { kind, span, scores, after } = commentsQuerySchema.parse(query);
  const planned = await planSpan(person, span);
  const place = readPlace(after);
  const [said, id, at, score, comment] =
    kind === 'csat'
      ? [Prisma.sql`"Conversation" c`, 'c.id', 'c."ratedAt"', 'c.rating', 'c."ratingComment"'].map(raw)
      : [
          Prisma.sql`"Survey" s JOIN "Conversation" c ON c.id = s."conversationId" AND s.kind = 'nps'`,
          ...['s.id', 's."answeredAt"', 's.score', 's.comment'],
        ].map(raw);
  const rows = await db().$queryRaw<Row[]>`
    SELECT ${id}::text AS id, c.id::text AS "conversationId", c.number, cu.name AS customer, ${score} AS score,
      ${comment} AS comment, ch.kind::text AS channel, c.intent, t.name AS team, NOT f."peopleTookPart" AS alone,
      ${at} AS at, ${at}::text AS place
    FROM ${said} JOIN "ConversationFact" f ON f.id = c.id JOIN "Channel" ch ON ch.id = c."channelId"
      JOIN "Customer" cu ON cu.id = c."customerId" LEFT JOIN "Team" t ON t.id = c."teamId"
    WHERE ${comment} IS NOT NULL AND ${score} IS NOT NULL AND ${seenBy(person)}
      AND ${whereFact({ ...planned.span, filters: planned.filters }, 'f."cameAt"')}
      AND ${scores ? Prisma.sql`${score} = ANY(${scores}::int[])` : Prisma.sql`true`}
      AND ${place ? Prisma.sql`(${at}, ${id}) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : Prisma.sql`true`}
    ORDER BY ${at} DESC, ${id} DESC LIMIT ${pageSize + 1}`;
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  const restore = await restoreFor(
    person,
    page.map(({ conversationId }) => conversationId),
  );
  return {
    comments: page.map(({ place: _, at: when, ...row }) => ({
      ...row,
      comment: restore(row.conversationId, row.comment),
      at: when.toISOString(),
    })),
    next: last ? Buffer.from(JSON.stringify([last.place, last.id])).toString('base64url') : null,
  };
}

const raw = (part: Prisma.Sql | string): Prisma.Sql => (typeof part === 'string' ? Prisma.raw(part) : part);

const placeSchema = z.tuple([z.string().regex(/^[\d :.+-]+$/), z.uuid()]);

function readPlace(text: string | undefined): [string, string] | null {
  if (!text) return null;
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new AppError('invalid', 'after: is not a place in this list.');
  }
}
