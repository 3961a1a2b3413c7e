import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Endpoint } from './read-endpoints';

/** Aborts when nothing has come for as long as the endpoint is waited for; each word that comes starts the wait anew. */
export function withPatience(options: LanguageModelV4CallOptions, { patienceMs }: Endpoint) {
  const patience = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(timer);
  const wait = () => {
    stop();
    timer = setTimeout(() => patience.abort(new DOMException('nothing came', 'TimeoutError')), patienceMs);
    timer.unref();
  };
  wait();
  const abortSignal = AbortSignal.any([patience.signal, ...(options.abortSignal ? [options.abortSignal] : [])]);
  return { options: { ...options, abortSignal }, wait, stop };
}
