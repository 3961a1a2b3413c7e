import { switchedOff } from '../governance/assistant-switch.schema';
import { decideAction } from '../governance/decide-action';
import { evaluateExpression, type Scope } from '../governance/evaluate-expression';
import { type Facts, gatherFacts } from '../governance/gather-facts';
import { type Decision, type DecisionScope, emptyLedger, type ReleasedPolicy } from '../governance/policy.schema';
import { readAssistantSwitch } from '../governance/read-assistant-switch';
import { db } from '../platform/db';
import { chooseSubject } from '../tools/choose-subject';
import { isSameTool, type Registry } from '../tools/find-in-registry';
import { findTool, openRegistry } from '../tools/find-tool';
import { proposeAction, sumLedger } from '../tools/propose-action';
import { readTool } from '../tools/read-tool';
import { runAction, switchedOffCode } from '../tools/run-action';
import { nobody, passingCodes, type ToolInfo, type Whose } from '../tools/tool.schema';
import type { ActRequest, ActResult } from './plan.schema';

export type ActorOfTurn = {
  conversationId: string;
  turnId: string | null;
  customerId: string;
  /** The customer's verified identities: each system's own choice picks the one that its tools are told. */
  whose: Whose;
  /** At least one connected system can be told whose data it is. */
  known: boolean;
  tier: string | null;
  verified: boolean;
  /** False when the message looked like an attempt to steer the assistant: rules may then refuse to write. */
  trusted: boolean;
};

/** Facts are read by the server when the decision is made, whatever was read before. Null: a fact could not be had. */
export async function readFacts(
  policy: ReleasedPolicy | undefined,
  { tool, args }: DecisionScope['action'],
  actor: Pick<ActorOfTurn, 'whose' | 'tier'>,
  subject: string | null,
  read: typeof readTool = readTool,
): Promise<Facts | null> {
  return gatherFacts(
    { facts: policy?.definition.facts ?? {} },
    { action: { tool, args }, customer: { id: subject, tier: actor.tier } },
    async (fact, call) => {
      const outcome = await read({ tool: fact, args: call, whose: actor.whose });
      if (outcome.kind === 'done') return { kind: 'had', value: outcome.value };
      if (outcome.kind === 'refused' && !passingCodes.has(outcome.code)) return { kind: 'missing', code: outcome.code };
      return { kind: 'unavailable', message: outcome.message };
    },
  );
}

/** The policy that speaks of a tool, whichever way its name is written there or here. */
export const policyFor = (
  policies: ReleasedPolicy[],
  tool: string,
  registry: Pick<Registry, 'tools'>,
): ReleasedPolicy | undefined =>
  policies.find(({ definition }) => definition.tools.some((name) => isSameTool(registry, name, tool)));

/** Whose data in the tool's system: of the verified conversation, or whom the policy's own lookup finds. */
async function whoseOfAction(
  { connector }: ToolInfo,
  policy: ReleasedPolicy | undefined,
  args: Record<string, unknown>,
  { whose }: ActorOfTurn,
): Promise<Whose> {
  const from = policy?.definition.subjectFrom;
  if (chooseSubject(connector, whose) || !from) return whose;
  const scope: Scope = { action: { args } };
  const call = Object.fromEntries(
    Object.entries(from.args).map(([key, expression]) => [key, evaluateExpression(expression, scope)]),
  );
  const outcome = await readTool({ tool: from.tool, args: call, whose: nobody });
  if (outcome.kind !== 'done') return whose;
  const subject = evaluateExpression(from.value, { found: outcome.value });
  return typeof subject === 'string' ? { ...whose, named: { connector: connector.key, subject } } : whose;
}

