import { readDocument } from '../documents/read-document';
import { evaluateExpression, renderTemplate } from '../governance/evaluate-expression';
import type { Behaves, But } from '../governance/playbook-case.schema';
import type { ReleasedPolicy } from '../governance/policy.schema';
import { db } from '../platform/db';
import { findTool } from '../tools/find-tool';
import { readTool } from '../tools/read-tool';
import type { ToolInfo, ToolOutcome } from '../tools/tool.schema';
import { type ActorOfTurn, foreseeAction } from './act-under-policy';
import { makeUpResult, shapeOfSchema } from './make-up-result';
import type { ActRequest, ActResult, GivenFile, Instruments, ReadResult } from './plan.schema';
import { shortValue } from './short-value';
import type { SimulatedCall } from './simulation.schema';

export type SimulatedInstruments = Instruments & {
  /** Since it was last asked. */
  takeCalls(): SimulatedCall[];
  /** What an act would bring once it is agreed to. */
  resultOf(key: string): Promise<Record<string, unknown>>;
  /** What a customer would be told of it then. */
  tellsOf(key: string): string;
  moveTo(now: Date): void;
  /** A file that the customer sent, with its text; its id. */
  give(file: { name: string; text: string }): GivenFile;
};

/**
 * Instruments that read for real and write nothing: the rules decide on a write as they would, and what they allow is
 * taken for done with a result that is made up. Nobody is told anything.
 */
export function makeSimulatedInstruments(
  actor: ActorOfTurn,
  policies: ReleasedPolicy[],
  but: But,
  start: Date,
): SimulatedInstruments {
  const asked = new Map<string, ActRequest>();
  const files: { name: string; text: string }[] = [];
  let calls: SimulatedCall[] = [];
  let now = start;
  const keep = (call: SimulatedCall) => {
    calls.push(call);
  };

  async function read(tool: string, args: Record<string, unknown>): Promise<ReadResult> {
    const other = but.tools[tool];
    const result = other ? misread(other) : await readFor(tool, args);
    const came = result.kind === 'found' ? shortValue(result.value) : saysRead(result);
    const outcome = result.kind === 'found' ? 'done' : result.kind === 'missing' ? 'missing' : 'failed';
    keep({ tool, kind: 'read', asked: shortValue(args), came, outcome, madeUp: other !== undefined });
    return result;
  }

  async function readFor(tool: string, args: Record<string, unknown>): Promise<ReadResult> {
    const outcome = await readTool({ tool, args, whose: actor.whose });
    if (outcome.kind === 'done') return { kind: 'found', value: outcome.value };
    return outcome.kind === 'refused'
      ? misread({ refused: outcome.code }, outcome.message)
      : misread('silent', outcome.message);
  }

  /** Rules meet the same shop: a tool that fails brings them no facts either. */
  async function readFact(call: Parameters<typeof readTool>[0]): Promise<ToolOutcome> {
    const other = but.tools[call.tool];
    if (!other) return readTool(call);
    if (other === 'silent') return { kind: 'unavailable', message: 'it does not answer' };
    const { code, message } = codeOf(other);
    return code === 'unavailable' ? { kind: 'unavailable', message } : { kind: 'refused', code, message };
  }

  async function act(request: ActRequest): Promise<ActResult> {
    asked.set(request.key, request);
    const result = await decide(request);
    keep({
      tool: request.tool,
      kind: 'write',
      asked: shortValue(request.args),
      came: saysAct(result),
      outcome: result.kind === 'waiting' ? 'needs_approval' : result.kind,
      madeUp: true,
    });
    return result;
  }

  async function decide(request: ActRequest): Promise<ActResult> {
    const decision = await foreseeAction(request.tool, request.args, actor, policies, now, {
      confirmed: request.confirmed,
      read: readFact,
    });
    if (!decision) {
      const unread = { ...undecided, agent: 'The facts for the decision could not be read.' };
      return { kind: 'failed', code: 'unavailable', message: 'the facts could not be read', decision: unread };
    }
    if (decision.effect === 'deny') return { kind: 'denied', decision };
    if (decision.effect === 'needs_approval') return { kind: 'waiting', decision, dueAt: null };
    const other = but.tools[request.tool];
    if (other === 'silent') return { kind: 'unknown', decision };
    if (other !== undefined) return { kind: 'failed', ...codeOf(other), decision };
    return { kind: 'done', value: await made(request), decision };
  }

  /** In the shape of what it last really brought, or of what it says that it brings. */
  async function made({ tool, args }: ActRequest): Promise<Record<string, unknown>> {
    const info = await toolOf(tool);
    const last = await db().action.findFirst({
      where: { tool: info?.name ?? tool, status: 'succeeded' },
      orderBy: { createdAt: 'desc' },
      select: { result: true },
    });
    return makeUpResult(last?.result ?? shapeOfSchema(info?.outputSchema), args, now.toISOString());
  }

  return {
    evaluate: evaluateExpression,
    render: renderTemplate,
    read,
    act,
    foresee: (tool, args) => foreseeAction(tool, args, actor, policies, now, { read: readFact }),
    async readFile(id) {
      const file = files[Number(/^file-(\d+)$/.exec(id)?.[1]) - 1];
      if (!file) return { kind: 'unreadable', name: 'the file', why: 'It is not there any more.' };
      const type = file.text.trim() === '' ? 'image/jpeg' : 'text/plain';
      const read = await readDocument(type, new TextEncoder().encode(file.text));
      const { name } = file;
      return read.readable ? { kind: 'read', name, pages: read.pages } : { kind: 'unreadable', name, why: read.why };
    },
    give({ name, text }) {
      files.push({ name, text });
      return { id: `file-${files.length}`, name, kind: text.trim() === '' ? 'picture' : 'text', bytes: text.length };
    },
    async compensate(key) {
      const request = asked.get(key);
      keep({
        tool: request?.tool ?? key,
        kind: 'write',
        asked: 'Take it back',
        came: 'Would be taken back',
        outcome: 'undone',
        madeUp: true,
      });
      return { kind: 'done' };
    },
    tell: () => undefined,
    clock: () => performance.timeOrigin + performance.now(),
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
    async resultOf(key) {
      const request = asked.get(key);
      if (!request) return {};
      const value = await made(request);
      const { tool, args } = request;
      keep({ tool, kind: 'write', asked: shortValue(args), came: shortValue(value), outcome: 'done', madeUp: true });
      return value;
    },
    tellsOf: (key) => asked.get(key)?.tells ?? '',
    moveTo(later) {
      now = later;
    },
  };
}

