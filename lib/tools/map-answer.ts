import { evaluateExpression, holds } from '../governance/evaluate-expression';
import type { HttpTool, JsonObject, ToolOutcome } from './tool.schema';

export type HttpAnswer = { status: number; body: unknown };

/** Statuses by which a server says that it has done nothing. */
const notDone = new Set([408, 425, 429, 503]);

/**
 * What an HTTP answer means: done, refused, or not known. A server's failure after a write leaves open whether it happened.
 * An expression that fails is no answer either.
 */
export function mapAnswer(tool: HttpTool, { status, body }: HttpAnswer): ToolOutcome {
  const scope = { status, body };
  try {
    const says = (fallback: string): string =>
      tool.message ? String(evaluateExpression(tool.message, scope)).slice(0, 300) : fallback;
    const code = (fallback: string): string =>
      tool.code ? String(evaluateExpression(tool.code, scope)).slice(0, 60) : fallback;
    if (tool.missing ? holds(tool.missing, scope) : status === 404)
      return { kind: 'refused', code: 'not_found', message: tryWords(says, 'there is no such record') };
    if (notDone.has(status)) return { kind: 'unavailable', message: `it answered ${status}` };
    if (status >= 500 || status < 200) return { kind: 'unknown', message: `it answered ${status}` };
    if (status === 401 || status === 403)
      return { kind: 'refused', code: 'forbidden', message: `it does not let us in (${status})` };
    if (status >= 300 || (tool.refused && holds(tool.refused, scope)))
      return { kind: 'refused', code: tryWords(code, 'invalid'), message: tryWords(says, `it answered ${status}`) };
    const value = tool.result ? evaluateExpression(tool.result, scope) : body;
    return { kind: 'done', value: asObject(value) };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const message = `its answer could not be read: ${why}`.slice(0, 300);
    return status < 300 ? { kind: 'unknown', message } : { kind: 'refused', code: 'invalid', message };
  }
}

const asObject = (value: unknown): JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : { value };

/** A refusal stays one when its own words cannot be found. */
function tryWords(say: (fallback: string) => string, fallback: string): string {
  try {
    return say(fallback);
  } catch {
    return fallback;
  }
}
