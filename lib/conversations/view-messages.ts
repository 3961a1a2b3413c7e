import { z } from 'zod';
import { findMentions } from '../format/find-mentions';
import { db, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Restorer } from '../privacy/restore-for';
import type { MessagePage, MessageView } from './conversation.schema';
import { type Names, readNames } from './list-conversations';
import { readSteps } from './read-steps';
import { readMessageAttachments } from './view-attachments';

/** A screen or two: a long history is read upwards, page by page, and must not freeze the tab. */
const pageSize = 50;

/** A conversation and those merged into it, whose messages it shows as well; those merged into these, too. */
export async function readMerged(conversationId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH RECURSIVE merged AS (
      SELECT ${conversationId}::uuid AS id
      UNION SELECT c.id FROM "Conversation" c JOIN merged m ON c."mergedIntoId" = m.id)
    SELECT id::text FROM merged`;
  return rows.map(({ id }) => id);
}

type Asked = { before?: string | undefined; turnId?: string; most?: number; names?: Names };

/**
 * The newest page of what is said in these conversations, by time, oldest first; with `before` the page above that place.
 * `restore` says what of the values is shown, each under the conversation it was said in.
 */
export async function viewMessages(
  conversationIds: string[],
  restore: Restorer,
  { before, turnId, most = pageSize, names: known }: Asked = {},
): Promise<MessagePage> {
  const place = readPlace(before);
  const beyond = place
    ? Prisma.sql`(m."createdAt", m.id) < (${place.at}::timestamptz, ${place.id}::uuid)`
    : Prisma.sql`true`;
  const ofTurn = turnId ? Prisma.sql`m."turnId" = ${turnId}::uuid` : Prisma.sql`true`;
  const [found, names] = await Promise.all([
    // Each conversation gives its newest by the index: one history of thousands is not sorted for the sake of fifty.
    db().$queryRaw<Row[]>`
      SELECT m.id::text, m."conversationId"::text AS "conversationId", m.author::text AS author, m.kind::text AS kind, m.text,
        m."createdAt", m."personId"::text AS "personId", m.sources, m.event, ch.kind::text AS channel,
        t.id::text AS "turnId", t.number, t.confidence, t.tier::text AS tier, t.outcome::text AS outcome, t.why
      FROM (
        SELECT newest.* FROM unnest(${conversationIds}::uuid[]) AS one(id)
        CROSS JOIN LATERAL (
          SELECT m.* FROM "Message" m WHERE m."conversationId" = one.id AND ${beyond} AND ${ofTurn}
          ORDER BY m."createdAt" DESC, m.id DESC LIMIT ${most + 1}) newest
        ORDER BY newest."createdAt" DESC, newest.id DESC LIMIT ${most + 1}) m
      JOIN "Channel" ch ON ch.id = m."channelId"
      LEFT JOIN "Turn" t ON t.id = m."turnId"
      ORDER BY m."createdAt" DESC, m.id DESC`,
    known ?? readNames(),
  ]);
  const rows = found.slice(0, most).reverse();
  const [steps, attachments] = await Promise.all([
    readSteps([...new Set(rows.flatMap((row) => row.turnId ?? []))]),
    readMessageAttachments(rows.map((row) => row.id)),
  ]);
  return {
    messages: rows.map((row) => {
      const shown = <T>(value: T) => restore(row.conversationId, value);
      return {
        id: row.id,
        author: row.author,
        kind: row.kind,
        text: shown(row.text),
        at: row.createdAt.toISOString(),
        person: row.personId ? (names.people.get(row.personId) ?? null) : null,
        channel: row.channel,
        sources: row.sources as MessageView['sources'],
        attachments: attachments.get(row.id) ?? [],
        event: viewEvent(row.event),
        mentions:
          row.kind === 'note' ? findMentions(shown(row.text), [...names.people.values()]).map(({ name }) => name) : [],
        turn: row.turnId
          ? {
              id: row.turnId,
              number: row.number!,
              confidence: row.confidence,
              tier: row.tier,
              outcome: row.outcome,
              why: shown(row.why),
              steps: steps.get(row.turnId)?.map((one) => one.what) ?? [],
            }
          : null,
      };
    }),
    older: found.length > most ? `${rows[0]!.createdAt.toISOString()}_${rows[0]!.id}` : null,
  };
}

type Row = {
  id: string;
  conversationId: string;
  author: MessageView['author'];
  kind: MessageView['kind'];
  text: string;
  createdAt: Date;
  personId: string | null;
  sources: unknown;
  event: unknown;
  channel: MessageView['channel'];
  turnId: string | null;
  number: number | null;
  confidence: number | null;
  tier: 'autonomous' | 'reviewed' | 'escalated' | null;
  outcome: string | null;
  why: string | null;
};

function readPlace(text: string | undefined): { at: string; id: string } | undefined {
  if (!text) return undefined;
  const [at = '', id = ''] = text.split('_');
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)) && isId(id)) return { at, id };
  throw new AppError('invalid', 'before: is not a place in this conversation.');
}

const eventSchema = z.object({ name: z.string(), until: z.string().optional() });

function viewEvent(event: unknown): MessageView['event'] {
  if (!event) return null;
  return eventSchema.safeParse(event).data ?? { name: 'unknown' };
}
