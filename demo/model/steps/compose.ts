import { messageOf, parseJson, type Source, sectionOf, sourcesOf } from '../prompt';
import type { ModelCall } from '../read-call';
import { contentWords, sentencesOf, shared } from '../words';
import { orderNumberIn, scalarsOf } from './plan';

const courtesy: Record<string, string> = {
  en: 'Happy to help.',
  de: 'Gern helfe ich Ihnen.',
  fr: 'Avec plaisir.',
  es: 'Con mucho gusto.',
};
const mostSentences = 3;

/** An answer out of the sources' own sentences, each with its citation; NO_ANSWER where they do not speak of it. */
export function compose(call: ModelCall): string {
  const asked = contentWords(messageOf(call));
  const sources = sourcesOf(call);
  const told = sources.flatMap((source) => {
    const sentence = source.kind === 'tool' ? tellRecord(source) : undefined;
    return sentence ? [`${sentence} [${source.id}]`] : [];
  });
  const read = sources
    .filter(({ kind, text }) => kind !== 'tool' || parseJson(text) === undefined)
    .flatMap(({ id, text }) =>
      sentencesOf(text).map((sentence) => ({ id, sentence, count: shared(asked, contentWords(sentence)) })),
    )
    .filter(({ count }) => count >= 2)
    .sort((one, other) => other.count - one.count)
    .map(({ id, sentence }) => `${sentence} [${id}]`);
  const said = [...told, ...read].slice(0, mostSentences);
  if (said.length === 0) return 'NO_ANSWER';
  const language = sectionOf(call, 'language') ?? 'en';
  return [courtesy[language.slice(0, 2)] ?? courtesy.en, ...said].join(' ');
}

/** One sentence with the main values of a record; nothing of one that only tells of a failure. */
function tellRecord({ title, text }: Source): string | undefined {
  const record = parseJson(text);
  const values = scalarsOf(record);
  if (values.length === 0 || (record as { error?: unknown }).error !== undefined) return undefined;
  const noun = title
    .replace(/^(?:get|find|look_?up|list|read)[_. ]|[_. ](?:get|find|lookup|list|read)$/gi, '')
    .replace(/[_.]/g, ' ');
  const name = noun.charAt(0).toUpperCase() + noun.slice(1).replace(/s$/, '');
  const number = values.find(({ value }) => typeof value === 'string' && orderNumberIn(value) === value);
  const status = values.find(({ path }) => /status|state$/i.test(path));
  if (number && status) return `${name} ${number.value} is ${String(status.value).replace(/_/g, ' ')}.`;
  return `${name}: ${values
    .slice(0, 3)
    .map(({ path, value }) => `${path.split('.').at(-1)} ${value}`)
    .join(', ')}.`;
}
