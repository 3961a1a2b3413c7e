'use client';

import { Dialog } from '@/components/ui/dialog';
import { ShortcutTable } from './shortcut-table';

/** All keys on one sheet; a press on one gives it another. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="Shortcuts"
      description="By the place of the key, whatever your layout. ⌘ is Ctrl where there is no ⌘. Press a key here to give it another."
    >
      <ShortcutTable />
    </Dialog>
  );
}
