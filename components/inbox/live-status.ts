'use client';

import { useSyncExternalStore } from 'react';

export type LiveStatus = { state: 'connecting' | 'live' | 'offline'; at: number };

// One line to the server for the whole page, so one place that knows how it is.
let status: LiveStatus = { state: 'connecting', at: 0 };
const listeners = new Set<() => void>();
const atFirst: LiveStatus = status;

/** `at`: when something was last heard, or since when the line is gone. */
export function setLiveStatus(next: LiveStatus): void {
  // Offline since the first failure, not since the latest try.
  if (next.state === 'offline' && status.state === 'offline') return;
  status = next;
  for (const tell of listeners) tell();
}

/** For what is no component: hears each change for as long as the page lives. */
export function hearLiveStatus(hear: (status: LiveStatus) => void): void {
  listeners.add(() => hear(status));
}

export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => status,
    () => atFirst,
  );
}
