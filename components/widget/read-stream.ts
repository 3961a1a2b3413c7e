import { eventParser, type ServerEvent } from './parse-events';

type Listening = {
  url: string;
  token: string;
  /** Where to go on from. */
  cursor: string | null;
  onEvent(event: ServerEvent): void;
  onLine(up: boolean): void;
  /** The server no longer takes our word or knows the conversation. */
  onRefused(status: number): void;
};

// The server says something at least every 15 s: two beats missed is a dead line.
const silenceMs = 35_000;
const longestWaitMs = 10_000;

/**
 * Live events over fetch, because EventSource cannot send a header. Comes back by itself after a broken line and goes on
 * from the last event it saw. Answers how to stop.
 */
export function readStream({ url, token, cursor, onEvent, onLine, onRefused }: Listening): () => void {
  let stopped = false;
  let wait = 500;
  let last = cursor;
  let line = new AbortController();
  let wake: () => void = () => undefined;

  async function listen(): Promise<void> {
    line = new AbortController();
    let quiet = setTimeout(() => line.abort(), silenceMs);
    try {
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${token}`, ...(last ? { 'last-event-id': last } : {}) },
        signal: line.signal,
      });
      if (response.status === 401 || response.status === 404) {
        stopped = true;
        return onRefused(response.status);
      }
      if (!response.ok || !response.body) return;
      onLine(true);
      wait = 500;
      const parse = eventParser();
      const decoder = new TextDecoder();
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || stopped) return;
        clearTimeout(quiet);
        quiet = setTimeout(() => line.abort(), silenceMs);
        for (const event of parse(decoder.decode(value, { stream: true }))) {
          if (event.id) last = event.id;
          onEvent(event);
        }
      }
    } catch {
      // A broken line: the loop below comes back.
    } finally {
      clearTimeout(quiet);
    }
  }

  async function keepListening(): Promise<void> {
    while (!stopped) {
      await listen();
      if (stopped) return;
      onLine(false);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, wait + Math.random() * 250);
      });
      wait = Math.min(wait * 2, longestWaitMs);
    }
  }

  const back = () => wake();
  window.addEventListener('online', back);
  void keepListening();
  return () => {
    stopped = true;
    window.removeEventListener('online', back);
    line.abort();
    wake();
  };
}
