import type { Action } from '../platform/records';
import type { ActionView } from './conversation.schema';
import type { Names } from './list-conversations';

/** What the ledger keeps beside a decision. */
type Findings = { checks?: ActionView['findings']; cel?: string; says?: string };
type Facts = { shows?: ActionView['facts'] };

/** With the row that takes it back, where there is one. */
export type LedgerRow = Action & { compensation?: Pick<Action, 'id' | 'status'> | null };

/** `undoable` names the tools whose effect can be taken back by whoever looks. */
export function viewAction(action: LedgerRow, names: Names, undoable: ReadonlySet<string> = new Set()): ActionView {
  const findings = action.findings as Findings;
  const facts = action.facts as Facts;
  const { policy, policyVersion, rule } = action;
  return {
    id: action.id,
    tool: action.tool,
    says: action.says,
    status: action.status,
    amountCents: action.amountCents,
    rule:
      policy && rule
        ? { policy, version: policyVersion ?? 0, name: rule, says: findings.says ?? '', cel: findings.cel ?? '' }
        : null,
    findings: findings.checks ?? [],
    facts: facts.shows ?? [],
    factsReadAt: action.factsReadAt?.toISOString() ?? null,
    key: action.key,
    willTell: action.tells,
    dueAt: action.dueAt?.toISOString() ?? null,
    createdAt: action.createdAt.toISOString(),
    decidedBy: action.decidedBy ? (names.people.get(action.decidedBy) ?? null) : null,
    decidedAt: action.decidedAt?.toISOString() ?? null,
    reason: action.reason,
    error: action.error,
    undo: undoOf(action, undoable),
  };
}

const under = new Set(['proposed', 'waiting_approval', 'approved', 'started', 'unknown']);

function undoOf(action: LedgerRow, undoable: ReadonlySet<string>): ActionView['undo'] {
  if (action.compensation && under.has(action.compensation.status)) return 'under_way';
  const possible = action.status === 'succeeded' && action.compensatesId === null && undoable.has(action.tool);
  return possible ? 'possible' : null;
}
