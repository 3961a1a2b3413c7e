'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * Moves within a desk by the address alone: everything on it comes from queries, so asking the server for the page again
 * would only make one wait.
 */
export function moveTo(href: string): void {
  window.history.pushState(null, '', href);
  for (const listener of listeners) listener();
}

/**
 * Path and search of a desk that lies `under` a path. A move by `moveTo` is seen before the next key is read: the router
 * tells of it a moment later, and a key pressed in that moment would mean what one has just left.
 */
export function useAddress(under: string): { path: string; search: URLSearchParams } {
  const path = usePathname();
  const query = useSearchParams().toString();
  const routed = query === '' ? path : `${path}?${query}`;
  const address = useSyncExternalStore(
    subscribe,
    // On the way out the window is there first: the desk still stands where it stood.
    () =>
      window.location.pathname.startsWith(under) ? `${window.location.pathname}${window.location.search}` : routed,
    () => routed,
  );
  const [before = '', after = ''] = address.split('?');
  return { path: before, search: new URLSearchParams(after) };
}
