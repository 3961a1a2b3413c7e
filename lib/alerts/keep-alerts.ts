import { recordEvent } from '../events/record-event';
import { databaseNow } from '../platform/clock';
import { inTransaction, type Tx } from '../platform/db';
import { newId } from '../platform/ids';
import type { Severity } from './alert.schema';
import { decideAlerts, type Finding, type Looked, type Standing, type Step } from './decide-alerts';
import { findTroubles } from './find-troubles';
import { readRules } from './rules';
import { tellAlert } from './tell-alert';

/** One that ended so long ago is another one: `againMinutes` is at most a day. */
const rememberedHours = 25;
const turnLock = 778_231;
let running = false;

/** Looks at what there is to be noticed and brings the alerts up to it. Every worker runs it; what one began the others find. */
export async function keepAlerts(): Promise<number> {
  if (running) return 0;
  running = true;
  try {
    const rules = await readRules();
    const looked = await findTroubles(rules, await databaseNow());
    return await settleAlerts(looked, (rule) => rules.get(rule as never)?.againMinutes ?? 60);
  } finally {
    running = false;
  }
}

/** Opens, changes and ends alerts by what was found, and tells of them, in one transaction. One worker at a time does it. */
export async function settleAlerts(looked: Looked, againMinutes: (rule: string) => number): Promise<number> {
  return inTransaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ got: boolean }[]>`SELECT pg_try_advisory_xact_lock(${turnLock}) AS got`;
    if (!lock?.got) return 0;
    const now = await databaseNow(tx);
    const steps = decideAlerts(await readStanding(tx), looked, againMinutes, now);
    for (const step of steps) await take(tx, step, now);
    return steps.length;
  });
}

/** What is open, and the last one of each rule and subject that ended lately. */
async function readStanding(tx: Tx): Promise<Standing[]> {
  return tx.$queryRaw<Standing[]>`
    SELECT DISTINCT ON (rule, subject) id::text, rule, subject, severity, says, "calmSince", "endedAt", "toldAt", "heardOpen",
      "acknowledgedAt", "silencedUntil"
    FROM "Alert" WHERE "endedAt" IS NULL OR "endedAt" > clock_timestamp() - make_interval(hours => ${rememberedHours})
    ORDER BY rule, subject, "endedAt" DESC NULLS FIRST`;
}

async function take(tx: Tx, step: Step, now: Date): Promise<void> {
  const id = step.kind === 'open' ? newId() : step.id;
  switch (step.kind) {
    case 'open':
      await tx.alert.create({
        data: {
          id,
          ...shown(step.finding, now),
          openedAt: now,
          toldAt: step.toldAt,
          rule: step.finding.rule,
          subject: step.finding.subject,
        },
      });
      break;
    case 'reopen':
    case 'update':
      await tx.alert.update({ where: { id }, data: { ...shown(step.finding, now), calmSince: null, endedAt: null } });
      break;
    case 'calm':
      await tx.alert.update({ where: { id }, data: { calmSince: now } });
      break;
    case 'end':
      await tx.alert.update({ where: { id }, data: { endedAt: now, updatedAt: now } });
      break;
  }
  await recordEvent(tx, 'alert.changed', { alertId: id });
  if (step.kind === 'calm' || !step.tell) return;
  await tellAlert(tx, id, step.kind === 'end' ? 'ended' : step.kind === 'update' ? 'reminded' : 'opened', now);
}

const shown = ({ severity, says, value }: Finding, now: Date) => ({
  severity: severity satisfies Severity,
  ...{ says, value, updatedAt: now },
});
