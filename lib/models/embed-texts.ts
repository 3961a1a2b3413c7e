import { embedTexts as ask, type EmbeddingEndpoint } from '../platform/embed-texts';
import { AppError } from '../platform/errors';
import type { FailureKind } from './name-failure';
import { noteCall } from './note-call';
import { priceCall } from './price-call';
import { type Prices, readEndpoints } from './read-endpoints';

export type Embedding = EmbeddingEndpoint & { provider: string; prices: Prices };

/** What makes vectors of texts; null when nothing is set to, and search goes by words alone. */
export async function readEmbedding(): Promise<Embedding | null> {
  for (const { name: provider, url, key, models } of await readEndpoints())
    if (models.embedding) return { provider, url, key, ...models.embedding };
  return null;
}

/** As the platform's, and written down. What leaves is what is given here: callers pass redacted text only. */
export async function embedTexts(
  texts: string[],
  embedding: Embedding,
  options: { timeoutMs: number; retries?: number },
): Promise<Float32Array[]> {
  const from = performance.now();
  const note = (tokens: number, failure: FailureKind | null, status: number | null = null) =>
    noteCall({
      turnId: null,
      conversationId: null,
      personId: null,
      step: 'embed',
      role: 'embedding',
      provider: embedding.provider,
      host: new URL(embedding.url).host,
      model: embedding.model,
      why: texts.length === 1 ? 'To search by meaning' : 'To be found by meaning',
      attempt: 1,
      inputTokens: tokens,
      cachedTokens: 0,
      outputTokens: 0,
      costMicros: priceCall({ input: tokens, cached: 0, output: 0 }, embedding.prices),
      firstMs: null,
      tookMs: Math.round(performance.now() - from),
      failure,
      status,
      sent: [
        {
          role: 'text',
          text: `${texts[0]?.slice(0, 500) ?? ''}${texts.length > 1 ? ` … and ${texts.length - 1} more` : ''}`,
        },
      ],
      sentBytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    });
  try {
    const { vectors, tokens } = await ask(texts, embedding, options);
    await note(tokens, null);
    return vectors;
  } catch (error) {
    const status = error instanceof AppError ? error.detail?.status : undefined;
    await note(0, 'server_error', typeof status === 'number' ? status : null);
    throw error;
  }
}
