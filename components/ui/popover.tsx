'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { join } from './join';

type Props = {
  trigger: ReactElement;
  title: string;
  children: ReactNode;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A list or a form of its own: the title is for those who listen, and no room is left around it. */
  bare?: boolean;
};

/** A small float that explains: opens by its trigger, closes by Esc or a press beside it. */
export function Popover({ trigger, title, children, side = 'top', align = 'end', open, onOpenChange, bare }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} className="z-50">
          <Base.Popup
            className={join(
              'max-w-[calc(100vw-32px)] rounded-corner-float bg-raised shadow-float outline-none',
              bare ? 'w-64' : 'w-80 p-4',
            )}
          >
            <Base.Title className={bare ? 'sr-only' : 'mb-1 text-work font-strong'}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
