import { createOpenAI } from '@ai-sdk/openai';
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Usage } from '@ai-sdk/provider';
import { fetchBounded } from './fetch-bounded';
import type { ModelSize, ModelStep } from './model.schema';
import { ModelFailure, nameFailure } from './name-failure';
import { noteCall } from './note-call';
import { priceCall, type Tokens } from './price-call';
import type { Endpoint } from './read-endpoints';
import type { Meter } from './start-meter';
import { tellSent } from './tell-sent';

export type ModelNeed = {
  step: ModelStep;
  size: ModelSize;
  /** Why this size, for the trace. */
  why: string;
  about: { turnId?: string; conversationId?: string; personId?: string };
  meter: Meter;
  /** Values behind placeholders: none of them may leave. */
  hidden?: readonly string[];
  /** Of whoever waits for it: when they leave, the call ends, and the endpoint is not to blame. */
  signal?: AbortSignal;
};

/** One request to one endpoint: what it needs, and how it says that its first word came and how it ended. */
export type Attempt = {
  endpoint: Endpoint;
  first(): void;
  note(ended: { usage?: LanguageModelV4Usage | undefined; error?: unknown }): Promise<void>;
};
export type Run<T> = (model: LanguageModelV4, options: LanguageModelV4CallOptions, attempt: Attempt) => Promise<T>;

/** Makes one request, the `number`th for the same answer. It ends with the meter, and is written down however it ends. */
export async function callEndpoint<T>(
  need: ModelNeed,
  options: LanguageModelV4CallOptions,
  endpoint: Endpoint,
  number: number,
  run: Run<T>,
): Promise<T> {
  const from = performance.now();
  let firstMs: number | null = null;
  const { role, model, prices } = pick(endpoint, need.size);
  const { sent, bytes } = tellSent(options.prompt);
  const note: Attempt['note'] = async ({ usage, error }) => {
    const tokens = tokensOf(usage);
    const costMicros = priceCall(tokens, prices);
    need.meter.note({ tokens: tokens.input + tokens.output, costMicros });
    const failure = error === undefined ? null : nameFailure(error);
    await noteCall({
      turnId: need.about.turnId ?? null,
      conversationId: need.about.conversationId ?? null,
      personId: need.about.personId ?? null,
      step: need.step,
      role,
      provider: endpoint.name,
      host: new URL(endpoint.url).host,
      model,
      why: need.why,
      attempt: number,
      inputTokens: tokens.input,
      cachedTokens: tokens.cached,
      outputTokens: tokens.output,
      costMicros,
      firstMs,
      tookMs: Math.round(performance.now() - from),
      failure: failure?.kind ?? null,
      status: failure?.status ?? null,
      sent,
      sentBytes: bytes,
    });
  };
  const signal = AbortSignal.any([
    AbortSignal.timeout(Math.max(1, Math.round(need.meter.leftMs()))),
    ...(options.abortSignal ? [options.abortSignal] : []),
    ...(need.signal ? [leaving(need.signal)] : []),
  ]);
  const headers = { ...options.headers, 'x-baton-step': need.step };
  return run(
    clientOf(endpoint, model),
    { ...options, headers, abortSignal: signal },
    {
      endpoint,
      note,
      first() {
        firstMs ??= Math.round(performance.now() - from);
      },
    },
  );
}

/** Says why it ends: an end without a reason is taken for an endpoint that was too slow, and five of these make it rest. */
function leaving(signal: AbortSignal): AbortSignal {
  const left = new AbortController();
  const leave = () => left.abort(new ModelFailure({ kind: 'left' }));
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave, { once: true });
  return left.signal;
}

function pick({ models }: Endpoint, size: ModelSize) {
  const role = models[size] ? size : size === 'small' ? 'large' : 'small';
  return { role, ...models[role]! };
}

export function clientOf({ url, key, style }: Pick<Endpoint, 'url' | 'key' | 'style'>, model: string): LanguageModelV4 {
  // Some servers of one's own take no key, but the client refuses to start without one.
  const provider = createOpenAI({ baseURL: url, apiKey: key || 'none', fetch: fetchBounded });
  return style === 'responses' ? provider.responses(model) : provider.chat(model);
}

const tokensOf = (usage: LanguageModelV4Usage | undefined): Tokens => ({
  input: usage?.inputTokens.total ?? 0,
  cached: usage?.inputTokens.cacheRead ?? 0,
  output: usage?.outputTokens.total ?? 0,
});
