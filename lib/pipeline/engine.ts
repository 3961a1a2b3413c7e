import type { Released } from '../governance/read-released';
import type { ModelRoute } from '../models/choose-model';
import { hasModel } from '../models/has-model';
import type { ModelStep } from '../models/model.schema';
import type { RunningTurn } from './begin-turn';
import { checkWithModel } from './check-with-model';
import { checkReply } from './checking/check-reply';
import { type Composed, type ComposeInput, composeTurn } from './compose-turn';
import { composeWithModel } from './compose-with-model';
import type { Summary } from './handoff/write-handoff';
import { openModelTurn } from './open-model-turn';
import type { CheckResult, Instruments, Part } from './plan.schema';
import { type PlanInput, planTurn } from './plan-turn';
import { planWithModel } from './plan-with-model';
import type { RedactedTurn } from './redact-turn';
import type { Retrieval } from './retrieval/retrieve-passages';
import { retrieveForTurn } from './retrieve-for-turn';
import { type SummariseInput, summariseWithModel } from './summarise-with-model';
import { understandTurn } from './understand-turn';
import { understandWithModel } from './understand-with-model';
import type { Understanding } from './understanding/understanding.schema';

/**
 * The stages that may be done with or without a model. Redaction before them and the decision and the save after them
 * are nobody's to replace, and what an engine plans it can only carry out through the instruments, under policy.
 */
export type Engine = {
  /** Kept with the turn, for the trace. */
  name: string;
  understand(redacted: RedactedTurn, released: Released, now: Date): Promise<Understanding>;
  retrieve(redacted: RedactedTurn, understood: Understanding): Promise<Retrieval>;
  plan(input: PlanInput, instruments: Instruments): Promise<Part[]>;
  /** `show` is told the reply while it grows, as far as it may be seen already. */
  compose(input: ComposeInput, show: (reply: string) => void): Composed | Promise<Composed>;
  check(composed: Composed, input: ComposeInput): Promise<{ check: CheckResult; composed: Composed }>;
  summarise(input: SummariseInput): Promise<Summary | null>;
  /** Who did a step, where that was to be decided. */
  routeOf(step: ModelStep): ModelRoute | undefined;
  costMicros(): number;
};

/** No model, no account: a trained classifier, search over the articles, playbooks, and sentences that stand somewhere. */
const localEngine = (running: RunningTurn): Engine => ({
  name: 'local',
  understand: (redacted, _released, now) => understandTurn(running, redacted, now),
  retrieve: (redacted, understood) => retrieveForTurn(running, redacted, understood),
  plan: planTurn,
  compose: composeTurn,
  async check(composed) {
    const { reply, parts, allowed } = composed;
    return { check: checkReply({ reply, parts, allowed }), composed };
  },
  summarise: async () => null,
  routeOf: () => undefined,
  costMicros: () => 0,
});

/** The engine of a turn: the local one and, where a model is set, the steps that the router gives to it. */
export async function openEngine(running: RunningTurn, redacted: RedactedTurn): Promise<Engine> {
  const local = localEngine(running);
  if (!(await hasModel())) return local;
  const turn = await openModelTurn(running, redacted);
  return {
    ...local,
    name: 'model',
    understand: async (_redacted, released, now) =>
      understandWithModel(await understandTurn(running, redacted, now), { running, redacted, released }, turn),
    plan: async (input, instruments) => planWithModel(await planTurn(input, instruments), input, instruments, turn),
    compose: (input, show) => composeWithModel(input, turn, show),
    check: (composed, input) => checkWithModel(composed, input, turn),
    summarise: (input) => summariseWithModel(input, turn),
    routeOf: (step) => turn.routes.get(step),
    costMicros: () => turn.meter.spent.costMicros,
  };
}
