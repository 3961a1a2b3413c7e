import { db } from '../platform/db';
import type { EventName } from './event.schema';

/**
 * A place in the stream: transaction id, then sequence number. Sequence numbers alone would skip an event whose
 * transaction committed late, so a reader stops below the oldest transaction that is still open.
 */
export type Cursor = { xid: bigint; seq: bigint };
export type StoredEvent = Cursor & { name: EventName; conversationId: string | null; data: unknown };

export const formatCursor = (cursor: Cursor): string => `${cursor.xid}-${cursor.seq}`;

export function parseCursor(text: string | null | undefined): Cursor | undefined {
  const match = /^(\d{1,19})-(\d{1,19})$/.exec(text ?? '');
  return match ? { xid: BigInt(match[1]!), seq: BigInt(match[2]!) } : undefined;
}

/** Events after a cursor, oldest first, at most `limit`. */
export async function readEvents(after: Cursor, limit = 500): Promise<StoredEvent[]> {
  return db().$queryRaw<StoredEvent[]>`
    SELECT xid, seq, name, "conversationId"::text, data FROM "OutboxEvent"
    WHERE (xid, seq) > (${after.xid}, ${after.seq})
      AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    ORDER BY xid, seq LIMIT ${limit}`;
}

/** Where a reader stands who wants only what comes from now on. */
export async function latestCursor(): Promise<Cursor> {
  const [row] = await db().$queryRaw<Cursor[]>`
    SELECT xid, seq FROM "OutboxEvent" WHERE xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    ORDER BY xid DESC, seq DESC LIMIT 1`;
  return row ?? { xid: 0n, seq: 0n };
}
