import { BrokenCircuitError, BulkheadRejectedError } from 'cockatiel';
import { causeOf } from '../platform/errors';
import { type Connection, connect, disconnect } from './connect';
import { type ToolOutcome, toolErrorSchema } from './tool.schema';

export type ToolCall = {
  connector: string;
  tool: string;
  args: Record<string, unknown>;
  /** Whose data, from the verified conversation. Whatever `args` says of it is dropped. */
  subject: string | null;
  key?: string;
  /** Milliseconds until the call is given up. */
  timeoutMs?: number;
};

const neverSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT/;

/** One call, no retry. Never throws: what went wrong is in the outcome. */
export async function callTool(call: ToolCall): Promise<ToolOutcome> {
  let connection: Connection;
  try {
    connection = await withDeadline(connect(call.connector), call.timeoutMs ?? 3_000);
  } catch (error) {
    return { kind: 'unavailable', message: `cannot connect: ${wordFault(error)}` };
  }
  const info = connection.tools.get(call.tool);
  if (!info) return { kind: 'refused', code: 'unknown_tool', message: `${call.connector} has no tool ${call.tool}` };
  if (info.takesSubject && !call.subject) {
    return { kind: 'refused', code: 'not_verified', message: 'nobody is verified in this conversation' };
  }

  const own = Object.entries(call.args).filter(
    ([name]) => info.takes.has(name) && name !== 'customer' && name !== 'idempotencyKey',
  );
  const args: Record<string, unknown> = Object.fromEntries(own);
  if (info.takesSubject) args.customer = call.subject;
  if (info.takesKey && call.key) args.idempotencyKey = call.key;
  try {
    return (await connection.guard.execute(() => send(connection, call, args))) as ToolOutcome;
  } catch (error) {
    if (error instanceof BrokenCircuitError) return { kind: 'unavailable', message: 'resting after several failures' };
    if (error instanceof BulkheadRejectedError) return { kind: 'unavailable', message: 'too many calls at once' };
    return { kind: 'unavailable', message: wordFault(error) };
  }
}

async function send(connection: Connection, call: ToolCall, args: Record<string, unknown>): Promise<ToolOutcome> {
  try {
    const options = { timeout: call.timeoutMs ?? 3_000 };
    const answer = await connection.client.callTool({ name: call.tool, arguments: args }, undefined, options);
    const value = answer.structuredContent;
    if (answer.isError) {
      const failure = toolErrorSchema.safeParse(value);
      if (failure.success) return { kind: 'refused', ...failure.data.error };
      return { kind: 'refused', code: 'invalid', message: firstText(answer.content) };
    }
    if (!value || typeof value !== 'object')
      return { kind: 'refused', code: 'invalid', message: 'it answered without data' };
    return { kind: 'done', value: value as Record<string, unknown> };
  } catch (error) {
    const message = wordFault(error);
    disconnect(call.connector);
    return { kind: neverSent.test(message) ? 'unavailable' : 'unknown', message };
  }
}

function firstText(content: unknown): string {
  const first = Array.isArray(content) ? (content[0] as { text?: string } | undefined) : undefined;
  return String(first?.text ?? 'it failed').slice(0, 300);
}

/** `fetch failed` hides what happened in its cause. */
function wordFault(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: string; message?: string } | undefined) : undefined;
  return [causeOf(error), cause?.code ?? cause?.message].filter(Boolean).join(': ').slice(0, 300);
}

function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no connection within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
