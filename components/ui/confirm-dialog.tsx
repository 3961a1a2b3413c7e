'use client';

import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

type Props = {
  title: string;
  verb: string;
  busy: boolean;
  /** What the way back is called. */
  keep?: string;
  /** For what asks to be confirmed without taking anything away. */
  mild?: boolean;
  children: ReactNode;
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks before something is taken away. */
export function ConfirmDialog({ title, verb, busy, keep = 'Keep it', mild, children, onClose, onConfirm }: Props) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <div className="text-pretty text-ink-2">{children}</div>
      <div className="mt-5 flex justify-end gap-2">
        <Button size="form" look="plain" onClick={onClose}>
          {keep}
        </Button>
        <Button size="form" look={mild ? 'filled' : 'danger'} busy={busy} onClick={onConfirm}>
          {verb}
        </Button>
      </div>
    </Dialog>
  );
}