async function toolOf(name: string): Promise<ToolInfo | null> {
  const found = await findTool(name);
  return 'tool' in found ? found.tool : null;
}

const undecided = {
  effect: 'deny' as const,
  policy: null,
  version: null,
  rule: null,
  cel: '',
  customer: null,
  approvers: null,
  amountCents: null,
  findings: [],
  shows: [],
};

function misread(other: Behaves, message = 'it does not answer'): Exclude<ReadResult, { kind: 'found' }> {
  if (other === 'missing') return { kind: 'missing' };
  if (typeof other === 'string') return { kind: 'unavailable', message };
  if (other.refused === 'not_verified') return { kind: 'not_verified' };
  return other.refused === 'not_found' ? { kind: 'missing' } : { kind: 'unavailable', message: other.refused };
}

function codeOf(other: Exclude<Behaves, 'silent'>): { code: string; message: string } {
  if (other === 'fails') return { code: 'unavailable', message: 'it does not answer' };
  if (other === 'missing') return { code: 'not_found', message: 'there is no such record' };
  if (typeof other === 'string') return { code: other, message: other };
  return { code: other.refused, message: `it was refused: ${other.refused}` };
}

function saysRead(result: Exclude<ReadResult, { kind: 'found' }>): string {
  switch (result.kind) {
    case 'missing':
      return 'No such record';
    case 'not_verified':
      return 'Nobody is verified';
    case 'unavailable':
      return result.message;
  }
}

function saysAct(result: ActResult): string {
  switch (result.kind) {
    case 'done':
      return shortValue(result.value);
    case 'denied':
      return result.decision.agent;
    case 'waiting':
      return 'Needs approval';
    case 'failed':
      return result.message || result.code;
    case 'unknown':
      return 'No answer';
  }
}
