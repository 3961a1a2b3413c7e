import { setTimeout as pause } from 'node:timers/promises';
import { evaluateExpression, holds } from '../governance/evaluate-expression';
import { callTool, type ToolCall } from './call-tool';
import type { JsonObject, ToolInfo, ToolOutcome } from './tool.schema';

const timeoutMs = 2_000;

type Asked = Required<Omit<ToolCall, 'timeoutMs'>>;
export type Known = { kind: 'done'; result: JsonObject } | { kind: 'unseen' } | { kind: 'silent' };

/**
 * Asks the system of record what became of a key: done, or certainly not done, or still unknown. A tool without a
 * settlement cannot be asked after: people look at it. `waits` are the pauses before each try, in milliseconds.
 */
export async function settle(tool: ToolInfo | null, call: Asked, waits: readonly number[]): Promise<ToolOutcome> {
  for (const wait of waits) {
    await pause(wait);
    const answer = await askAfter(tool, call);
    if (answer.kind === 'silent') continue;
    if (answer.kind === 'unseen') return { kind: 'unavailable', message: 'the system of record has not seen it' };
    return { kind: 'done', value: answer.result };
  }
  return { kind: 'unknown', message: 'nobody could say whether it happened' };
}

/** What the system of record says of a key, asked once; `silent` where it cannot be asked or does not answer. */
export async function askAfter(tool: ToolInfo | null, call: Asked): Promise<Known> {
  if (!tool?.settledBy) return { kind: 'silent' };
  const { settledBy, connector } = tool;
  try {
    const scope = { key: call.key, args: call.args };
    const args = Object.fromEntries(
      Object.entries(settledBy.args).map(([name, expression]) => [name, evaluateExpression(expression, scope)]),
    );
    const name = settledBy.tool.includes(':') ? settledBy.tool : `${connector.key}:${settledBy.tool}`;
    const answer = await callTool({ tool: name, args, whose: call.whose, key: call.key, timeoutMs });
    if (answer.kind !== 'done') return { kind: 'silent' };
    if (!holds(settledBy.found, { answer: answer.value })) return { kind: 'unseen' };
    const result = evaluateExpression(settledBy.result, { answer: answer.value });
    return { kind: 'done', result: (result ?? {}) as JsonObject };
  } catch {
    // A settlement that cannot be read settles nothing.
    return { kind: 'silent' };
  }
}
