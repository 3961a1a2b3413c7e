'use client';

import { useEffect } from 'react';
import { type Beat, beatMs } from '@/lib/conversations/presence.schema';

/** Who has not touched a key for this long is thinking, not writing. */
const pauseMs = 6_000;

/**
 * Tells the server that this conversation is in sight, and whether a reply is being typed in it: at once when that
 * changes, and every ten seconds that it is still so. A page out of sight looks at nothing.
 */
export function usePresenceBeat(conversationId: string): void {
  useEffect(() => {
    let typing = false;
    let beat: ReturnType<typeof setInterval> | undefined;
    let pause: ReturnType<typeof setTimeout> | undefined;

    const say = () => send({ conversationId, typing, left: null });
    const begin = () => {
      clearInterval(beat);
      beat = setInterval(say, beatMs);
      say();
    };
    const leave = () => {
      clearInterval(beat);
      clearTimeout(pause);
      typing = false;
      send({ conversationId: null, typing: false, left: conversationId });
    };
    const write = (now: boolean) => {
      clearTimeout(pause);
      if (now) pause = setTimeout(() => write(false), pauseMs);
      if (typing === now) return;
      typing = now;
      begin();
    };
    const input = (event: Event) => {
      const field = event.target;
      // A reply is what must not be said twice; a note stays with us.
      if (field instanceof HTMLTextAreaElement && field.getAttribute('aria-label') === 'Reply')
        write(field.value !== '');
    };
    const turn = () => (document.hidden ? leave() : begin());

    if (!document.hidden) begin();
    document.addEventListener('input', input);
    document.addEventListener('visibilitychange', turn);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('input', input);
      document.removeEventListener('visibilitychange', turn);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [conversationId]);
}

// In the order in which they were meant: a goodbye that overtakes its greeting would leave one standing there.
let line: Promise<unknown> = Promise.resolve();

/** Nobody waits for it, and nobody is told when it fails: the next beat says the same. Kept alive when the page goes. */
function send(beat: Beat): void {
  const post = () =>
    fetch('/api/inbox/presence', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(beat),
      keepalive: true,
      signal: AbortSignal.timeout(beatMs),
    }).catch(() => undefined);
  // A page on its way out runs no more promises: its last word is sent on the spot.
  if (document.hidden) void post();
  else line = line.then(post);
}
