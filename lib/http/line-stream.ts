import { describeFailure, type Failure } from './respond';

type Run<L> = (send: (line: L) => void, left: AbortSignal) => Promise<void>;

/**
 * An answer that comes line by line, each a JSON of its own. What fails before the first line is thrown, for the status it
 * deserves; what fails later is the last line, made by `failed`. `left` aborts when the browser goes away.
 */
export async function lineStream<L>(
  signal: AbortSignal,
  run: Run<L>,
  failed: (failure: Failure) => L,
): Promise<Response> {
  const encoder = new TextEncoder();
  const left = new AbortController();
  const leave = () => left.abort();
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });

  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel: leave,
  });
  const begun = Promise.withResolvers<void>();
  let spoke = false;
  const send = (line: L) => {
    if (left.signal.aborted) return;
    controller?.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
    spoke = true;
    begun.resolve();
  };
  const work = run(send, left.signal)
    .catch((error: unknown) => {
      if (!spoke) throw error;
      send(failed(describeFailure(error)));
    })
    .finally(() => {
      signal.removeEventListener('abort', leave);
      if (!left.signal.aborted) controller?.close();
    });
  await Promise.race([begun.promise, work]);
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
