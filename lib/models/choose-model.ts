import { formatLanguage } from '../format/format-language';
import type { BudgetLevel, ModelSize, ModelStep } from './model.schema';

export type RouteInput = {
  step: ModelStep;
  /** An endpoint with a model to write with is set and does not rest. */
  available: 'none' | 'resting' | 'there';
  budget: BudgetLevel;
  /** The limits of this turn are reached, or a model failed in it already. */
  stopped: boolean;
  /** Calibrated: how sure the local engine is of what it would do; 0 where it can do nothing. */
  local: number;
  /** What it costs to be wrong: money, an account, a topic that is sensitive. */
  risk: 'low' | 'high';
  /** Of the customer, `en`. The local engine writes English. */
  language: string;
  /** Of the customer, as the shop names it; null is none. */
  tier: string | null;
};
export type ModelRoute = { use: 'local' | ModelSize; why: string };

/** The local engine is as good as asked for from here on. */
const sure = 0.9;

const nearlyUsed = 'The budget is nearly used up';
const here = (why: string): ModelRoute => ({ use: 'local', why });

/** What keeps every step here, whatever it is. */
function keptHere({ available, budget, stopped }: RouteInput): string | null {
  if (available === 'none') return 'No model is set';
  if (available === 'resting') return 'The model rests after several failures';
  if (budget === 'hard') return 'The budget for models is used up';
  return stopped ? 'The limits of this turn were reached, or the model failed in it' : null;
}

type Chooser = (input: RouteInput & { frugal: boolean; foreign: boolean }) => ModelRoute;

/** For people who asked: the better one, as long as the budget lasts. */
const forPeople =
  (why: string): Chooser =>
  ({ frugal }) =>
    frugal ? { use: 'small', why: nearlyUsed } : { use: 'large', why };
const inQuietHours: Chooser = ({ frugal }) => (frugal ? here(nearlyUsed) : { use: 'large', why: 'In a quiet hour' });
const asked: Chooser = () => ({ use: 'small', why: 'Asked for' });

const choosers: Record<ModelStep, Chooser> = {
  understand: ({ local }) =>
    local >= sure
      ? here(`The local engine is sure: ${local.toFixed(2)}`)
      : { use: 'small', why: `The local engine is not sure: ${local.toFixed(2)}` },
  plan({ local, risk, tier, frugal }) {
    if (local >= sure) return here('The articles carry an answer');
    if (frugal) return { use: 'small', why: nearlyUsed };
    const open = tier === null ? 'Nothing here carries an answer' : `A ${tier} customer`;
    return { use: 'large', why: risk === 'high' ? 'Being wrong would cost something' : open };
  },
  compose({ local, risk, language, tier, frugal, foreign }) {
    if (local >= sure && !foreign) return here('What is said stands in the records');
    if (frugal) return { use: 'small', why: nearlyUsed };
    if (risk === 'high') return { use: 'large', why: 'Being wrong would cost something' };
    if (tier !== null && local < sure) return { use: 'large', why: `A ${tier} customer` };
    return {
      use: 'small',
      why: foreign ? `To be written in ${formatLanguage(language)}` : 'An open question, with sources',
    };
  },
  check: ({ risk, frugal }) =>
    frugal && risk === 'low'
      ? here('The budget is nearly used up, and little is at stake')
      : { use: 'small', why: 'A second reader for what a model wrote' },
  summarise: ({ frugal }) => (frugal ? here(nearlyUsed) : { use: 'small', why: 'A summary for who takes over' }),
  draft: forPeople('A draft for a colleague'),
  reword: forPeople('Asked by a colleague'),
  ask: forPeople('Asked by a colleague'),
  rescore: inQuietHours,
  gaps: inQuietHours,
  embed: asked,
  test: asked,
};

/**
 * Who does a step, and why, for the trace. Cheap first: the local engine where it is sure, the small model for what is
 * easy, the large one where being wrong costs something. A budget that runs out makes it frugal, then local.
 */
export function chooseModel(input: RouteInput): ModelRoute {
  const kept = keptHere(input);
  if (kept) return here(kept);
  return choosers[input.step]({
    ...input,
    frugal: input.budget === 'soft',
    foreign: !input.language.startsWith('en'),
  });
}
