'use client';

import { useEffect, useRef } from 'react';

/**
 * Physical keys (event.code), with "Shift+" or "Mod+" before them: "KeyJ", "Shift+KeyE", "Mod+Enter"; two with a space
 * between them are pressed one after the other: "KeyG KeyI"; false is unbound.
 */
export type Shortcuts = readonly (readonly [key: string, act: (() => void) | false])[];

type Press = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'metaKey' | 'ctrlKey'>;

/** What a key press is called in a `Shortcuts` table. Mod is ⌘ or Ctrl. */
export function nameKey(event: Press): string {
  const mod = event.metaKey || event.ctrlKey ? 'Mod+' : '';
  return `${mod}${event.shiftKey ? 'Shift+' : ''}${event.code}`;
}

/** The names under which a press is looked for: the place of the key, and for two signs also where else a layout has them. */
export function namesOf(event: Press & Pick<KeyboardEvent, 'key'>): string[] {
  const name = nameKey(event);
  const sign = event.key === '?' ? 'Shift+Slash' : event.key === '/' ? 'Slash' : name;
  return sign === name ? [name] : [sign, name];
}

// A menu or dialog owns the keyboard while it is open.
const floats = '[role="menu"],[role="dialog"],[role="alertdialog"],[role="listbox"][data-open]';
/** The second key of a sequence is waited for this long. */
const sequenceMs = 1500;

function inText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

// One listener for the whole page: a sequence is one thing however many have bound a part of it.
const tables = new Set<{ readonly bound: { readonly current: Shortcuts }; readonly above: boolean }>();
let begun: { key: string; at: number } | undefined;

/** What is bound to a name. Of two who bind the same key the one that lies above has it, of two beside each other the later. */
function find(name: string): (() => void) | undefined {
  const latest = [...tables].reverse();
  for (const { bound } of [...latest.filter(({ above }) => above), ...latest.filter(({ above }) => !above)]) {
    const act = bound.current.find(([key, does]) => key === name && does !== false)?.[1];
    if (act) return act;
  }
  return undefined;
}

const begins = (name: string): boolean =>
  [...tables].some(({ bound }) => bound.current.some(([key, act]) => act !== false && key.startsWith(`${name} `)));

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing || event.getModifierState('AltGraph')) return;
  if (/^(Shift|Control|Meta|Alt)/.test(event.code)) return;
  const names = namesOf(event);
  const name = names[0] ?? '';
  const first = begun && event.timeStamp - begun.at < sequenceMs ? begun.key : undefined;
  begun = undefined;
  if (inText(event.target) && !name.startsWith('Mod+') && name !== 'Escape') return;
  if (event.target instanceof Element && event.target.closest(floats)) return;
  // Space and Enter on a focused control press that control.
  if (name === 'Enter' && event.target instanceof Element && event.target.closest('a,button')) return;
  // Before it has taken the focus, too: a letter typed at once is meant for it, not for the page.
  if (document.querySelector('[role="dialog"]:not([data-shortcuts]),[role="menu"][data-open]')) return;
  // After the first key of a sequence another one means the sequence or nothing, never what it does alone.
  const act = first ? find(`${first} ${nameKey(event)}`) : names.map(find).find(Boolean);
  if (act) {
    event.preventDefault();
    act();
  } else if (!first && begins(name)) {
    begun = { key: name, at: event.timeStamp };
    event.preventDefault();
  }
}

/**
 * Binds keys to the page. In text fields only those with Mod, and Escape; never AltGr, which types letters. What is bound
 * `above` keeps its keys from whatever is drawn later, such as a conversation that is still being read.
 */
export function useShortcuts(shortcuts: Shortcuts, above = false): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const table = { bound: current, above };
    if (tables.size === 0) window.addEventListener('keydown', press);
    tables.add(table);
    return () => {
      tables.delete(table);
      if (tables.size === 0) window.removeEventListener('keydown', press);
    };
  }, [above]);
}
