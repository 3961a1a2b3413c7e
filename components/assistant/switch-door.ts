'use client';

import { useSyncExternalStore } from 'react';
import type { Standing } from './standing';

let asked: Standing | null = null;
const listeners = new Set<() => void>();

/** Opens the dialog from wherever it is asked for, with what is proposed; null closes it. */
export function askToSwitch(to: Standing | null): void {
  asked = to;
  for (const tell of listeners) tell();
}

export function useAskedSwitch(): Standing | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
    () => null,
  );
}
