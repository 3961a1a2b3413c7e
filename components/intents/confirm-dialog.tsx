'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

type Props = {
  title: string;
  verb: string;
  busy: boolean;
  children: ReactNode;
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks before something is taken away. */
export function ConfirmDialog({ title, verb, busy, children, onClose, onConfirm }: Props) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <p className="text-pretty text-ink-2">{children}</p>
      <div className="mt-5 flex justify-end gap-2">
        <Button size="form" look="plain" onClick={onClose}>
          Keep it
        </Button>
        <Button size="form" look="danger" busy={busy} onClick={onConfirm}>
          {verb}
        </Button>
      </div>
    </Dialog>
  );
}
