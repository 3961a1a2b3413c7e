import { z } from 'zod';
import type { Released } from '../governance/read-released';
import { askObject } from '../models/ask-object';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import type { RunningTurn } from './begin-turn';
import type { ModelTurn } from './open-model-turn';
import { section, understandPrompt } from './prompts';
import type { RedactedTurn } from './redact-turn';
import { mergeUnderstanding } from './understanding/merge-understanding';
import type { Understanding } from './understanding/understanding.schema';

/** Plain types only: several servers refuse a form with bounds. What is out of bounds is brought within them below. */
const answerSchema = z.object({
  wishes: z.array(z.object({ intent: z.string(), text: z.string(), sure: z.number() })),
  language: z.string(),
  sentiment: z.enum(['negative', 'neutral', 'positive']),
  urgency: z.enum(['low', 'normal', 'high']),
  wantsPerson: z.boolean(),
});
const mostWishes = 6;
const mostHistory = 6;

/** What the local engine understood, and where it is not sure what a model makes of it. */
export async function understandWithModel(
  local: Understanding,
  { running, redacted, released }: { running: RunningTurn; redacted: RedactedTurn; released: Released },
  turn: ModelTurn,
): Promise<Understanding> {
  const first = local.wishes[0]!;
  // An answer to what was asked, and what goes to people in any case, is read by the local engine alone.
  const settled = running.waiting !== null || local.wantsPerson || local.sensitive.length > 0;
  const sure = settled ? 1 : first.intent === 'unknown' ? 0 : first.probability;
  const route = await turn.choose('understand', { local: sure, risk: 'low', language: local.language });
  if (route.use === 'local') return local;
  const intents = [...released.intents.values()].map(({ key, name }) => `- ${key}: ${name}`).join('\n');
  const prompt = [
    section('intents', intents),
    section('history', turn.mask.hideKnown(redacted.history.slice(-mostHistory).join('\n'))),
    section('message', turn.mask.hideKnown(redacted.stored)),
  ].join('\n');
  try {
    const asked = { instructions: understandPrompt, prompt };
    const read = await askObject(turn.need('understand', route), asked, 'understanding', answerSchema);
    const wishes = read.wishes.slice(0, mostWishes).map(({ intent, text, sure: said }) => ({
      intent,
      text: turn.mask.restore(text.slice(0, 2_000)),
      sure: Math.min(1, Math.max(0, said)),
    }));
    return mergeUnderstanding(local, { ...read, wishes }, new Set(released.intents.keys()));
  } catch (error) {
    log.info({ cause: causeOf(error) }, 'understood by the local engine alone');
    return local;
  }
}
