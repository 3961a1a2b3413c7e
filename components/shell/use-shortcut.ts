'use client';

import { useShortcuts } from '@/components/ui/use-shortcuts';
import { type CommandId, drawKey, keyOf } from './commands';
import { usePreferences } from './preferences';

/** Binds commands to the page by the keys this person has for them; false is unbound. */
export function useCommands(bound: (readonly [id: CommandId, act: (() => void) | false])[]): void {
  const { keys } = usePreferences().preferences;
  useShortcuts(bound.map(([id, act]) => [keyOf(id, keys), act] as const));
}

/** Binds one command: `useShortcut('conversation.solve', open && solve)`. */
export function useShortcut(id: CommandId, act: (() => void) | false): void {
  useCommands([[id, act]]);
}

/** The caps to draw beside what a command does: `<Button keys={useKeys('conversation.solve')}>`. */
export function useKeys(id: CommandId): string[] {
  return drawKey(keyOf(id, usePreferences().preferences.keys));
}
