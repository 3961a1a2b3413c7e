import type { Understanding, Wish } from './understanding.schema';

export type ModelReading = {
  wishes: { intent: string; text: string; sure: number }[];
  language: string;
  sentiment: 'negative' | 'neutral' | 'positive';
  urgency: 'low' | 'normal' | 'high';
  wantsPerson: boolean;
};

/** Two readers that agree may be believed; one alone is not sure enough for an answer that nobody looks at. */
const agreed = 0.94;
const mostAlone = 0.88;

/**
 * What two readers make of one message. The model's word never makes anything looser: topics for people, attempts to steer
 * and what identifies somebody stay as the local reader found them, and an intent nobody knows is none.
 */
export function mergeUnderstanding(
  local: Understanding,
  read: ModelReading,
  known: ReadonlySet<string>,
): Understanding {
  const wishes = read.wishes.flatMap((wish): Wish[] => {
    if (!known.has(wish.intent)) return [];
    const own = local.wishes.find((one) => one.intent === wish.intent);
    const runnerUp = local.wishes.flatMap((one) => one.runnersUp).find((one) => one.intent === wish.intent);
    const probability = own
      ? Math.max(own.probability, Math.min(agreed, wish.sure))
      : Math.min(runnerUp && runnerUp.probability >= 0.2 ? agreed : mostAlone, wish.sure);
    const base = own ?? local.wishes[0]!;
    return [{ ...base, intent: wish.intent, probability, text: wish.text || base.text }];
  });
  const unique = [...new Map(wishes.map((wish) => [wish.intent, wish])).values()];
  const sentiment = { negative: -0.5, neutral: 0, positive: 0.5 }[read.sentiment];
  return {
    ...local,
    // Where the model knows no intent either, the local reading stands.
    wishes: unique.length > 0 ? unique : local.wishes,
    language: local.language === 'und' && /^[a-z]{2}$/.test(read.language) ? read.language : local.language,
    sentiment: Math.min(local.sentiment, sentiment),
    urgency: read.urgency === 'high' ? Math.max(local.urgency, 0.7) : local.urgency,
    wantsPerson: local.wantsPerson || read.wantsPerson,
    reasons: [...local.reasons, 'Read by a model as well.'],
  };
}
