/** `id` is where it goes on after a broken line. */
type Message = { id?: string; event?: string; data: unknown };
/** Sends to one live client: what is known together goes out in one write. */
export type Send = (...messages: Message[]) => void;

type Begin = (send: Send, end: () => void) => Promise<() => void>;

const beatMs = 15_000;

// What hundreds of clients are sent is one object, and is put into words once.
const worded = new WeakMap<Message, string>();

function word(message: Message): string {
  const known = worded.get(message);
  if (known) return known;
  const { id, event, data } = message;
  const text = `${id ? `id: ${id}\n` : ''}${event ? `event: ${event}\n` : ''}data: ${JSON.stringify(data)}\n\n`;
  worded.set(message, text);
  return text;
}

/**
 * A server-sent event stream. `begin` is handed the way to send and to end, and answers how to stop; both ends may end it.
 * A comment line every 15 s keeps proxies from closing it and tells a dead line from a quiet one.
 */
export function eventStream(signal: AbortSignal, begin: Begin): Response {
  const encoder = new TextEncoder();
  let stop: () => void = () => undefined;
  let beat: ReturnType<typeof setInterval> | undefined;
  let ended = false;

  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const end = () => {
        if (ended) return;
        ended = true;
        clearInterval(beat);
        stop();
        try {
          controller.close();
        } catch {
          // The client closed it first.
        }
      };
      const write = (text: string) => {
        if (!ended) controller.enqueue(encoder.encode(text));
      };
      signal.addEventListener('abort', end);
      write('retry: 1000\n\n');
      beat = setInterval(() => write(': still here\n\n'), beatMs);
      try {
        stop = await begin((...messages) => write(messages.map(word).join('')), end);
        if (ended) stop();
      } catch {
        end();
      }
    },
    cancel() {
      ended = true;
      clearInterval(beat);
      stop();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
