import type { TierDecision } from './deciding/decide-tier';
import type { CheckResult, HandoffNeed, Part } from './plan.schema';

/** What hands the turn over: a part that stopped, or an answer that is not sure enough to be sent; null when nothing does. */
export function needOf({
  parts,
  decided,
  check,
}: {
  parts: Part[];
  decided: TierDecision;
  check: CheckResult;
}): HandoffNeed | null {
  const stopped = parts.find((part) => part.handoff)?.handoff;
  if (stopped) return stopped;
  if (decided.tier !== 'escalated') return null;
  // What was done is done: the customer hears of it, and a person looks at how sure we were.
  if (check.ok && parts.some((part) => part.acted || part.kind === 'approval')) return null;
  return { reason: 'low_confidence', stopped: decided.why, missing: [], suggestion: null };
}
