import type { Action, Approval } from '../platform/records';
import type { LifeStep } from './ledger.schema';

export type Lived = Action & { approvals: Approval[]; compensation: Pick<Action, 'endedAt' | 'status'> | null };

const over = new Set(['denied', 'refused', 'expired', 'waiting_approval', 'proposed', 'approved']);

/** The life of an action as its row tells it, in order. `nameOf` says who somebody is. */
export function tellLife(action: Lived, nameOf: (personId: string) => string | null): LifeStep[] {
  const { status, approvals, decidedBy, decidedAt, startedAt, endedAt } = action;
  const step = (name: LifeStep['name'], at: Date | null, more: { by?: string | null; says?: string | null } = {}) => ({
    name,
    at: at?.toISOString() ?? null,
    by: more.by ? nameOf(more.by) : null,
    says: more.says ?? null,
  });
  const life: LifeStep[] = [step('proposed', action.createdAt, { by: action.askedById })];
  const why = (action.findings as { says?: string }).says ?? null;
  if (status === 'denied') return [...life, step('denied', action.createdAt, { says: why })];

  const last = status === 'refused' ? 'refuse' : 'approve';
  for (const vote of approvals) {
    const final = vote.personId === decidedBy && vote.decision === last;
    if (vote.decision === 'approve' && !final) life.push(step('agreed', vote.createdAt, { by: vote.personId }));
  }
  if (status === 'waiting_approval') return [...life, step('waits', action.dueAt, { says: why })];
  if (status === 'expired') return [...life, step('expired', endedAt ?? action.dueAt)];
  if (status === 'refused') return [...life, step('refused', decidedAt, { by: decidedBy, says: action.reason })];
  life.push(
    decidedBy
      ? step('approved', decidedAt, { by: decidedBy })
      : step('approved', action.createdAt, { says: why ?? 'A rule allows it.' }),
  );
  if (startedAt) life.push(step('started', startedAt, { says: tries(action.attempts) }));
  if (over.has(status) || status === 'started') return life;
  if (status === 'failed') return [...life, step('failed', endedAt, { says: action.reason ?? action.error })];
  if (status === 'unknown') return [...life, step('unknown', null, { says: action.reason })];
  life.push(step('succeeded', endedAt));
  if (status === 'compensated') life.push(step('taken_back', action.compensation?.endedAt ?? null));
  return life;
}

const tries = (attempts: number): string | null => (attempts > 1 ? `${attempts} tries` : null);
