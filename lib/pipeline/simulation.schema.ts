import { z } from 'zod';
import { definitionKeySchema } from '../governance/definition.schema';
import type { Reading } from '../governance/extract.schema';
import { playbookSchema } from '../governance/playbook.schema';
import { asWhomSchema, butSchema, type Given, givenSchema } from '../governance/playbook-case.schema';

export const simulateInput = z.object({
  key: definitionKeySchema,
  /** As it is edited; nothing of it need be saved. */
  definition: playbookSchema,
  as: asWhomSchema.prefault({}),
  but: butSchema.prefault({}),
  /** All that has happened so far, from the first message on: the same again goes the same way. */
  given: z.array(givenSchema).min(1).max(20),
});
export type SimulateInput = z.infer<typeof simulateInput>;

/** A node on the way. Values are short JSON. */
export type SimulatedVisit = {
  playbook: string;
  node: string;
  kind: string;
  title: string;
  says: string | null;
  value: string | null;
  tookMs: number;
  decision: { effect: string; policy: string | null; rule: string | null; says: string } | null;
  /** What was read of a file; null for any other step. */
  reading: Pick<Reading, 'found' | 'missing' | 'checks'> | null;
};

/** A tool call. `madeUp`: nothing was called, the result has the shape of a real one and values of its own. */
export type SimulatedCall = {
  tool: string;
  kind: 'read' | 'write';
  asked: string;
  came: string;
  outcome: 'done' | 'missing' | 'failed' | 'denied' | 'needs_approval' | 'unknown' | 'undone';
  madeUp: boolean;
};

export type SimulatedStep = {
  given: Given;
  /** ISO: when it happens in the simulation. */
  now: string;
  /** What the words were taken for; null where nobody wrote. */
  understood: { intent: string; probability: number; language: string } | null;
  end: 'reply' | 'ask' | 'approval' | 'wait' | 'handoff' | 'elsewhere';
  /** The node it ended at. */
  node: string | null;
  /** What the customer reads. */
  says: string;
  /** The customer is done: the conversation is closed as solved. */
  closes: boolean;
  handoff: {
    reason: string;
    team: string | null;
    stopped: string;
    missing: string[];
    suggestion: { text: string; draft: string } | null;
  } | null;
  /** What it waits for, and till when. */
  awaits: { kind: 'customer' | 'approval' | 'time' | 'event'; dueAt: string | null; signal: string | null } | null;
  visits: SimulatedVisit[];
  calls: SimulatedCall[];
  /** Why the reply would not be sent, where a check fails; or why nothing goes on here. */
  problem: string | null;
};

export type Simulation = {
  steps: SimulatedStep[];
  /** Nodes of this playbook that were come to. */
  visited: string[];
};

export type CaseOutcome = {
  name: string;
  passed: boolean;
  /** What was expected and did not come; empty when it passed. */
  why: string[];
  steps: SimulatedStep[];
};
export type CasesOutcome = { cases: CaseOutcome[]; passed: number; failed: number; visited: string[] };
