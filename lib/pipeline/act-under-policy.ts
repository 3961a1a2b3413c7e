import { decideAction } from '../governance/decide-action';
import { evaluateExpression, type Scope } from '../governance/evaluate-expression';
import type { Decision, DecisionScope, ReleasedPolicy } from '../governance/policy.schema';
import { db } from '../platform/db';
import { proposeAction, sumLedger } from '../tools/propose-action';
import { readTool } from '../tools/read-tool';
import { runAction } from '../tools/run-action';
import { passingCodes } from '../tools/tool.schema';
import type { ActRequest, ActResult } from './plan.schema';

export type ActorOfTurn = {
  conversationId: string;
  turnId: string | null;
  customerId: string;
  connector: string;
  /** The customer's id in the system of record, from the verified conversation. */
  subject: string | null;
  tier: string | null;
  verified: boolean;
  /** False when the message looked like an attempt to steer the assistant: rules may then refuse to write. */
  trusted: boolean;
};

/** Facts are read by the server when the decision is made, whatever was read before. Null: a fact could not be had. */
export async function readFacts(
  policy: ReleasedPolicy | undefined,
  args: Record<string, unknown>,
  actor: ActorOfTurn,
): Promise<Record<string, unknown> | null> {
  const facts: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(policy?.definition.facts ?? {})) {
    const scope: Scope = { action: { args }, facts };
    const call = Object.fromEntries(
      Object.entries(fact.args).map(([key, expression]) => [key, evaluateExpression(expression, scope)]),
    );
    const outcome = await readTool({ connector: actor.connector, tool: fact.tool, args: call, subject: actor.subject });
    if (outcome.kind === 'done') facts[name] = outcome.value;
    else if (outcome.kind === 'refused' && !passingCodes.has(outcome.code)) facts[name] = { missing: outcome.code };
    else return null;
  }
  return facts;
}

export const policyFor = (policies: ReleasedPolicy[], tool: string): ReleasedPolicy | undefined =>
  policies.find((policy) => policy.definition.tools.includes(tool));

/** The subject of the verified conversation, or whom the policy's own lookup finds. */
async function subjectOf(
  policy: ReleasedPolicy | undefined,
  args: Record<string, unknown>,
  actor: ActorOfTurn,
): Promise<string | null> {
  const from = policy?.definition.subjectFrom;
  if (actor.subject || !from) return actor.subject;
  const scope: Scope = { action: { args } };
  const call = Object.fromEntries(
    Object.entries(from.args).map(([key, expression]) => [key, evaluateExpression(expression, scope)]),
  );
  const outcome = await readTool({ connector: actor.connector, tool: from.tool, args: call, subject: null });
  if (outcome.kind !== 'done') return null;
  const subject = evaluateExpression(from.value, { found: outcome.value });
  return typeof subject === 'string' ? subject : null;
}

/** The one way to a write: facts, decision, ledger, and only then the call. */
export async function actUnderPolicy(
  request: ActRequest,
  asker: ActorOfTurn,
  policies: ReleasedPolicy[],
  now: Date,
): Promise<ActResult> {
  const policy = policyFor(policies, request.tool);
  const actor = { ...asker, subject: await subjectOf(policy, request.args, asker) };
  const facts = await readFacts(policy, request.args, actor);
  const scope = (ledger: DecisionScope['ledger']) => scopeOf(request, actor, facts ?? {}, ledger, now);
  if (facts === null) {
    const decision = decideAction(undefined, scope({ today: 0, todayCents: 0, emailChangedToday: false }));
    return { kind: 'failed', code: 'unavailable', message: 'the facts for the decision could not be read', decision };
  }

  const { action, decision } = await proposeAction(
    {
      key: request.key,
      conversationId: actor.conversationId,
      turnId: actor.turnId,
      customerId: actor.customerId,
      connector: actor.connector,
      tool: request.tool,
      args: request.args,
      subject: actor.subject,
      facts,
      factsReadAt: now,
      says: request.says,
      tells: request.tells,
    },
    (ledger) => decideAction(policy, scope(ledger)),
  );
  switch (action.status) {
    case 'denied':
      return { kind: 'denied', decision };
    case 'waiting_approval':
      return { kind: 'waiting', decision, dueAt: action.dueAt?.toISOString() ?? null };
    default: {
      const outcome = await runAction(action.id);
      switch (outcome.kind) {
        case 'succeeded':
          return { kind: 'done', value: outcome.result, decision };
        case 'failed':
          return { kind: 'failed', code: outcome.code, message: outcome.message, decision };
        case 'unknown':
          return { kind: 'unknown', decision };
      }
    }
  }
}

/** The decision there would be if the customer said yes now. Writes nothing; null when the facts cannot be read. */
export async function foreseeAction(
  tool: string,
  args: Record<string, unknown>,
  asker: ActorOfTurn,
  policies: ReleasedPolicy[],
  now: Date,
): Promise<Decision | null> {
  const policy = policyFor(policies, tool);
  const actor = { ...asker, subject: await subjectOf(policy, args, asker) };
  const facts = await readFacts(policy, args, actor);
  if (facts === null) return null;
  const ledger = await sumLedger(db(), { subject: actor.subject, customerId: actor.customerId, tool, key: '' });
  return decideAction(policy, scopeOf({ tool, args, confirmed: true }, actor, facts, ledger, now));
}

function scopeOf(
  { tool, args, confirmed }: Pick<ActRequest, 'tool' | 'args' | 'confirmed'>,
  actor: ActorOfTurn,
  facts: Record<string, unknown>,
  ledger: DecisionScope['ledger'],
  now: Date,
): DecisionScope {
  return {
    action: { tool, args },
    facts,
    customer: { tier: actor.tier },
    conversation: { verified: actor.verified, confirmed, approvedBy: null, trusted: actor.trusted },
    ledger,
    now: now.toISOString(),
  };
}
