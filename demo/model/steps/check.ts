import { messageOf, sectionOf, sourcesOf } from '../prompt';
import type { ModelCall } from '../read-call';
import { contentWords, languageOf, sentencesOf, shared } from '../words';

const least = 1 / 3;

/** Whether a reply keeps to its sources: a sentence that shares less than a third of its words with them does not. */
export function check(call: ModelCall): object {
  const reply = (sectionOf(call, 'reply') ?? '').replace(/\s*\[[^\]]{1,40}\]/g, '');
  const known = contentWords(
    sourcesOf(call)
      .map(({ title, text }) => `${title} ${text}`)
      .join('\n'),
  );
  const unsupported = sentencesOf(reply).filter((sentence) => {
    const words = contentWords(sentence);
    // A courtesy of a word or two needs no source; a figure always does.
    if (words.size <= 2 && !/\d/.test(sentence)) return false;
    return shared(words, known) / words.size < least;
  });
  const wanted = sectionOf(call, 'language')?.slice(0, 2);
  const leaks = /system prompt|my instructions|api[_ ]key|\bsk-[a-z0-9]{8}/i.test(reply);
  return {
    unsupported,
    answers: shared(contentWords(reply), contentWords(messageOf(call))) > 0,
    tone: !/!!|\b(?:stupid|idiot|shut up|your fault)\b/i.test(reply),
    language: wanted === undefined || languageOf(reply, wanted) === wanted,
    leaks,
    why:
      unsupported.length > 0
        ? `${unsupported.length} of its sentences have no source.`
        : 'Each sentence stands in a source.',
  };
}
