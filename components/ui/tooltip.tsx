'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Keys } from './keys';

type Props = { label: string; keys?: string[]; side?: 'top' | 'right' | 'bottom'; children: ReactElement };

export function Tooltip({ label, keys, side = 'bottom', children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="flex items-center gap-2 rounded-corner bg-raised px-2 py-1 text-meta text-ink-2 shadow-float">
            {label}
            {keys && <Keys keys={keys} look="rest" />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
