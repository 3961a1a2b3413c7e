import { keepCachedAnswer } from '../models/cached-answers';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import type { Composed, ComposeInput } from './compose-turn';
import { isLasting } from './composing/is-lasting';
import type { ModelTurn } from './open-model-turn';

/**
 * Keeps what a model wrote and a second reader found nothing wrong with, for whoever asks the same: they are answered
 * without planning, writing and reading it again. What cannot be kept costs the next one that much, and this one nothing.
 */
export async function keepAnswers({ parts }: Composed, input: ComposeInput, { meter }: ModelTurn): Promise<void> {
  const fresh = parts.flatMap(({ worded }, at) => {
    const open = input.parts[at]?.open;
    return worded && !worded.kept && open ? [{ worded, open }] : [];
  });
  const before = Math.min(...fresh.map(({ open }) => open.spentBefore));
  for (const { worded, open } of fresh) {
    const { keepAs, question, passages } = open;
    if (!keepAs || !isLasting(worded, keepAs.sources)) continue;
    const behind = passages.slice(0, keepAs.sources.length);
    try {
      await keepCachedAnswer({
        key: keepAs.key,
        question,
        answer: { sentences: worded.sentences },
        articles: [...new Set(behind.map(({ passage }) => passage.articleId))],
        costMicros: Math.round((meter.spent.costMicros - before) / fresh.length),
      });
    } catch (error) {
      log.warn({ cause: causeOf(error) }, 'an answer was not kept');
    }
  }
}
