import { evaluateExpression } from '../governance/evaluate-expression';
import type { JsonObject, ToolInfo } from './tool.schema';

export type Compensation = { tool: string; args: JsonObject };

/**
 * The call that takes a write back, from its arguments and its result; null where the registry knows none. `tool` names the
 * system too. Throws what the expressions throw.
 */
export function planCompensation(
  { compensatedBy, connector }: Pick<ToolInfo, 'compensatedBy' | 'connector'>,
  { args, result }: { args: JsonObject; result: JsonObject },
): Compensation | null {
  if (!compensatedBy) return null;
  const { tool } = compensatedBy;
  return {
    tool: tool.includes(':') ? tool : `${connector.key}:${tool}`,
    args: Object.fromEntries(
      Object.entries(compensatedBy.args).map(([name, expression]) => [
        name,
        evaluateExpression(expression, { args, result }),
      ]),
    ),
  };
}
