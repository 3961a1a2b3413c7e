import type { RunningTurn } from './begin-turn';
import { type CheckInput, checkReply } from './checking/check-reply';
import { type Composed, type ComposeInput, composeTurn } from './compose-turn';
import type { CheckResult, Instruments, Part } from './plan.schema';
import { type PlanInput, planTurn } from './plan-turn';
import type { RedactedTurn } from './redact-turn';
import type { Retrieval } from './retrieval/retrieve-passages';
import { retrieveForTurn } from './retrieve-for-turn';
import { understandTurn } from './understand-turn';
import type { Understanding } from './understanding/understanding.schema';

/**
 * The stages that may be done with or without a model. Redaction before them and the decision and the save after them
 * are nobody's to replace, and what an engine plans it can only carry out through the instruments, under policy.
 */
export type Engine = {
  /** Kept with the turn, for the trace. */
  name: string;
  understand(running: RunningTurn, redacted: RedactedTurn, now: Date): Promise<Understanding>;
  retrieve(running: RunningTurn, redacted: RedactedTurn, understood: Understanding): Promise<Retrieval>;
  plan(input: PlanInput, instruments: Instruments): Promise<Part[]>;
  compose(input: ComposeInput): Composed | Promise<Composed>;
  check(input: CheckInput): CheckResult | Promise<CheckResult>;
};

/** No model, no account: a trained classifier, search over the articles, playbooks, and sentences that stand somewhere. */
export const localEngine: Engine = {
  name: 'local',
  understand: understandTurn,
  retrieve: retrieveForTurn,
  plan: planTurn,
  compose: composeTurn,
  check: checkReply,
};
