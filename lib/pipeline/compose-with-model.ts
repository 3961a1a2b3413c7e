import { findCachedAnswer, keepCachedAnswer } from '../models/cached-answers';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { cacheKey } from './cache-key';
import { type Composed, type ComposeInput, composeTurn } from './compose-turn';
import { isShown } from './composing/choose-shown';
import { readKeptAnswer } from './composing/kept-answer.schema';
import type { ModelTurn } from './open-model-turn';
import type { Part } from './plan.schema';
import { translatePart } from './translate-part';
import { fillPart, textOf, writeAnswer } from './write-open-part';

/**
 * Words for what is open, and the customer's language for what a playbook says in English. Where the model fails, or nothing
 * it says holds, the part is what the local engine made of it.
 */
export async function composeWithModel(
  input: ComposeInput,
  turn: ModelTurn,
  show: (reply: string) => void,
): Promise<Composed> {
  const parts: Part[] = [];
  for (const part of input.parts) {
    const before = [...parts];
    // What stands beside it is not written yet: only an answer that is the whole reply is shown as it grows.
    const shown =
      input.parts.length === 1
        ? (text: string) => show(composeTurn({ ...input, parts: [...before, { ...part, text }] }).reply)
        : undefined;
    parts.push(
      part.open
        ? await writePart(part, input, turn, shown)
        : await translatePart(part, input.understood.language, turn),
    );
  }
  return composeTurn({ ...input, parts });
}

async function writePart(
  { open, ...part }: Part,
  { running, redacted, understood }: ComposeInput,
  turn: ModelTurn,
  shown: ((text: string) => void) | undefined,
): Promise<Part> {
  if (!open) return part;
  const { language } = understood;
  const local = open.otherwise.kind === 'reply' ? open.otherwise.scores.evidence : 0;
  const risk = understood.injectionRisk >= 0.5 || part.decisions.length > 0 ? 'high' : 'low';
  const route = await turn.choose('compose', { local, risk, language });
  if (route.use === 'local') return open.otherwise;
  const key = turn.cache ? cacheKey(open, { language, workspace: running.workspace, size: route.use }) : null;
  const kept = key && readKeptAnswer((await findCachedAnswer(key)) ?? null);
  if (kept) {
    turn.routes.set('compose', { use: 'local', why: 'The same question was answered before, from the same sources' });
    return fillPart(part, open, kept, turn.mask);
  }
  const spent = turn.meter.spent.costMicros;
  let near = true;
  try {
    const written = await writeAnswer(
      open,
      {
        workspace: running.workspace,
        language,
        history: redacted.history,
        route,
        onText: (text, latest) => {
          // From the first sentence on that is far from its source's words, the rest is held until a second reader has seen it.
          near &&= isShown(latest);
          if (near) shown?.(text);
        },
      },
      turn,
    );
    if (!written) return open.otherwise;
    if (key && written.cut.length === 0)
      await keepCachedAnswer({
        key,
        question: open.question,
        answer: { sentences: written.sentences, cut: [] },
        articles: [...new Set(open.passages.map(({ passage }) => passage.articleId))],
        costMicros: turn.meter.spent.costMicros - spent,
      });
    log.debug({ words: textOf(written.sentences).length, cut: written.cut.length }, 'an answer was written');
    return fillPart(part, open, written, turn.mask);
  } catch (error) {
    turn.meter.stop();
    log.info({ cause: causeOf(error) }, 'composed by the local engine alone');
    return open.otherwise;
  }
}
