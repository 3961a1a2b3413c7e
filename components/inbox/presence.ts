'use client';

import { useSyncExternalStore } from 'react';
import type { PresenceNews, Present } from '@/lib/conversations/presence.schema';
import { hearLiveStatus } from './live-status';

// One line to the server for the whole page, so one place that knows who is where.
let places: ReadonlyMap<string, readonly Present[]> = new Map();
const listeners = new Set<() => void>();
const nobody: readonly Present[] = [];

function become(next: ReadonlyMap<string, readonly Present[]>): void {
  places = next;
  for (const tell of listeners) tell();
}

export function tellPresence({ whole, places: news }: PresenceNews): void {
  const next = new Map(whole ? [] : places);
  for (const { conversationId, people } of news) {
    if (people.length > 0) next.set(conversationId, people);
    else next.delete(conversationId);
  }
  become(next);
}

// Without the line nobody is known to be anywhere: what was true then is not told as if it were true now.
hearLiveStatus((status) => {
  if (status.state === 'offline' && places.size > 0) become(new Map());
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who has a conversation in sight, oneself among them. The same list as long as it is the same people. */
export function usePresent(conversationId: string): readonly Present[] {
  return useSyncExternalStore(
    subscribe,
    () => places.get(conversationId) ?? nobody,
    () => nobody,
  );
}
