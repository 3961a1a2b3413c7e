import { may, type PersonActor, visibleTo } from '../auth/permissions';
import { decideAction } from '../governance/decide-action';
import { evaluateExpression } from '../governance/evaluate-expression';
import type { Decision, DecisionScope } from '../governance/policy.schema';
import { readReleased } from '../governance/read-released';
import { db } from '../platform/db';
import { AppError } from '../platform/errors';
import { isId } from '../platform/ids';
import type { Action } from '../platform/records';
import { compensationOf } from '../tools/compensation-of';
import { findTool, openRegistry } from '../tools/find-tool';
import { type ActionOutcome, runAction } from '../tools/run-action';
import { proposeTakeBack } from '../tools/take-back';
import { nobody } from '../tools/tool.schema';
import { mayDecide } from '../tools/who-decides';
import { policyFor, readFacts } from './act-under-policy';

export type CompensatedBy =
  | { kind: 'person'; person: PersonActor }
  /** A playbook's own step that takes back what the playbook did. */
  | { kind: 'playbook'; turnId: string | null };

export type Compensated = {
  action: Action;
  decision: Decision;
  /** What came of it; null where it waits, was denied, or the worker carries it out. */
  outcome: ActionOutcome | null;
};

/**
 * Takes back what an action did, by the tool that is named for it: an action of its own, decided by policy and carried out
 * once, however often and by however many it is asked for. A person needs the rights the first one asked for. Throws
 * `not_found`, `forbidden`, `invalid` where nothing takes it back, `conflict` where nothing was done, `unavailable`.
 */
export async function compensateAction(actionId: string, by: CompensatedBy): Promise<Compensated> {
  const first = await findFirst(actionId, by);
  const compensation = await compensationOf(first);
  if (!compensation) throw new AppError('invalid', 'Nothing takes this back. Put it right in the shop.');
  const args = argsOf(compensation.args, first);
  const [{ policies }, customer] = await Promise.all([
    readReleased(first.conversationId),
    db().customer.findUniqueOrThrow({ where: { id: first.customerId } }),
  ]);
  const found = await findTool(compensation.tool);
  if (!('tool' in found)) throw new AppError('unavailable', `Nothing was taken back: ${found.message}.`);
  const { tool } = found;
  const policy = policyFor(policies, tool.fullName, await openRegistry());
  const actor = {
    conversationId: first.conversationId,
    turnId: by.kind === 'playbook' ? by.turnId : null,
    customerId: first.customerId,
    whose: { ...nobody, named: { connector: first.connectorKey, subject: first.subject } },
    known: first.subject !== null,
    tier: customer.tier,
    verified: first.conversation.verified,
    trusted: true,
  };
  const now = new Date();
  const facts = await readFacts(policy, { tool: tool.name, args }, actor, first.subject);
  if (facts === null)
    throw new AppError('unavailable', 'The shop did not answer, so nothing was taken back. Try again.');

  const scope = (ledger: DecisionScope['ledger']): DecisionScope => ({
    action: { tool: tool.name, args, compensates: compensates(first, by.kind) },
    facts,
    customer: { id: first.subject, tier: customer.tier },
    conversation: {
      verified: actor.verified,
      confirmed: true,
      approvedBy: by.kind === 'person' ? by.person.id : null,
      trusted: true,
    },
    ledger,
    now: now.toISOString(),
  });
  const { action, decision } = await proposeTakeBack({
    firstId: first.id,
    person: by.kind === 'person' ? by.person : null,
    proposal: {
      conversationId: first.conversationId,
      turnId: actor.turnId,
      customerId: first.customerId,
      connector: tool.connector.key,
      tool: tool.name,
      args,
      subject: first.subject,
      facts,
      factsReadAt: now,
      says: `Take back: ${first.says}`,
      tells: `We have taken this back: ${first.says}.`,
      ...(by.kind === 'person' ? { askedById: by.person.id } : {}),
    },
    decide: (ledger) => decideAction(policy, scope(ledger)),
  });
  const runs = by.kind === 'playbook' && !['denied', 'waiting_approval', 'refused', 'expired'].includes(action.status);
  return { action, decision, outcome: runs ? await runAction(action.id) : null };
}

/** What a rule may know of what is taken back. */
export const compensates = (first: Pick<Action, 'tool' | 'amountCents'>, by: CompensatedBy['kind']) => ({
  tool: first.tool,
  amountCents: first.amountCents,
  by,
});

type First = Action & { conversation: { verified: boolean } };

async function findFirst(id: string, by: CompensatedBy): Promise<First> {
  const seen = by.kind === 'person' ? visibleTo(by.person) : {};
  const first = isId(id)
    ? await db().action.findFirst({
        where: { id, conversation: seen },
        include: { conversation: { select: { verified: true } } },
      })
    : null;
  if (!first) throw new AppError('not_found', 'There is no such action.');
  if (first.compensatesId) throw new AppError('invalid', 'This took something back itself. Do it anew instead.');
  if (first.status !== 'succeeded' && first.status !== 'compensated')
    throw new AppError('conflict', 'It was not carried out, so there is nothing to take back.');
  if (by.kind === 'person' && !(may(by.person, 'actions.approve') && mayDecide(by.person, first)))
    throw new AppError('forbidden', 'Your role does not allow this.');
  return first;
}

function argsOf(expressions: Record<string, string>, { args, result }: Action): Record<string, unknown> {
  try {
    return Object.fromEntries(
      Object.entries(expressions).map(([name, cel]) => [name, evaluateExpression(cel, { args, result })]),
    );
  } catch {
    throw new AppError('invalid', 'What came back from it does not say how to take it back. Put it right in the shop.');
  }
}
