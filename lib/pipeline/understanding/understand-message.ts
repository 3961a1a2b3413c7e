import { detectInjection } from './detect-injection';
import { detectLanguage } from './detect-language';
import { detectPersonRequest } from './detect-person-request';
import { detectSensitive } from './detect-sensitive';
import { detectSentiment } from './detect-sentiment';
import { detectUrgency } from './detect-urgency';
import { extractEntities } from './extract-entities';
import { splitWishes } from './split-wishes';
import type { Understanding, UnderstandMessageInput, Wish } from './understanding.schema';

const PERSON_REQUEST = 'person_request';
/** How sure the classifier alone has to be that a person is asked for, where no known phrase says so. */
const PERSON_SURE = 0.8;
/** In a language the intents were not taught in, shared words may hit, but no held-out figure vouches for it. */
const FOREIGN_SURE = 0.6;
/** A classifier's cost grows with the text, its use does not: past this a message is an essay. */
const MOST_CHARACTERS = 4_000;

/**
 * What a customer's burst of messages says. Pure: `text` and `history` are redacted, and values behind placeholders
 * come from `resolve`. An empty text gives one wish `unknown`.
 */
export function understandMessage(input: UnderstandMessageInput): Understanding {
  const text = input.text.slice(0, MOST_CHARACTERS);
  const language = chooseLanguage(text, input.history);
  const foreign = language !== 'und' && !input.model.languages.includes(language);
  const wishes = splitWishes(text, input.model)
    .map(settle)
    .map((wish) => (foreign ? doubt(wish) : wish));
  const wantsPerson =
    detectPersonRequest(text) ||
    wishes.some(({ intent, probability }) => intent === PERSON_REQUEST && probability >= PERSON_SURE);
  const sensitive = detectSensitive(text);
  const sentiment = detectSentiment(text);
  const { urgency, reason: urgencyReason } = detectUrgency(text);
  const injectionRisk = detectInjection(input.text);
  const entities = extractEntities(text, input);

  const reasons = [
    ...wishes.map(explainWish),
    ...(foreign ? [`Written in ${language}, which the intents were not taught in.`] : []),
    ...(wantsPerson ? ['Asks for a person.'] : []),
    ...sensitive.map(({ topic, phrase }) => `Sensitive (${topic.replace('_', ' ')}): “${phrase}”.`),
    ...(urgencyReason && urgency >= 0.3 ? [`Urgent: ${urgencyReason}.`] : []),
    ...(injectionRisk >= 0.5 ? ['Contains text that tries to give the assistant instructions.'] : []),
  ];
  return { wishes, language, sentiment, urgency, sensitive, wantsPerson, injectionRisk, entities, reasons };
}

/** Thanks, or that it is done: either way nothing is asked any more, so wavering between the two is no doubt. */
const farewells = new Set(['thanks', 'solved']);

function settle(wish: Wish): Wish {
  if (!farewells.has(wish.intent)) return wish;
  const same = wish.runnersUp.filter(({ intent }) => farewells.has(intent));
  const probability = same.reduce((sum, one) => sum + one.probability, wish.probability);
  return {
    ...wish,
    probability: Math.min(1, probability),
    runnersUp: wish.runnersUp.filter(({ intent }) => !farewells.has(intent)),
  };
}

function doubt(wish: Wish): Wish {
  return { ...wish, probability: Math.min(wish.probability, FOREIGN_SURE) };
}

/** "ok" says nothing about language: then what the customer wrote last counts. */
function chooseLanguage(text: string, history: string[]): string {
  const language = detectLanguage(text);
  if (language !== 'und') return language;
  for (const earlier of history.toReversed()) {
    const before = detectLanguage(earlier);
    if (before !== 'und') return before;
  }
  return 'und';
}

function explainWish({ intent, probability, words, runnersUp }: Wish): string {
  const percent = `${Math.round(probability * 100)}%`;
  if (intent === 'unknown') {
    const nearest = runnersUp[0];
    return nearest
      ? `No intent fits well; the nearest is ${nearest.intent} at ${Math.round(nearest.probability * 100)}%.`
      : 'No intent fits well.';
  }
  const because =
    words.length > 0
      ? `, because of ${words
          .slice(0, 3)
          .map((word) => `“${word}”`)
          .join(', ')}`
      : '';
  return `Reads as ${intent} (${percent})${because}.`;
}
