import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { newId } from '../platform/ids';
import { log } from '../platform/log';
import type { ModelCall } from '../platform/records';
import { decideBudget } from './decide-budget';
import { dayOf, forgetSpent } from './read-budget';
import { readModelSettings } from './read-settings';
import { tellBudget } from './tell-budget';

export type NewCall = Omit<ModelCall, 'id' | 'at' | 'sent'> & { sent: { role: string; text: string }[] };

/**
 * Writes down one request that left, and what it cost. Never throws: an answer that is there is not lost for its receipt,
 * and a ledger that cannot be written is in the log.
 */
export async function noteCall(call: NewCall, now = new Date()): Promise<void> {
  const day = dayOf(now);
  try {
    const [, spent] = await db().$transaction([
      db().modelCall.create({ data: { id: newId(), at: now, ...call } }),
      db().$queryRaw<{ day: bigint; month: bigint }[]>`
        WITH kept AS (
          INSERT INTO "ModelSpend" (day, micros, calls) VALUES (${day}::date, ${call.costMicros}, 1)
          ON CONFLICT (day) DO UPDATE SET micros = "ModelSpend".micros + excluded.micros, calls = "ModelSpend".calls + 1
          RETURNING micros)
        SELECT kept.micros AS day, (kept.micros + coalesce((
          SELECT sum(micros) FROM "ModelSpend"
          WHERE day >= date_trunc('month', ${day}::date) AND day < ${day}::date), 0))::bigint AS month FROM kept`,
    ]);
    if (call.costMicros === 0) return;
    const { day: today, month } = spent[0]!;
    const reached = decideBudget({ day: Number(today), month: Number(month) }, await readModelSettings());
    if (reached.level === 'free') return;
    forgetSpent();
    await tellBudget(reached, now);
  } catch (error) {
    log.error({ step: call.step, model: call.model, cause: causeOf(error) }, 'a model call could not be written down');
  }
}
