'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { join } from './join';
import { Keys } from './keys';

type MenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end';
  side?: 'bottom' | 'right' | 'top';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

export function Menu({ trigger, children, align = 'end', side = 'bottom', open, onOpenChange }: MenuProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} className="z-50">
          <Base.Popup className="max-h-[min(480px,var(--available-height))] min-w-56 overflow-y-auto rounded-corner-float bg-raised p-1 shadow-float outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = { children: ReactNode; sign?: ReactNode; keys?: string[]; chosen?: boolean; onChoose: () => void };

export function MenuItem({ children, sign, keys, chosen, onChoose }: ItemProps) {
  return (
    <Base.Item
      onClick={onChoose}
      // Found by typing what it says, not by the letter of an avatar before it.
      label={typeof children === 'string' ? children : undefined}
      className={join(
        'flex h-8 items-center gap-2.5 rounded-corner px-2 text-ink-1 outline-none select-none max-pane:h-11',
        'data-highlighted:bg-hover',
      )}
    >
      <span className="grid w-5 flex-none place-items-center text-ink-3">{sign}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {chosen && <Check size={16} strokeWidth={1.75} aria-label="chosen" className="text-accent-text" />}
      {keys && <Keys keys={keys} look="rest" />}
    </Base.Item>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-2 pb-1 text-meta font-medium text-ink-3">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuLine() {
  return <Base.Separator className="mx-2 my-1 h-px bg-line" />;
}
