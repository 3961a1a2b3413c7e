import { may, type PersonActor, visibleTo } from '../auth/permissions';
import { readNames } from '../conversations/list-conversations';
import { viewAction } from '../conversations/view-action';
import { evaluateExpression } from '../governance/evaluate-expression';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import { mapTexts } from '../privacy/map-texts';
import { redactText } from '../privacy/redact-text';
import { restoreFor } from '../privacy/restore-for';
import { compensationOf } from './compensation-of';
import type { LedgerEntry } from './ledger.schema';
import { tellLife } from './tell-life';
import { mayDecide } from './who-decides';

type Values = Record<string, unknown>;

/** One action with its whole life. Throws `not_found` for what this person may not see. */
export async function viewLedgerEntry(person: PersonActor, id: string): Promise<LedgerEntry> {
  const row = isId(id)
    ? await db().action.findFirst({
        where: { AND: [{ id }, { conversation: visibleTo(person) }] },
        include: {
          conversation: { select: { id: true, number: true } },
          approvals: { orderBy: { createdAt: 'asc' } },
          compensates: { select: { id: true, says: true } },
          compensation: { select: { id: true, status: true, error: true, endedAt: true } },
          differences: { orderBy: { createdAt: 'asc' } },
        },
      })
    : null;
  if (!row) throw new AppError('not_found', 'There is no such action.');
  const [names, customer, restore, compensation] = await Promise.all([
    readNames(),
    db().customer.findUniqueOrThrow({
      where: { id: row.customerId },
      select: { id: true, name: true, tier: true },
    }),
    restoreFor(person, [row.conversationId]),
    compensationOf(row),
  ]);
  const mayUndo = may(person, 'actions.approve') && mayDecide(person, row);
  const undoable = new Set(mayUndo && compensation ? [row.tool] : []);
  const action = viewAction(row, names, undoable);
  const shown = (values: unknown): Values => seen(person, restore(row.conversationId, (values ?? {}) as Values));
  return {
    action: restore(row.conversationId, action),
    customer,
    conversation: row.conversation,
    turnId: row.turnId,
    connector: row.connectorKey,
    life: tellLife(row, (personId) => names.people.get(personId)?.name ?? null),
    args: shown(row.args),
    result: row.result === null ? null : shown(row.result),
    attempts: row.attempts,
    comparedAt: row.comparedAt?.toISOString() ?? null,
    differences: row.differences.map((one) => ({
      id: one.id,
      kind: one.kind,
      says: one.says,
      at: one.createdAt.toISOString(),
      resolved: one.resolvedAt
        ? {
            at: one.resolvedAt.toISOString(),
            by: one.resolvedBy ? (names.people.get(one.resolvedBy) ?? null) : null,
            how: one.how ?? '',
          }
        : null,
    })),
    takesBack: restore(row.conversationId, row.compensates),
    takenBackBy: row.compensation && {
      id: row.compensation.id,
      status: row.compensation.status,
      error: row.compensation.error,
    },
    undo:
      action.undo === 'possible' && compensation
        ? { tool: compensation.tool, args: shown(foresee(compensation.args, row)) }
        : null,
  };
}

/** Arguments are kept as they were sent, for they are sent again: who may not see what identifies anybody sees where it stood. */
function seen(person: PersonActor, values: Values): Values {
  return may(person, 'privacy.reveal') ? values : mapTexts(values, (text) => redactText(text).text);
}

function foresee(expressions: Record<string, string>, { args, result }: { args: unknown; result: unknown }): Values {
  return Object.fromEntries(
    Object.entries(expressions).flatMap(([name, cel]) => {
      try {
        return [[name, evaluateExpression(cel, { args, result })]];
      } catch {
        return [];
      }
    }),
  );
}
