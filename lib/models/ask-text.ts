import { generateText } from 'ai';
import { AppError } from '../platform/errors';
import type { Asked } from './ask-object';
import type { ModelNeed } from './call-endpoint';
import { openModel } from './open-model';
import { sayFailure } from './say-failure';
import { startMeter } from './start-meter';

const patience = { ms: 30_000, tokens: 50_000, micros: 1_000_000 };
const longestAnswer = 12_000;

/** A meter for one wish of a person at the desk, who waits longer than a customer should. */
export const meterForPerson = () => startMeter(patience);

/**
 * One text for a colleague. What leaves is what is given here: callers pass redacted text only. Throws AppError `unavailable`
 * that says why: none is set, it failed, it was too slow, it answered with nothing or with far too much.
 */
export async function askText(
  { instructions, prompt }: Asked,
  need: Pick<ModelNeed, 'step' | 'about' | 'hidden'> & Partial<Pick<ModelNeed, 'size' | 'why'>>,
): Promise<string> {
  try {
    const { text } = await generateText({
      model: openModel({ size: 'large', why: 'Asked by a colleague', meter: meterForPerson(), ...need }),
      instructions,
      prompt,
      temperature: 0.2,
      maxOutputTokens: 2_000,
      maxRetries: 0,
      telemetry: { recordInputs: false, recordOutputs: false },
    });
    const answer = text.trim();
    if (answer.length > longestAnswer)
      throw new AppError('unavailable', 'The model did not come to an end. Nothing was changed.');
    return answer;
  } catch (error) {
    throw sayFailure(error);
  }
}
