import { z } from 'zod';

const values = z.record(z.string(), z.unknown());

/** A lookup whose record was too large to be kept: it is read again when the run goes on. */
const lookedSchema = z.object({ as: z.string(), tool: z.string(), args: values });
export type Looked = z.infer<typeof lookedSchema>;

/** A write this run asked for. `place` is where in the playbook, calls included; the same place again is another act. */
const ranActSchema = z.object({
  place: z.string(),
  node: z.string(),
  key: z.string(),
  says: z.string(),
  state: z.enum(['done', 'waiting', 'undone', 'not_done']),
});
export type RanAct = z.infer<typeof ranActSchema>;

/** A playbook that called another and waits for its return. */
const frameSchema = z.object({
  playbook: z.string(),
  version: z.number(),
  /** The node that calls. */
  node: z.string(),
  slots: values,
  values,
  looked: z.array(lookedSchema),
});
export type Frame = z.infer<typeof frameSchema>;

export const mostFrames = 5;

/**
 * A run of a playbook between two pieces of work. It goes on at `from`: what lies between there and `node` only asks and
 * reads, and is walked again on fresh records; what was done, said or agreed to lies before it.
 */
export const runStateSchema = z.object({
  playbook: z.string(),
  version: z.number(),
  /** The run: what it does is done once under this name, whatever is started again. */
  runId: z.string(),
  node: z.string(),
  /** Absent: at the start. */
  from: z.string().optional(),
  slots: values,
  /** What lookups, acts, events and calls before `from` brought. */
  values: values.default({}),
  looked: z.array(lookedSchema).default([]),
  acts: z.array(ranActSchema).default([]),
  /** Nodes before `from` that were given their value, with how often they asked: coming back to one asks anew. */
  taken: z.record(z.string(), z.number()).default({}),
  /** Outermost first; empty in a playbook that nobody called. */
  stack: z.array(frameSchema).max(mostFrames).default([]),
  asked: z.number().int(),
  intent: z.string(),
  wish: z.string(),
  /** False once a message of this run looked like an attempt to steer the assistant. */
  trusted: z.boolean().default(true),
});
export type RunState = z.infer<typeof runStateSchema>;

/** What a run that waited goes on with, other than what the customer wrote. */
export const passedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approved'), value: values }),
  z.object({ kind: z.literal('refused'), says: z.string() }),
  z.object({ kind: z.literal('due') }),
  z.object({ kind: z.literal('timeout') }),
  z.object({ kind: z.literal('signal'), name: z.string(), data: values }),
]);
export type Passed = z.infer<typeof passedSchema>;

/** What a run waits for. Times are ISO. */
export type Awaits = {
  kind: 'customer' | 'approval' | 'time' | 'event';
  /** When it goes on without: the time itself, or the timeout. */
  dueAt: string | null;
  signal: { name: string; where: string | null } | null;
  /** The key of the action that has to be agreed to. */
  actionKey: string | null;
  state: RunState;
};

/** A node on the way, in the order of walking. Only playbook, node and time are kept; the rest is for who looks on. */
export type Visit = {
  playbook: string;
  node: string;
  kind: string;
  title: string;
  /** ISO. */
  at: string;
  tookMs: number;
  says: string | null;
  value: unknown;
  decision: { effect: string; policy: string | null; rule: string | null; says: string } | null;
};

/** What became of a run in this piece of work. */
export type RunMark = {
  runId: string;
  /** The outermost playbook: the one that was triggered. */
  playbook: string;
  version: number;
  intent: string;
  state: 'waiting' | 'done' | 'handed_over';
  /** The node of the outermost one: what was called stands at the node that calls. */
  at: string;
  visits: Visit[];
  /** The key of the last write it asked for. */
  lastAct: string | null;
  awaits: Awaits | null;
};
