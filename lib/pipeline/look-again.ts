import { type PersonActor, visibleTo } from '../auth/permissions';
import { decideAction } from '../governance/decide-action';
import { readReleased } from '../governance/read-released';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { FactsAgain } from '../tools/approval.schema';
import { openRegistry } from '../tools/find-tool';
import { sumLedger } from '../tools/propose-action';
import { readWhose } from '../tools/read-whose';
import { nobody } from '../tools/tool.schema';
import { policyFor, readFacts } from './act-under-policy';
import { compensates } from './compensate-action';

/**
 * Reads the facts of an action that waits anew, and says what has changed since it was decided and what would come of a yes
 * now. Changes nothing. Throws `not_found`.
 */
export async function lookAgain(person: PersonActor, actionId: string): Promise<FactsAgain> {
  const action = isId(actionId)
    ? await db().action.findFirst({
        where: { AND: [{ id: actionId }, { conversation: visibleTo(person) }] },
        include: { conversation: true, compensates: true },
      })
    : null;
  if (!action) throw new AppError('not_found', 'There is no such action.');
  const { conversation } = action;
  const [{ policies }, customer] = await Promise.all([
    readReleased(conversation.id),
    db().customer.findUniqueOrThrow({ where: { id: action.customerId } }),
  ]);
  const policy = policyFor(policies, `${action.connectorKey}:${action.tool}`, await openRegistry());
  const args = action.args as Record<string, unknown>;
  const own = conversation.verified ? await readWhose(action.customerId) : nobody;
  const whose = { ...own, named: { connector: action.connectorKey, subject: action.subject } };
  const facts = await readFacts(policy, { tool: action.tool, args }, { whose, tier: customer.tier }, action.subject);
  if (facts === null) return { kind: 'unavailable', why: 'The shop did not answer. Try again in a moment.' };
  const now = new Date();
  const decision = decideAction(policy, {
    action: {
      tool: action.tool,
      args,
      ...(action.compensates
        ? { compensates: compensates(action.compensates, action.askedById ? 'person' : 'playbook') }
        : {}),
    },
    facts,
    customer: { tier: customer.tier },
    conversation: { verified: conversation.verified, confirmed: true, approvedBy: person.id, trusted: true },
    ledger: await sumLedger(db(), action),
    now: now.toISOString(),
  });
  const before = (action.facts as { shows?: { label: string; value: string }[] }).shows ?? [];
  const was = new Map(before.map(({ label, value }) => [label, value]));
  return {
    kind: 'read',
    at: now.toISOString(),
    facts: decision.shows.map(({ label, value }) => ({
      label,
      value,
      was: was.get(label) ?? null,
      changed: was.has(label) && was.get(label) !== value,
    })),
    findings: decision.findings,
    effect: decision.effect,
    says: decision.agent,
  };
}
