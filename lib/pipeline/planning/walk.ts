import type { ReleasedPlaybook, Wording } from '../../governance/playbook.schema';
import type { HandoffNeed, Instruments, Part } from '../plan.schema';
import type { Awaits, Frame, Looked, RanAct, RunMark, RunState, Visit } from '../run.schema';
import { packValues } from './pack-values';
import type { PlaybookInput } from './run-playbook';

/** Where a run of a playbook stands. */
export type Walk = {
  input: PlaybookInput;
  tools: Instruments;
  /** The one that is walked now; those that called it, outermost first. */
  playbook: ReleasedPlaybook;
  stack: Frame[];
  at: string;
  /** Where the next piece of work begins, and the values as they were there. */
  from: string;
  settled: Record<string, unknown>;
  /** What the customer gave, and what lookups and actions brought. */
  slots: Record<string, unknown>;
  values: Record<string, unknown>;
  lookups: Record<string, Looked>;
  acts: RanAct[];
  /** The node that asked, until it has its answer; and how often it asked. */
  pending: string | null;
  asked: number;
  /** Nodes of this playbook that were given their value, with how often they asked; and as they were at `from`. */
  taken: Record<string, number>;
  settledTaken: Record<string, number>;
  /** The customer said yes to the action that comes next. */
  confirmed: boolean;
  /** The act that waits for an approval which the next node waits for. */
  awaiting: { key: string; text: string } | null;
  /** Replies on the way, said together with whatever ends the walk. */
  said: string[];
  visits: Visit[];
  part: Part;
  scope(): Record<string, unknown>;
  render(template: string): string;
  /** In the customer's language where the playbook has it. */
  say(wording: Wording, more?: Record<string, unknown>): string;
};

export type End = { kind: 'end'; part: Part; awaits?: Awaits };
export type Step = { kind: 'go'; node: string } | End;

export const goTo = (node: string): Step => ({ kind: 'go', node });

/**
 * From here on nothing before is walked again: it was done, said, agreed to or brought by somebody. What is looked up
 * after it is read anew when the run goes on.
 */
export function settle(walk: Walk, node: string): Step {
  walk.from = node;
  walk.settled = { ...walk.values };
  walk.settledTaken = { ...walk.taken };
  return goTo(node);
}

/** The run as it stands at this node, to go on from later. */
export function stateOf(walk: Walk, asked: number): RunState {
  const { input, playbook } = walk;
  return {
    playbook: playbook.key,
    version: playbook.version,
    runId: input.runId,
    node: walk.at,
    from: walk.from,
    slots: walk.slots,
    ...packValues(walk.settled, walk.lookups),
    acts: walk.acts,
    taken: walk.settledTaken,
    stack: walk.stack,
    asked,
    intent: input.intent,
    wish: input.wish,
    trusted: input.trusted,
  };
}

export function markOf(walk: Walk, { part, awaits }: End): RunMark {
  const { input, stack, playbook } = walk;
  const root = stack[0] ?? { playbook: playbook.key, version: playbook.version };
  return {
    runId: input.runId,
    playbook: root.playbook,
    version: root.version,
    intent: input.intent,
    state: part.kind === 'handoff' ? 'handed_over' : awaits ? 'waiting' : 'done',
    at: stack[0]?.node ?? walk.at,
    visits: walk.visits,
    lastAct: walk.acts.at(-1)?.key ?? null,
    awaits: awaits ?? null,
  };
}

/** What the open visit said or brought, for who looks on. */
export function note(walk: Walk, more: Partial<Pick<Visit, 'says' | 'value' | 'decision'>>): void {
  const visit = walk.visits.at(-1);
  if (visit) Object.assign(visit, more);
}

export const handOver = (walk: Walk, need: HandoffNeed, team?: string): End => ({
  kind: 'end',
  part: { ...walk.part, kind: 'handoff', handoff: need, team: team ?? walk.part.team },
});

export const stopAt = (walk: Walk, reason: HandoffNeed['reason'], stopped: string, missing: string[] = []): End =>
  handOver(walk, { reason, stopped, missing, suggestion: null });

export const evaluateAll = (walk: Walk, expressions: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [name, walk.tools.evaluate(expression, walk.scope())]),
  );
