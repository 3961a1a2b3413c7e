import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { type Composed, type ComposeInput, composeTurn } from './compose-turn';
import { isShown } from './composing/choose-shown';
import { answeredBefore, type ModelTurn } from './open-model-turn';
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
        : await translatePart(part, { language: input.understood.language, asked: input.redacted.stored }, turn),
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
  if (open.kept) {
    turn.routes.set('compose', answeredBefore);
    return fillPart(part, open, { sentences: open.kept, cut: [], kept: true }, turn.mask);
  }
  const { language } = understood;
  const local = open.otherwise.kind === 'reply' ? open.otherwise.scores.evidence : 0;
  const risk = understood.injectionRisk >= 0.5 || part.decisions.length > 0 ? 'high' : 'low';
  const route = await turn.choose('compose', { local, risk, language });
  if (route.use === 'local') return open.otherwise;
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
    log.debug({ words: textOf(written.sentences).length, cut: written.cut.length }, 'an answer was written');
    return fillPart(part, open, { ...written, kept: false }, turn.mask);
  } catch (error) {
    turn.meter.stop();
    log.info({ cause: causeOf(error) }, 'composed by the local engine alone');
    return open.otherwise;
  }
}
