import { createOpenAI } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { env } from './env';
import { AppError } from './errors';

type ModelEndpoint = { url: string; key: string; model: string };

/** The model for people at the desk; null when none is set. */
export function modelEndpoint(): ModelEndpoint | null {
  const { BATON_MODEL_URL: url, BATON_MODEL: model, BATON_MODEL_KEY: key } = env();
  return url && model ? { url, model, key } : null;
}

const patienceMs = 20_000;
const longestAnswer = 12_000;

/**
 * One text from the model that is set. What leaves is what is given here: callers pass redacted text only. Throws AppError
 * `unavailable` where none is set, it fails, it is slower than twenty seconds, or it answers with nothing or with far too much.
 */
export async function askModel(
  { instructions, prompt }: { instructions: string; prompt: string },
  endpoint = modelEndpoint(),
): Promise<string> {
  if (!endpoint)
    throw new AppError('unavailable', 'No model is set. An administrator sets BATON_MODEL_URL and BATON_MODEL.');
  // Some servers of one's own take no key, but the client refuses to start without one.
  const provider = createOpenAI({ baseURL: endpoint.url.replace(/\/+$/, ''), apiKey: endpoint.key || 'none' });
  try {
    const { text, finishReason } = await generateText({
      model: provider.chat(endpoint.model),
      instructions,
      prompt,
      temperature: 0.2,
      maxOutputTokens: 2_000,
      maxRetries: 1,
      abortSignal: AbortSignal.timeout(patienceMs),
      telemetry: { recordInputs: false, recordOutputs: false },
    });
    const answer = text.trim();
    if (answer === '' || answer.length > longestAnswer || finishReason === 'length')
      throw new RangeError('not a whole text');
    return answer;
  } catch (error) {
    // Only what kind of failure: an endpoint may repeat the text in its message.
    throw new AppError('unavailable', 'The model did not answer as it should. Nothing was changed.', {
      endpoint: endpoint.url,
      model: endpoint.model,
      failure: error instanceof Error ? error.name : typeof error,
      status: error instanceof Error && 'statusCode' in error ? error.statusCode : undefined,
    });
  }
}
