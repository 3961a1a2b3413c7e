'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';

type Props = {
  trigger: ReactElement;
  title: string;
  children: ReactNode;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
};

/** A small float that explains: opens by its trigger, closes by Esc or a press beside it. */
export function Popover({ trigger, title, children, side = 'top', align = 'end' }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} className="z-50">
          <Base.Popup className="w-80 max-w-[calc(100vw-32px)] rounded-corner-float bg-raised p-4 shadow-float outline-none">
            <Base.Title className="mb-1 text-work font-strong">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
