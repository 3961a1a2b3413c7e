import { db } from '../platform/db';
import { isAppError } from '../platform/errors';
import { compensateAction } from './compensate-action';
import type { CompensateResult } from './plan.schema';

/** Takes back what a run of a playbook did under this key. What may not or cannot be taken back is data, not an error. */
export async function takeBackInRun(key: string, turnId: string): Promise<CompensateResult> {
  const first = await db().action.findUnique({ where: { key }, select: { id: true } });
  if (!first) return { kind: 'impossible', message: 'it is not in the ledger' };
  try {
    const { outcome, decision } = await compensateAction(first.id, { kind: 'playbook', turnId });
    switch (outcome?.kind) {
      case 'succeeded':
        return { kind: 'done' };
      case 'failed':
        return { kind: 'failed', message: outcome.message || outcome.code };
      case 'unknown':
        return { kind: 'unknown' };
      case undefined:
        return { kind: 'impossible', message: decision.agent };
    }
  } catch (error) {
    if (isAppError(error) && error.code !== 'internal') return { kind: 'impossible', message: error.message };
    throw error;
  }
}
