'use client';

import { type Offer, useOffers } from '@/components/palette/offers';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { type CommandId, commands, drawKey, keyOf } from './commands';
import { usePreferences } from './preferences';

type Bound = (readonly [id: CommandId, act: (() => void) | false])[];

/** Binds commands to the page by the keys this person has for them; false is unbound. `above`: see `useShortcuts`. */
export function useCommands(bound: Bound, { above = false } = {}): void {
  const { keys } = usePreferences().preferences;
  useShortcuts(
    bound.map(([id, act]) => [keyOf(id, keys), act] as const),
    above,
  );
  // What can be done by key can be done by name.
  useOffers(
    bound.flatMap(([id, act]): Offer[] => {
      const { area, says } = commands[id];
      const group = groups[area];
      return act && group && !unnamed.has(id) ? [{ id, group, label: says, keys: drawKey(keyOf(id, keys)), act }] : [];
    }),
    above,
  );
}

const groups: Record<string, Offer['group'] | undefined> = {
  Conversation: 'On this conversation',
  Writing: 'On this conversation',
  Approvals: 'On this conversation',
  Everywhere: 'Desk',
};
/** The palette itself, and what only means something where one is looking. */
const unnamed = new Set<CommandId>([
  'desk.palette',
  'desk.back',
  'composer.send',
  'composer.sendAndSolve',
  'desk.undo',
]);

/** Binds one command: `useShortcut('conversation.solve', open && solve)`. */
export function useShortcut(id: CommandId, act: (() => void) | false): void {
  useCommands([[id, act]]);
}

/** The caps to draw beside what a command does: `<Button keys={useKeys('conversation.solve')}>`. */
export function useKeys(id: CommandId): string[] {
  return drawKey(keyOf(id, usePreferences().preferences.keys));
}
