import { db, inTransaction } from '../platform/db';
import { isAppError } from '../platform/errors';
import { log } from '../platform/log';
import { composeMail } from './compose-mail';
import { decideMailRetry, type MailFailure, mostTries } from './decide-mail-retry';
import { type MailTransport, openTransport } from './open-transport';
import { type MailServer, readMailServer } from './read-mail-server';
import { openLetter } from './seal-letter';

const mostAtOnce = 50;
const leaseSeconds = 180;
const waitsDays = 3;
const keptDays = 90;

let busy = false;

/**
 * Sends what is due, each mail by one worker at a time: it is taken with a lease, and what became of it is written only by
 * whoever still has it. A worker that dies in between leaves it to the next when the lease is over; without a mail server
 * everything waits, three days at most.
 */
export async function sendMail(): Promise<void> {
  // A slow server must not gather lines: one round of a process at a time.
  if (busy) return;
  busy = true;
  try {
    await dropStale();
    const server = await readMailServer();
    if (server) await sendThrough(server);
  } finally {
    busy = false;
  }
}

type Taken = { id: string; attempts: number };

async function sendThrough(server: MailServer): Promise<void> {
  let transport: MailTransport | undefined;
  try {
    for (let count = 0; count < mostAtOnce; count++) {
      const taken = await takeNext();
      if (!taken) return;
      const failure = await sendOne(
        taken,
        async () => {
          transport ??= await openTransport(server);
          return transport;
        },
        server.from,
      );
      await writeDown(taken, failure);
    }
  } finally {
    transport?.close();
  }
}

async function takeNext(): Promise<Taken | undefined> {
  const [taken] = await db().$queryRaw<Taken[]>`
    UPDATE "OutgoingMail" SET attempts = attempts + 1, "leasedUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE id = (
      SELECT id FROM "OutgoingMail" WHERE state = 'waiting' AND "nextAt" <= clock_timestamp() AND attempts < ${mostTries}
        AND ("leasedUntil" IS NULL OR "leasedUntil" < clock_timestamp())
      ORDER BY "nextAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id::text, attempts`;
  return taken;
}

/** Null where it went out. */
async function sendOne(
  { id }: Taken,
  transport: () => Promise<MailTransport>,
  from: string,
): Promise<MailFailure | null> {
  const row = await db().outgoingMail.findUnique({ where: { id } });
  const letter = row && (await openLetter(db(), row));
  if (!letter) return { final: true, says: 'Whoever it was for was forgotten.' };
  try {
    const sent = await (await transport()).send(composeMail(id, from, letter));
    return sent.ok ? null : sent.failure;
  } catch (error) {
    if (isAppError(error)) return { final: false, says: error.message };
    throw error;
  }
}

async function writeDown({ id, attempts }: Taken, failure: MailFailure | null): Promise<void> {
  const mine = { id, attempts, state: 'waiting' as const };
  if (!failure) {
    await db().outgoingMail.updateMany({
      where: mine,
      data: { state: 'sent', sealed: '', leasedUntil: null, lastError: null, endedAt: new Date() },
    });
    return;
  }
  const next = decideMailRetry(attempts, failure, Math.random());
  log.warn({ mailId: id, attempts, next: next.state, why: failure.says }, 'a mail was not sent');
  if (next.state === 'failed')
    await db().outgoingMail.updateMany({
      where: mine,
      data: { state: 'failed', leasedUntil: null, lastError: failure.says, endedAt: new Date() },
    });
  else
    await db().$executeRaw`
      UPDATE "OutgoingMail" SET "leasedUntil" = NULL, "lastError" = ${failure.says},
        "nextAt" = clock_timestamp() + make_interval(secs => ${next.inSeconds})
      WHERE id = ${id}::uuid AND attempts = ${attempts} AND state = 'waiting'`;
}

/** Ends what nobody can send any more, and forgets what is long over. */
async function dropStale(): Promise<void> {
  await inTransaction(async (tx) => {
    const dropped = await tx.$executeRaw`
      UPDATE "OutgoingMail" SET state = 'dropped', sealed = '', "endedAt" = clock_timestamp(),
        "lastError" = coalesce("lastError", 'No mail server was set for three days.')
      WHERE state = 'waiting' AND greatest("createdAt", "nextAt") < clock_timestamp() - make_interval(days => ${waitsDays})
        AND ("leasedUntil" IS NULL OR "leasedUntil" < clock_timestamp())`;
    if (dropped > 0) log.warn({ dropped }, 'mails were dropped: nobody could send them for three days');
    // Whoever had the last try in hand died with it.
    await tx.$executeRaw`
      UPDATE "OutgoingMail" SET state = 'failed', "endedAt" = clock_timestamp(), "lastError" = coalesce("lastError", 'The mail server did not answer.')
      WHERE state = 'waiting' AND attempts >= ${mostTries} AND "leasedUntil" < clock_timestamp()`;
    await tx.$executeRaw`DELETE FROM "OutgoingMail" WHERE "endedAt" < clock_timestamp() - make_interval(days => ${keptDays})`;
  });
}
