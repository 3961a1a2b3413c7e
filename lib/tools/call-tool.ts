import { BrokenCircuitError, BulkheadRejectedError } from 'cockatiel';
import { callHttp } from './call-http';
import { callMcp } from './call-mcp';
import { fillArguments } from './fill-arguments';
import { findTool } from './find-tool';
import { guardTool } from './guard-tool';
import { noteToolCall } from './note-tool-call';
import type { JsonObject, ToolInfo, ToolOutcome, Whose } from './tool.schema';
import { wordFault } from './word-fault';

export type ToolCall = {
  /** `tool.name`, or `connector:tool.name`. */
  tool: string;
  args: JsonObject;
  /** Whose data, from the verified conversation. Whatever `args` says of it is dropped. */
  whose: Whose;
  key?: string;
  /** Milliseconds until the call is given up; what is set for the tool or its system counts before it. */
  timeoutMs?: number;
};

const patienceMs = 3_000;

/** One call, no retry. Never throws: what went wrong is in the outcome. */
export async function callTool(call: ToolCall): Promise<ToolOutcome> {
  try {
    const found = await findTool(call.tool);
    switch (found.kind) {
      case 'found':
        return await callFound(found.tool, call);
      case 'resting':
        return { kind: 'unavailable', message: found.message };
      case 'ambiguous':
        return { kind: 'refused', code: 'ambiguous_tool', message: found.message };
      case 'unknown':
        if (found.unreached) return { kind: 'unavailable', message: found.message };
        return { kind: 'refused', code: 'unknown_tool', message: found.message };
    }
  } catch (error) {
    return { kind: 'unavailable', message: wordFault(error) };
  }
}

/** The same with a tool that was found already, whether it is turned on or not. */
export async function callFound(tool: ToolInfo, call: Omit<ToolCall, 'tool'>): Promise<ToolOutcome> {
  const filled = fillArguments(tool, call.args, call.whose, call.key);
  if (filled.kind === 'not_verified')
    return { kind: 'refused', code: 'not_verified', message: 'nobody is verified in this conversation' };
  const timeoutMs = patienceOf(tool, call.timeoutMs);
  const from = performance.now();
  const outcome = await guarded(tool, filled.args, timeoutMs);
  noteToolCall(tool, outcome, performance.now() - from);
  return outcome;
}

/** Milliseconds until a call to this tool is given up. */
export function patienceOf(tool: ToolInfo, askedMs?: number): number {
  return tool.timeoutMs ?? tool.connector.timeoutMs ?? askedMs ?? patienceMs;
}

async function guarded(tool: ToolInfo, args: JsonObject, timeoutMs: number): Promise<ToolOutcome> {
  try {
    const send = tool.http ? callHttp : callMcp;
    return await guardTool(tool, () => send(tool, args, timeoutMs));
  } catch (error) {
    if (error instanceof BrokenCircuitError) return { kind: 'unavailable', message: 'resting after several failures' };
    if (error instanceof BulkheadRejectedError) return { kind: 'unavailable', message: 'too many calls at once' };
    return { kind: 'unavailable', message: wordFault(error) };
  }
}
