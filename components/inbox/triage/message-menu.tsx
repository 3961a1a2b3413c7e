'use client';

import { Ellipsis, Split } from 'lucide-react';
import { createContext, useContext } from 'react';
import { Menu, MenuItem } from '@/components/ui/menu';

/** Splits the open conversation from a message on; absent where that does not go. */
export const SplitFrom = createContext<((messageId: string) => void) | null>(null);

/** Beside a message, under the pointer or the focus. */
export function MessageMenu({ messageId }: { messageId: string }) {
  const split = useContext(SplitFrom);
  if (!split) return null;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label="More about this message"
          className="ml-auto grid size-6 flex-none place-items-center rounded-corner text-ink-3 opacity-0 group-hover:opacity-100 hover:bg-hover focus-visible:opacity-100 data-popup-open:opacity-100"
        >
          <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
        </button>
      }
    >
      <MenuItem sign={<Split size={16} strokeWidth={1.75} aria-hidden />} onChoose={() => split(messageId)}>
        Split from here
      </MenuItem>
    </Menu>
  );
}
