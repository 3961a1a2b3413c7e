import { either } from '../fit-schema';
import { intentsOf, messageOf } from '../prompt';
import type { ModelCall } from '../read-call';
import { contentWords, languageOf, sentencesOf, shared } from '../words';

/** What the message wishes, sentence by sentence, by the words it shares with the intents' names. */
export function understand(call: ModelCall): object {
  const message = messageOf(call);
  const intents = intentsOf(call).map(({ key, name }) => ({
    key,
    words: contentWords(`${key.replace(/[._-]/g, ' ')} ${name}`),
  }));
  const wishes = new Map<string, { intent: string; text: string; sure: number }>();
  for (const text of sentencesOf(message)) {
    const words = contentWords(text);
    const [best] = intents
      .map(({ key, words: named }) => ({ key, count: shared(named, words), part: shared(named, words) / named.size }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count || other.part - one.part);
    if (best && !wishes.has(best.key))
      wishes.set(best.key, { intent: best.key, text, sure: Math.min(0.95, 0.6 + 0.15 * best.count) });
  }
  const angry = /angry|unacceptable|terrible|worst|ridiculous|furious|lawyer|wütend|unverschämt|furieux/i.test(message);
  const glad = /thank|great|love|danke|merci|gracias/i.test(message);
  const urgent = /urgent|asap|immediately|right now|today|dringend|sofort|urgente/i.test(message);
  return {
    wishes: wishes.size > 0 ? [...wishes.values()] : [{ intent: 'unknown', text: message, sure: 0.3 }],
    language: languageOf(message),
    sentiment: angry
      ? either('negative', 'angry', -0.7)
      : glad
        ? either('positive', 'happy', 0.6)
        : either('neutral', 'calm', 0),
    urgency: urgent ? either('high', 'urgent', 0.9, true) : either('normal', 'medium', 'low', 0.3, false),
    wantsPerson: /\b(?:human|real person|agent|someone|manager|mensch|mitarbeiter|personne|persona)\b/i.test(message),
  };
}
