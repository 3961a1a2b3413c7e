'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { join } from './join';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  children: ReactNode;
  /** For what stands in two columns. */
  wide?: boolean;
};

export function Dialog({ open, onOpenChange, title, description, children, wide }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Base.Popup
          className={join(
            'fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-48px)] max-w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-corner-float bg-raised shadow-modal outline-none',
            wide ? 'w-[760px]' : 'w-[520px]',
          )}
        >
          <header className="flex h-12 items-center gap-2 border-b border-line pr-3 pl-5">
            <Base.Title className="flex-1 text-work font-strong">{title}</Base.Title>
            <Base.Close
              aria-label="Close"
              className="grid size-7 place-items-center rounded-corner text-ink-3 hover:bg-hover max-pane:size-11"
            >
              <X size={16} strokeWidth={1.75} aria-hidden />
            </Base.Close>
          </header>
          <div className="px-5 py-4">
            {description && <Base.Description className="mb-3 text-ink-2">{description}</Base.Description>}
            {children}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
