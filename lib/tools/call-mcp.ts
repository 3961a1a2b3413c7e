import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { connect, disconnect } from './connect';
import { type JsonObject, type ToolInfo, type ToolOutcome, toolErrorSchema } from './tool.schema';
import { neverSent, withDeadline, wordFault } from './word-fault';

/** One call over MCP with these very arguments. Never throws. */
export async function callMcp(
  { connector, name }: ToolInfo,
  args: JsonObject,
  timeoutMs: number,
): Promise<ToolOutcome> {
  let client: Client;
  try {
    client = await withDeadline(connect(connector), timeoutMs);
  } catch (error) {
    return { kind: 'unavailable', message: `cannot connect: ${wordFault(error)}` };
  }
  try {
    const answer = await client.callTool({ name, arguments: args }, undefined, { timeout: timeoutMs });
    const value = answer.structuredContent ?? textAsData(answer.content);
    if (answer.isError) {
      const failure = toolErrorSchema.safeParse(value);
      if (failure.success) return { kind: 'refused', ...failure.data.error };
      return { kind: 'refused', code: 'invalid', message: firstText(answer.content) ?? 'it failed' };
    }
    if (!value || typeof value !== 'object')
      return { kind: 'refused', code: 'invalid', message: 'it answered without data' };
    return { kind: 'done', value: value as JsonObject };
  } catch (error) {
    const message = wordFault(error);
    disconnect(connector.id);
    return { kind: neverSent(message) ? 'unavailable' : 'unknown', message };
  }
}

const firstText = (content: unknown): string | null => {
  const first = Array.isArray(content) ? (content[0] as { text?: string } | undefined) : undefined;
  return first?.text === undefined ? null : String(first.text).slice(0, 300);
};

/** Servers of an older protocol put their JSON into a text. */
function textAsData(content: unknown): JsonObject | null {
  const text = Array.isArray(content) ? (content[0] as { text?: unknown } | undefined)?.text : undefined;
  if (typeof text !== 'string' || !text.trimStart().startsWith('{') || text.length > 1_000_000) return null;
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return null;
  }
}
