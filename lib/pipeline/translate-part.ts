import { generateText } from 'ai';
import { formatLanguage } from '../format/format-language';
import { openModel } from '../models/open-model';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { keepsFigures } from './composing/keeps-figures';
import type { ModelTurn } from './open-model-turn';
import type { Part } from './plan.schema';
import { section, translatePrompt } from './prompts';
import { detectLanguage } from './understanding/detect-language';

/** What is said to the customer in their language. Where the model fails or changes a figure, it stays as it was. */
export async function translatePart(part: Part, language: string, turn: ModelTurn): Promise<Part> {
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
    return isTranslated && keepsFigures(hidden, said) ? { ...part, text: turn.mask.restore(said) } : part;
  } catch (error) {
    log.info({ cause: causeOf(error) }, 'not translated');
    return part;
  }
}
