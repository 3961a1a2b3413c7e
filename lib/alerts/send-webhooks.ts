import { unseal } from '../platform/crypto';
import { db, inTransaction } from '../platform/db';
import { causeOf, isAppError } from '../platform/errors';
import { fetchGuarded } from '../platform/fetch-guarded';
import { log } from '../platform/log';
import { type Answer, decideWebhookRetry, mostTries } from './decide-webhook-retry';
import { signWebhook } from './sign-webhook';

const atOnce = 10;
const patienceMs = 10_000;
const leaseSeconds = 60;
const keptDays = 30;
export const secretRecord = (hookId: string): string => `alert-hook:${hookId}`;

type Taken = { id: string; hookId: string; body: string; attempts: number; url: string; secret: string };

/**
 * Sends what is due. Each delivery is taken with a lease by one worker at a time; one that died with it in hand has it taken
 * up again, so that a receiver may see an id twice and must know it by that. Answers how many were tried.
 */
export async function sendWebhooks(): Promise<number> {
  const taken = await db().$queryRaw<Taken[]>`
    UPDATE "AlertDelivery" d SET attempts = attempts + 1, "nextAt" = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    FROM "AlertHook" h WHERE h.id = d."hookId" AND d.id IN (
      SELECT w.id FROM "AlertDelivery" w JOIN "AlertHook" k ON k.id = w."hookId" AND k.enabled
      WHERE w.state = 'waiting' AND w."nextAt" <= clock_timestamp() AND w.attempts < ${mostTries}
      ORDER BY w."nextAt" LIMIT ${atOnce} FOR UPDATE OF w SKIP LOCKED)
    RETURNING d.id::text, d."hookId"::text AS "hookId", d.body, d.attempts, h.url, h.secret`;
  await Promise.all(taken.map(sendOne));
  return taken.length;
}

async function sendOne(delivery: Taken): Promise<void> {
  const began = performance.now();
  const answer = await ask(delivery);
  const tookMs = Math.round(performance.now() - began);
  const after = decideWebhookRetry(delivery.attempts, answer, Math.random());
  const told = {
    status: 'status' in answer ? answer.status : null,
    why: 'why' in answer ? answer.why : after.state === 'sent' ? null : `It answered ${answer.status}.`,
    tookMs,
  };
  if (after.state !== 'sent')
    log.warn({ deliveryId: delivery.id, attempts: delivery.attempts, ...told }, 'a webhook was not taken');
  // Whoever took it up meanwhile writes down what came of that.
  const mine = { id: delivery.id, attempts: delivery.attempts, state: 'waiting' };
  if (after.state === 'waiting')
    await db().$executeRaw`
      UPDATE "AlertDelivery" SET status = ${told.status}, why = ${told.why}, "tookMs" = ${tookMs},
        "nextAt" = clock_timestamp() + make_interval(secs => ${after.inSeconds})
      WHERE id = ${delivery.id}::uuid AND attempts = ${delivery.attempts} AND state = 'waiting'`;
  else
    await inTransaction(async (tx) => {
      await tx.alertDelivery.updateMany({ where: mine, data: { ...told, state: after.state, endedAt: new Date() } });
      if (after.state === 'failed' && after.off)
        await tx.alertHook.update({ where: { id: delivery.hookId }, data: { enabled: false } });
    });
}

async function ask({ id, hookId, body, url, secret }: Taken): Promise<Answer> {
  try {
    const at = Math.floor(Date.now() / 1_000);
    const response = await fetchGuarded()(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Baton',
        ...signWebhook(unseal(secret, secretRecord(hookId)), { id, at, body }),
      },
      body,
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    log.info({ deliveryId: id, cause: causeOf(error) }, 'a webhook could not be sent');
    if (isAppError(error)) return { why: error.message };
    return { why: `It did not answer within ${patienceMs / 1_000} seconds.` };
  }
}

/** What was sent a month ago is forgotten, and so are alerts that ended a year ago. */
export async function pruneAlerts(): Promise<void> {
  await db().$executeRaw`
    UPDATE "AlertDelivery" SET state = 'failed', "endedAt" = clock_timestamp(), why = coalesce(why, 'It did not answer.')
    WHERE state = 'waiting' AND attempts >= ${mostTries} AND "nextAt" < clock_timestamp()`;
  await db()
    .$executeRaw`DELETE FROM "AlertDelivery" WHERE "endedAt" < clock_timestamp() - make_interval(days => ${keptDays})`;
  await db().$executeRaw`DELETE FROM "Alert" WHERE "endedAt" < clock_timestamp() - interval '1 year'`;
}
