import type { HandoffNeed, Instruments, Part } from '../plan.schema';
import type { PlaybookInput } from './run-playbook';

/** Where a run of a playbook stands. */
export type Walk = {
  input: PlaybookInput;
  tools: Instruments;
  at: string;
  /** What the customer gave, and what lookups and actions brought. */
  slots: Record<string, unknown>;
  values: Record<string, unknown>;
  /** The node that asked, until it has its answer; and how often it asked. */
  pending: string | null;
  asked: number;
  /** The customer said yes to the action that comes next. */
  confirmed: boolean;
  part: Part;
  scope(): Record<string, unknown>;
  render(template: string): string;
};

export type End = { kind: 'end'; part: Part };
export type Step = { kind: 'go'; node: string } | End;

export const goTo = (node: string): Step => ({ kind: 'go', node });

export const handOver = (walk: Walk, need: HandoffNeed): End => ({
  kind: 'end',
  part: { ...walk.part, kind: 'handoff', handoff: need },
});

export const stopAt = (walk: Walk, reason: HandoffNeed['reason'], stopped: string, missing: string[] = []): End =>
  handOver(walk, { reason, stopped, missing, suggestion: null });

export const evaluateAll = (walk: Walk, expressions: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [name, walk.tools.evaluate(expression, walk.scope())]),
  );
