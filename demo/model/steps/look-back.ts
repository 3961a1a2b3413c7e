import { messageOf, sectionOf } from '../prompt';
import type { ModelCall } from '../read-call';
import { contentWords, sentencesOf, shared } from '../words';

export function summarise(call: ModelCall): object {
  const history =
    sectionOf(call, 'history')
      ?.split('\n')
      .filter((line) => line.trim() !== '') ?? [];
  const said =
    sectionOf(call, 'message') ??
    history.findLast((line) => /customer/i.test(line)) ??
    history.at(-1) ??
    messageOf(call);
  return {
    wants: (sentencesOf(said)[0] ?? '').replace(/^[\w ]{1,30}:\s*/, '').slice(0, 240),
    next: 'Answer what is still open, then close the conversation.',
  };
}

const wordings: [RegExp, string][] = [
  [/\bcan['’]t\b/gi, 'cannot'],
  [/\bdon['’]t\b/gi, 'do not'],
  [/\b(?:hi|hey)\b/gi, 'Hello'],
  [/\bthanks\b/gi, 'thank you'],
  [/\bsorry\b/gi, 'we apologise'],
  [/!+/g, '.'],
];

/** The same text in slightly other words; whatever is not one of them, placeholders too, stands as it stood. */
export function reword(call: ModelCall): string {
  const text = sectionOf(call, 'text') ?? messageOf(call);
  return wordings.reduce((changed, [from, to]) => changed.replace(from, to), text);
}

/** Questions that share a word of matter are about the same gap. */
export function gaps(call: ModelCall): object {
  const groups: { title: string; words: Set<string>; questions: number[] }[] = [];
  for (const line of (sectionOf(call, 'questions') ?? '').split('\n')) {
    const [, number, question] = /^\s*(\d+)[.)]\s+(.+)$/.exec(line) ?? [];
    if (!question) continue;
    const words = contentWords(question);
    const group = groups.find((one) => shared(one.words, words) > 0);
    if (group) group.questions.push(Number(number));
    else groups.push({ title: question.replace(/\?+$/, ''), words, questions: [Number(number)] });
  }
  return {
    gaps: groups.map(({ title, questions }) => ({
      title,
      why: questions.length === 1 ? 'One customer asked about it.' : `${questions.length} customers asked about it.`,
      questions,
    })),
  };
}
