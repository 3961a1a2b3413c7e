import { db } from '../platform/db';
import type { MailView } from './mail.schema';
import { readMailEnvironment, readMailServer, readMailSettings } from './read-mail-server';
import { openLetter } from './seal-letter';

const mostLines = 50;

/** Whether mails go out, through what, and what waits or did not go. */
export async function viewMail(): Promise<MailView> {
  const [server, settings, counts, rows] = await Promise.all([
    readMailServer(),
    readMailSettings(),
    count(),
    db().outgoingMail.findMany({
      where: { state: { in: ['waiting', 'failed', 'dropped'] } },
      orderBy: [{ createdAt: 'desc' }],
      take: mostLines,
    }),
  ]);
  const environment = readMailEnvironment();
  const lines = await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      to: (await openLetter(db(), row))?.to ?? null,
      attempts: row.attempts,
      why: row.lastError,
      at: row.createdAt.toISOString(),
      nextAt: row.state === 'waiting' ? row.nextAt.toISOString() : null,
    })),
  );
  const { secret, ...shown } = settings ?? { secret: '' };
  return {
    by: server?.by ?? null,
    from: server?.from ?? null,
    host: server ? `${server.host}:${server.port}` : null,
    settings: settings ? { ...(shown as typeof settings), hasSecret: secret !== '' } : null,
    environment: environment ? `${environment.host}:${environment.port}` : null,
    counts,
    oldestWaiting: lines.findLast(({ state }) => state === 'waiting')?.at ?? null,
    lines,
  };
}

async function count(): Promise<MailView['counts']> {
  const [row] = await db().$queryRaw<MailView['counts'][]>`
    SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE state = 'sent' AND "endedAt" > clock_timestamp() - interval '1 day')::int AS "sentToday",
      count(*) FILTER (WHERE state = 'failed')::int AS failed,
      count(*) FILTER (WHERE state = 'dropped' AND "endedAt" > clock_timestamp() - interval '7 days')::int AS dropped
    FROM "OutgoingMail"`;
  return row!;
}
