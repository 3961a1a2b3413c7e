'use client';

import { useEffect, useRef } from 'react';

/** Physical keys (event.code), with "Shift+" or "Mod+" before them: "KeyJ", "Shift+KeyE", "Mod+Enter"; false is unbound. */
export type Shortcuts = (readonly [key: string, act: (() => void) | false])[];

/** What a key press is called in a `Shortcuts` table. Mod is ⌘ or Ctrl. */
export function nameKey(event: Pick<KeyboardEvent, 'code' | 'shiftKey' | 'metaKey' | 'ctrlKey'>): string {
  const mod = event.metaKey || event.ctrlKey ? 'Mod+' : '';
  return `${mod}${event.shiftKey ? 'Shift+' : ''}${event.code}`;
}

// A menu or dialog owns the keyboard while it is open.
const floats = '[role="menu"],[role="dialog"],[role="alertdialog"],[role="listbox"][data-open]';

function inText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Binds keys to the page. In text fields only those with Mod, and Escape; never AltGr, which types letters. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.isComposing || event.getModifierState('AltGraph')) return;
      const name = nameKey(event);
      const act = current.current.find(([key]) => key === name)?.[1];
      if (!act) return;
      if (inText(event.target) && !name.startsWith('Mod+') && name !== 'Escape') return;
      if (event.target instanceof Element && event.target.closest(floats)) return;
      // Space and Enter on a focused control press that control.
      if (name === 'Enter' && event.target instanceof Element && event.target.closest('a,button')) return;
      if (document.querySelector('[role="dialog"]:not([data-shortcuts])')) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