/** The one way to a write: facts, decision, ledger, and only then the call. */
export async function actUnderPolicy(
  request: ActRequest,
  asker: ActorOfTurn,
  policies: ReleasedPolicy[],
  now: Date,
): Promise<ActResult> {
  const found = await findTool(request.tool);
  if (!('tool' in found)) {
    const none = scopeOf(request, asker, { facts: {}, subject: null, ledger: emptyLedger, now });
    return { kind: 'failed', code: found.kind, message: found.message, decision: decideAction(undefined, none) };
  }
  const { tool } = found;
  const { writes } = await readAssistantSwitch();
  const policy = policyFor(policies, tool.fullName, await openRegistry());
  const actor = { ...asker, whose: await whoseOfAction(tool, policy, request.args, asker) };
  const subject = chooseSubject(tool.connector, actor.whose);
  const facts = await readFacts(policy, { tool: tool.name, args: request.args }, actor, subject);
  const scope = (ledger: DecisionScope['ledger']) =>
    scopeOf({ ...request, tool: tool.name }, actor, { facts: facts ?? {}, subject, ledger, now });
  if (facts === null) {
    const decision = decideAction(undefined, scope(emptyLedger));
    return { kind: 'failed', code: 'unavailable', message: 'the facts for the decision could not be read', decision };
  }

  const { action, decision } = await proposeAction(
    {
      key: request.key,
      conversationId: actor.conversationId,
      turnId: actor.turnId,
      customerId: actor.customerId,
      connector: tool.connector.key,
      tool: tool.name,
      args: request.args,
      subject,
      facts,
      factsReadAt: now,
      says: request.says,
      tells: request.tells,
      seen: { customer: scope(emptyLedger).customer, conversation: scope(emptyLedger).conversation },
    },
    (ledger) => (writes ? decideAction(policy, scope(ledger)) : switchedOff),
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
          // Turned off between the decision and the call.
          if (outcome.code === switchedOffCode) return { kind: 'denied', decision: switchedOff };
          return { kind: 'failed', code: outcome.code, message: outcome.message, decision };
        case 'unknown':
          return { kind: 'unknown', decision };
      }
    }
  }
}

/** `confirmed`: whether the customer said yes. `read`: how facts are read where something else is to come of it. */
type Supposed = { confirmed?: boolean; read?: typeof readTool };

/** The decision there would be, if the customer said yes now. Writes nothing; null when the facts cannot be read. */
export async function foreseeAction(
  name: string,
  args: Record<string, unknown>,
  asker: ActorOfTurn,
  policies: ReleasedPolicy[],
  now: Date,
  { confirmed = true, read }: Supposed = {},
): Promise<Decision | null> {
  if (!(await readAssistantSwitch()).writes) return switchedOff;
  const found = await findTool(name);
  if (!('tool' in found)) return null;
  const { tool } = found;
  const policy = policyFor(policies, tool.fullName, await openRegistry());
  const actor = { ...asker, whose: await whoseOfAction(tool, policy, args, asker) };
  const subject = chooseSubject(tool.connector, actor.whose);
  const facts = await readFacts(policy, { tool: tool.name, args }, actor, subject, read);
  if (facts === null) return null;
  const ledger = await sumLedger(db(), { subject, customerId: actor.customerId, tool: tool.name, key: '' });
  return decideAction(policy, scopeOf({ tool: tool.name, args, confirmed }, actor, { facts, subject, ledger, now }));
}

type Known = {
  facts: Record<string, unknown>;
  /** The customer's id in the tool's system. */
  subject: string | null;
  ledger: DecisionScope['ledger'];
  now: Date;
};

function scopeOf(
  { tool, args, confirmed }: Pick<ActRequest, 'tool' | 'args' | 'confirmed'>,
  actor: ActorOfTurn,
  { facts, subject, ledger, now }: Known,
): DecisionScope {
  return {
    action: { tool, args },
    facts,
    customer: { id: subject, tier: actor.tier },
    conversation: { verified: actor.verified, confirmed, approvedBy: null, trusted: actor.trusted },
    ledger,
    now: now.toISOString(),
  };
}
