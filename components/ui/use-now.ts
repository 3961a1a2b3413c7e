'use client';

import { useSyncExternalStore } from 'react';

// One timer for all clocks on the page: they turn over together, and a list of a hundred rows costs one tick.
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/**
 * The present in milliseconds, rounded down to `every`, so that whoever shows minutes renders once a minute
 * quarter and not each second. On the server it is 0: render nothing that depends on it there.
 */
export function useNow(every = 15_000): number {
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(now / every) * every,
    () => 0,
  );
}
