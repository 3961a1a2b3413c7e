'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the browser has taken over: what only it knows is not drawn before. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
