import { evaluateExpression } from '../governance/evaluate-expression';
import { chooseSubject } from './choose-subject';
import { findTool } from './find-tool';
import { readTool } from './read-tool';
import type { RecordsSetting } from './records.schema';
import type { JsonObject, ToolOutcome, Whose } from './tool.schema';

export type AskedRead = { name: string; tool: string; outcome: ToolOutcome; tookMs: number };

/**
 * Asks all the reads at once for one customer. Null where nobody is asked, because the systems could not know them. Throws
 * what the expressions throw.
 */
export async function askRecords(reads: RecordsSetting['reads'], whose: Whose): Promise<AskedRead[] | null> {
  if (!(await isKnown(reads, whose))) return null;
  return Promise.all(
    Object.entries(reads).map(async ([name, { tool, args }]) => {
      const from = performance.now();
      const outcome = await readTool({ tool, args: evaluateAll(args), whose });
      return { name, tool, outcome, tookMs: Math.round(performance.now() - from) };
    }),
  );
}

/** What the answers are called in the expressions over them; what did not answer is not among them. */
export const answersOf = (asked: readonly AskedRead[]): JsonObject =>
  Object.fromEntries(asked.flatMap(({ name, outcome }) => (outcome.kind === 'done' ? [[name, outcome.value]] : [])));

/** What the desk shows instead when one of them did not answer; null when all did. */
export function saySilent(
  asked: readonly AskedRead[],
): { kind: 'unknown' } | { kind: 'unavailable'; why: string } | null {
  for (const { outcome } of asked) {
    if (outcome.kind === 'done') continue;
    if (outcome.kind === 'refused' && outcome.code === 'not_verified') return { kind: 'unknown' };
    return { kind: 'unavailable', why: outcome.message };
  }
  return null;
}

async function isKnown(reads: RecordsSetting['reads'], whose: Whose): Promise<boolean> {
  for (const { tool } of Object.values(reads)) {
    const found = await findTool(tool);
    if (!('tool' in found)) continue;
    const { subjectArgument, connector } = found.tool;
    if (subjectArgument !== null && chooseSubject(connector, whose) === null) return false;
  }
  return whose.account !== null || whose.email !== null;
}

const evaluateAll = (args: Record<string, string>): JsonObject =>
  Object.fromEntries(Object.entries(args).map(([name, expression]) => [name, evaluateExpression(expression, {})]));
