import type { Tiers } from '../../governance/tiers.schema';
import type { CheckResult, Part } from '../plan.schema';

export type ConfidencePart = { part: 'Understanding' | 'Evidence' | 'Tools' | 'Quality'; score: number; why: string };
export type TierDecision = {
  confidence: number;
  tier: 'autonomous' | 'reviewed' | 'escalated';
  parts: ConfidencePart[];
  why: string;
};

export type TierInput = {
  parts: Part[];
  check: Pick<CheckResult, 'score' | 'checks'>;
  tiers: Tiers;
  /** Per intent, where an admin set it otherwise. */
  overrides: (intent: string) => Partial<Tiers>;
  /** Fitted on reviewed turns: probability = sigmoid(a · logit(score) + b). Identity until there are enough. */
  calibration: { a: number; b: number };
};

/**
 * How sure the assistant may be, and what follows from it. The weakest part counts most: a chain is as good as that.
 * A part that hands over is not counted against the others; the turn is escalated by it, whatever the number.
 */
export function decideTier({ parts, check, tiers, overrides, calibration }: TierInput): TierDecision {
  const lowest = (score: (part: Part) => number) => Math.min(...parts.map(score), 1);
  const failed = check.checks.filter((one) => !one.ok);
  const scores: ConfidencePart[] = [
    { part: 'Understanding', score: lowest((part) => part.scores.understanding), why: understandingWhy(parts) },
    { part: 'Evidence', score: lowest((part) => part.scores.evidence), why: evidenceWhy(parts) },
    { part: 'Tools', score: lowest((part) => part.scores.tools), why: toolsWhy(parts) },
    { part: 'Quality', score: check.score, why: failed[0]?.why ?? 'Every check passed' },
  ];
  const weakest = scores.reduce((a, b) => (b.score < a.score ? b : a));
  const mean = scores.reduce((sum, one) => sum + one.score, 0) / scores.length;
  const raw = Math.min(0.995, Math.max(0.005, 0.85 * weakest.score + 0.15 * mean));
  const confidence = round(calibrate(raw, calibration));

  const limit = (kind: keyof Tiers) => Math.max(...parts.map((part) => overrides(part.intent)[kind] ?? tiers[kind]), 0);
  const stopped = parts.find((part) => part.kind === 'handoff');
  if (stopped)
    return { confidence, tier: 'escalated', parts: scores, why: stopped.handoff?.stopped ?? 'A person is needed.' };
  if (failed.length > 0)
    return {
      confidence,
      tier: 'escalated',
      parts: scores,
      why: `The answer did not pass its check: ${failed[0]!.why}.`,
    };
  const tier =
    confidence >= limit('autonomous') ? 'autonomous' : confidence >= limit('reviewed') ? 'reviewed' : 'escalated';
  const number = confidence.toFixed(2);
  const why =
    tier === 'autonomous'
      ? `${number} is enough to answer alone.`
      : `${number}: ${weakest.part.toLowerCase()} is the weakest part. ${weakest.why}.`;
  return { confidence, tier, parts: scores, why };
}

/** Three places, and never certain either way: 0 and 1 have no odds to be calibrated again. */
const round = (value: number) => Math.min(0.999, Math.max(0.001, Math.round(value * 1_000) / 1_000));

function calibrate(score: number, { a, b }: { a: number; b: number }): number {
  return 1 / (1 + Math.exp(-(a * Math.log(score / (1 - score)) + b)));
}

function understandingWhy(parts: Part[]): string {
  const worst = parts.reduce((a, b) => (b.scores.understanding < a.scores.understanding ? b : a), parts[0]!);
  const clear = worst.scores.understanding >= 0.9;
  if (parts.length > 1)
    return clear ? `${parts.length} wishes in one message, all clear` : `Of ${parts.length} wishes one is not clear`;
  return clear ? 'The wish is clear' : 'The wish could be another';
}

function evidenceWhy(parts: Part[]): string {
  if (parts.some((part) => part.scores.evidence < 0.7)) return 'The articles hardly carry the answer';
  if (parts.some((part) => part.scores.evidence < 0.9))
    return 'The articles carry it, though not in the words of the question';
  if (parts.some((part) => part.sources.length > 0)) return 'The articles named carry the answer';
  return 'It rests on records of the shop';
}

function toolsWhy(parts: Part[]): string {
  if (parts.some((part) => part.scores.tools < 0.7)) return 'Another system did not do what was asked';
  return parts.some((part) => part.tried.length > 0) ? 'Every lookup and action worked' : 'No other system was needed';
}
