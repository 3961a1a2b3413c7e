import { generateText, NoObjectGeneratedError, Output } from 'ai';
import type { z } from 'zod';
import type { ModelNeed } from './call-endpoint';
import { ModelFailure, nameFailure } from './name-failure';
import { openModel } from './open-model';

export type Asked = { instructions: string; prompt: string };

/**
 * An answer in a form: what does not fit it is sent back once with what is wrong. Throws ModelFailure.
 */
export async function askObject<T>(
  need: ModelNeed,
  { instructions, prompt }: Asked,
  name: string,
  schema: z.ZodType<T>,
): Promise<T> {
  const ask = async (more: { role: 'assistant' | 'user'; content: string }[]): Promise<T> => {
    const { output } = await generateText({
      model: openModel(need),
      output: Output.object({ schema, name }),
      instructions,
      messages: [{ role: 'user', content: prompt }, ...more],
      temperature: 0,
      maxOutputTokens: 1_500,
      maxRetries: 0,
      telemetry: { recordInputs: false, recordOutputs: false },
    });
    return output;
  };
  try {
    try {
      return await ask([]);
    } catch (error) {
      if (!NoObjectGeneratedError.isInstance(error) || !error.text) throw error;
      return await ask([
        { role: 'assistant', content: error.text.slice(0, 4_000) },
        {
          role: 'user',
          content: `That does not have the form that was asked for: ${wrongWith(error)}. Answer again in that form, with nothing around it.`,
        },
      ]);
    }
  } catch (error) {
    need.meter.stop();
    throw new ModelFailure(nameFailure(error));
  }
}

function wrongWith(error: NoObjectGeneratedError): string {
  const cause = error.cause instanceof Error ? error.cause.message : '';
  return cause.slice(0, 300) || 'it is no JSON';
}
