import { generateText } from 'ai';
import { formatLanguage } from '../format/format-language';
import { askObject } from '../models/ask-object';
import { openModel } from '../models/open-model';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { hasFigures, keepsFigures } from './composing/keeps-figures';
import type { ModelTurn } from './open-model-turn';
import type { Part } from './plan.schema';
import { checkPrompt, section, translatePrompt } from './prompts';
import { detectLanguage } from './understanding/detect-language';
import { verdictSchema } from './verdict.schema';

/**
 * What is said to the customer in their language. Where the model fails or changes a figure, or where there is no figure to
 * tell by and a second reader does not find the same said, it stays as it was. `asked`: the message, with placeholders.
 */
export async function translatePart(
  part: Part,
  { language, asked }: { language: string; asked: string },
  turn: ModelTurn,
): Promise<Part> {
  if (part.text === '' || part.kind === 'handoff' || language.startsWith('en') || detectLanguage(part.text) !== 'en')
    return part;
  const route = await turn.choose('compose', { local: 1, risk: 'low', language });
  if (route.use === 'local') return part;
  const hidden = turn.mask.hide(part.text);
  try {
    const { text } = await generateText({
      model: openModel(turn.need('compose', route)),
      instructions: translatePrompt(formatLanguage(language)),
      prompt: [section('language', language), section('text', hidden)].join('\n'),
      temperature: 0,
      maxOutputTokens: 900,
      maxRetries: 0,
      telemetry: { recordInputs: false, recordOutputs: false },
    });
    const said = text.replace(/<\/?text>/g, '').trim();
    // What is still English is no translation, whatever figures it keeps: it may say anything.
    const written = detectLanguage(said);
    const isTranslated = written === 'und' || written === language.slice(0, 2);
    if (!isTranslated || !keepsFigures(hidden, said)) return part;
    const same = hasFigures(hidden) || (await saysTheSame(hidden, said, { language, asked }, turn));
    return same ? { ...part, text: turn.mask.restore(said) } : part;
  } catch (error) {
    log.info({ cause: causeOf(error) }, 'not translated');
    return part;
  }
}

/** Whether a second reader finds in the translation what stands in the text and nothing else; false where nobody reads it. */
async function saysTheSame(
  text: string,
  said: string,
  { language, asked }: { language: string; asked: string },
  turn: ModelTurn,
): Promise<boolean> {
  const route = await turn.choose('check', { local: 0, risk: 'low', language });
  if (route.use === 'local') return false;
  const prompt = [
    section('language', language),
    section('sources', text),
    section('message', turn.mask.hideKnown(asked)),
    section('reply', said),
  ].join('\n');
  const verdict = await askObject(
    turn.need('check', route),
    { instructions: checkPrompt, prompt },
    'verdict',
    verdictSchema,
  );
  // Whether it answers is not asked of a translation: a question to the customer does not.
  return verdict.unsupported.length === 0 && verdict.tone && verdict.language && !verdict.leaks;
}
