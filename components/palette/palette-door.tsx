'use client';

import { Search } from 'lucide-react';

let typed = '';

/** What was typed while the palette was still being read. */
export const readEarlyTyped = (): string => typed;

/** It is the palette's now: the next time one begins with nothing. */
export function forgetEarlyTyped(): void {
  typed = '';
}

/**
 * Stands where the palette will be until it has been read, and takes what is typed meanwhile: letters after ⌘K are words to
 * look for, and without a field each would be the key of something that is done to the open conversation.
 */
export function PaletteDoor() {
  return (
    <div
      role="dialog"
      aria-label="Everything, by name"
      aria-busy="true"
      className="fixed top-[14vh] left-1/2 z-50 flex h-14 w-[642px] max-w-[calc(100vw-24px)] -translate-x-1/2 items-center gap-3 rounded-corner-float bg-raised px-5 shadow-modal max-pane:top-3"
    >
      <Search size={18} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
      <input
        // biome-ignore lint/a11y/noAutofocus: it was just asked for, and what is typed next is meant for it
        autoFocus
        aria-label="What to do, or where to go"
        placeholder="What to do, or where to go"
        onChange={(event) => {
          typed = event.target.value;
        }}
        className="h-full min-w-0 flex-1 bg-transparent text-[15px] text-ink-1 outline-none placeholder:text-ink-3 focus-visible:shadow-none"
      />
    </div>
  );
}
