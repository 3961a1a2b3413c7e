import { appendAudit } from '../audit/append-audit';
import type { PersonActor } from '../auth/permissions';
import type { Decision } from '../governance/policy.schema';
import { readReleased } from '../governance/read-released';
import { db, inTransaction } from '../platform/db';
import { AppError } from '../platform/errors';
import { newId } from '../platform/ids';
import { callFound } from '../tools/call-tool';
import { chooseSubject } from '../tools/choose-subject';
import { fillArguments } from '../tools/fill-arguments';
import { openRegistry } from '../tools/find-tool';
import { planRequest } from '../tools/plan-request';
import { readWhose } from '../tools/read-whose';
import type { TriedTool, TryTool } from '../tools/registry.schema';
import { type JsonObject, nobody, type ToolInfo, type ToolOutcome } from '../tools/tool.schema';
import { foreseeAction } from './act-under-policy';

/**
 * Tries a tool for somebody who keeps them: a read for real, with a customer of their choice as the subject; a write as what
 * would be sent and what the policies would say of it, and for real only in a sandbox. Audited, arguments included.
 * Throws `not_found`, and `forbidden` where a write is not to be sent.
 */
export async function tryTool(person: PersonActor, { id, customerId, args, send }: TryTool): Promise<TriedTool> {
  const tool = (await openRegistry()).tools.find((one) => one.id === id);
  if (!tool || tool.state === 'new' || tool.state === 'gone')
    throw new AppError('not_found', 'There is no such tool, or it was not accepted yet.');
  if (send && tool.write && !tool.connector.sandbox)
    throw new AppError('forbidden', 'What it does is real: only a system that is marked as a sandbox may be tried so.');
  const customer = customerId ? await db().customer.findUnique({ where: { id: customerId } }) : null;
  if (customerId && !customer) throw new AppError('not_found', 'There is no such customer.');
  const whose = customer ? await readWhose(customer.id) : nobody;
  const key = `try-${newId()}`;
  const filled = fillArguments(tool, args, whose, key);
  if (filled.kind === 'not_verified') {
    const refused = customer
      ? 'This customer has no verified identity that the system takes.'
      : 'It is about one customer’s data: choose whose.';
    return { sends: null, refused, outcome: null, decision: null };
  }
  const planned = showRequest(tool, filled.args);
  if (planned.refused !== null) return { ...planned, outcome: null, decision: null };

  const decision = tool.write
    ? await foreseeAction(
        tool.fullName,
        args,
        {
          ...{ conversationId: newId(), turnId: null, customerId: customer?.id ?? newId(), whose },
          known: chooseSubject(tool.connector, whose) !== null,
          ...{ tier: customer?.tier ?? null, verified: customer !== null, trusted: true },
        },
        (await readReleased(null)).policies,
        new Date(),
      )
    : null;
  if (!send) return { ...planned, outcome: null, decision: tool.write ? showDecision(decision) : null };

  await inTransaction((tx) =>
    appendAudit(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'tool.try',
      subject: { kind: 'tool', id },
      after: { tool: tool.fullName, customerId, args, ...(tool.keyArgument && { key }) },
    }),
  );
  const from = performance.now();
  const outcome = await callFound(tool, { args, whose, key });
  const shown = { kind: outcome.kind, text: textOf(outcome), tookMs: Math.round(performance.now() - from) };
  return { ...planned, outcome: shown, decision: tool.write ? showDecision(decision) : null };
}

function showRequest(tool: ToolInfo, args: JsonObject): Pick<TriedTool, 'sends' | 'refused'> {
  const body = JSON.stringify(args, null, 2);
  if (!tool.http) return { sends: { line: `tools/call ${tool.name}`, headers: {}, body }, refused: null };
  try {
    const { method, url, headers, body: sent } = planRequest(tool.connector.url, tool.http, args);
    return { sends: { line: `${method} ${url}`, headers, body: sent ?? '' }, refused: null };
  } catch (error) {
    return { sends: null, refused: error instanceof Error ? error.message : String(error) };
  }
}

function showDecision(decision: Decision | null): TriedTool['decision'] {
  if (!decision) {
    const says = 'The facts that the policies need could not be read.';
    return { effect: 'deny', policy: null, rule: null, says, findings: [] };
  }
  const { effect, policy, rule, agent, findings } = decision;
  return { effect, policy, rule, says: agent, findings: findings.map(({ says, holds }) => ({ says, holds })) };
}

const longest = 40_000;

function textOf(outcome: ToolOutcome): string {
  switch (outcome.kind) {
    case 'done':
      return JSON.stringify(outcome.value, null, 2).slice(0, longest);
    case 'refused':
      return `${outcome.code}: ${outcome.message}`;
    case 'unavailable':
    case 'unknown':
      return outcome.message;
  }
}
