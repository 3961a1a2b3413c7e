import { createOpenAI } from '@ai-sdk/openai';
import { embedMany } from 'ai';
import { z } from 'zod';
import { AppError } from './errors';

export type EmbeddingEndpoint = { url: string; key: string; model: string };

const vectorsSchema = z.array(z.array(z.number().refine(Number.isFinite)).min(1).max(16_384));

/**
 * Vectors of length 1 for texts, in their order, and the tokens they took, from an endpoint that speaks OpenAI's `/embeddings`.
 * What leaves is what is given here: callers pass redacted text only. Throws AppError `unavailable` when the endpoint
 * fails, is slower than `timeoutMs` in all, or answers with vectors that do not fit the texts or one another.
 */
export async function embedTexts(
  texts: string[],
  endpoint: EmbeddingEndpoint,
  { timeoutMs, retries = 0 }: { timeoutMs: number; retries?: number },
): Promise<{ vectors: Float32Array[]; tokens: number }> {
  if (texts.length === 0) return { vectors: [], tokens: 0 };
  // Some servers of one's own take no key, but the client refuses to start without one.
  const provider = createOpenAI({ baseURL: endpoint.url.replace(/\/+$/, ''), apiKey: endpoint.key || 'none' });
  try {
    const { embeddings, usage } = await embedMany({
      model: provider.embedding(endpoint.model),
      values: texts,
      maxRetries: retries,
      abortSignal: AbortSignal.timeout(timeoutMs),
    });
    const vectors = vectorsSchema.parse(embeddings);
    if (vectors.length !== texts.length) throw new RangeError('not a vector for each text');
    if (vectors.some((vector) => vector.length !== vectors[0]!.length)) throw new RangeError('several lengths');
    return { vectors: vectors.map(normalise), tokens: usage.tokens || 0 };
  } catch (error) {
    // Only what kind of failure: an endpoint may repeat the text in its message.
    throw new AppError('unavailable', 'The embedding endpoint did not answer as it should.', {
      endpoint: endpoint.url,
      model: endpoint.model,
      failure: error instanceof Error ? error.name : typeof error,
      status: error instanceof Error && 'statusCode' in error ? error.statusCode : undefined,
    });
  }
}

function normalise(vector: number[]): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0));
  return Float32Array.from(vector, (each) => (length === 0 ? 0 : each / length));
}
