import { DateTime } from 'luxon';
import type { PersonActor } from '../auth/permissions';
import type { ConversationRow } from '../conversations/conversation.schema';
import { readRows } from '../conversations/list-conversations';
import { seenBy } from '../conversations/where-conversations';
import { readMetricSettings } from '../metrics/metric-settings';
import { databaseNow } from '../platform/clock';
import { db, Prisma } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { readArranged } from './arrange-levels';
import { type SpentQuery, spentQuerySchema } from './level.schema';
import { badEvents } from './read-counts';

const most = 30;

/** The conversations that spent a level's budget, of its window or of one local day, the latest first: those one may see. */
export async function listSpent(
  person: PersonActor,
  query: SpentQuery,
): Promise<{ rows: ConversationRow[]; next: string | null }> {
  const asked = spentQuerySchema.parse(query);
  const [levels, now, { timeZone }] = await Promise.all([readArranged(), databaseNow(), readMetricSettings()]);
  const level = levels.find(({ key }) => key === asked.key)!;
  const start = now.getTime() - level.windowDays * 86_400_000;
  const day = asked.day ? DateTime.fromISO(asked.day, { zone: timeZone }) : null;
  const from = new Date(Math.max(start, day?.toMillis() ?? start));
  const to = new Date(Math.min(now.getTime(), day?.plus({ days: 1 }).toMillis() ?? now.getTime()));
  const place = readPlace(asked.after);
  const beyond = place
    ? Prisma.sql`(bad.at, bad.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)`
    : Prisma.sql`true`;
  const found = await db().$queryRaw<{ id: string; at: string }[]>`
    SELECT c.id::text, bad.at::text FROM (${badEvents(level, from, to)}) bad JOIN "Conversation" c ON c.id = bad.id
    WHERE ${seenBy(person)} AND ${beyond} ORDER BY bad.at DESC, bad.id DESC LIMIT ${most + 1}`;
  const page = found.slice(0, most);
  const last = found.length > most ? page.at(-1) : undefined;
  return {
    rows: await readRows(
      person,
      page.map(({ id }) => id),
    ),
    next: last ? Buffer.from(JSON.stringify([last.at, last.id])).toString('base64url') : null,
  };
}

function readPlace(text: string | undefined): [string, string] | null {
  if (!text) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string];
    if (/^[\d :.+-]+$/.test(at) && isId(id)) return [at, id];
  } catch {
    // Falls through to the error.
  }
  throw new AppError('invalid', 'after: is not a place in this list.');
}
