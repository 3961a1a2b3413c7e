import { classifyText } from './classify-text';
import type { IntentModel } from './understanding.schema';

export type WeighedWord = { word: string; weight: number };

const most = 8;
/** Less than this nobody would notice. */
const least = 0.005;

/**
 * What each word does to the probability of an intent: how much falls away when the word is left out; a negative weight
 * spoke against it. Asked of the classifier from outside, so that it holds for whatever the classifier is made of.
 */
export function weighWords(text: string, intent: string, model: IntentModel): WeighedWord[] {
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].filter(
    ({ isWordLike }) => isWordLike,
  );
  const chance = (said: string) =>
    classifyText(said, model).ranked.find((one) => one.intent === intent)?.probability ?? 0;
  const whole = chance(text);
  const seen = new Map<string, number>();
  // A rant of a thousand words is not read word by word: the first hundred say what it is about.
  for (const { segment, index } of words.slice(0, 100)) {
    const weight = whole - chance(`${text.slice(0, index)} ${text.slice(index + segment.length)}`);
    if (Math.abs(weight) >= Math.abs(seen.get(segment) ?? 0)) seen.set(segment, weight);
  }
  return [...seen]
    .map(([word, weight]) => ({ word, weight }))
    .filter(({ weight }) => Math.abs(weight) >= least)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, most);
}
