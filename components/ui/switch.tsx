'use client';

import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';
import { useId } from 'react';

type Props = {
  /** Stands beside it. */
  label: string;
  help?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
};

/** On or off, at once: what waits for a button to save it is a box to tick. */
export function Switch({ label, help, checked, disabled, onChange }: Props) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <Base.Root
        aria-labelledby={`${id}-label`}
        aria-describedby={help ? `${id}-help` : undefined}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next)}
        className="mt-[3px] flex h-3.5 w-6 flex-none items-center rounded-full bg-line-control p-0.5 transition-colors duration-(--quick) data-checked:bg-accent data-disabled:opacity-50 max-pane:mt-0 max-pane:h-6 max-pane:w-10"
      >
        <Base.Thumb className="size-2.5 rounded-full bg-surface transition-transform duration-(--quick) data-checked:translate-x-2.5 max-pane:size-5 max-pane:data-checked:translate-x-4" />
      </Base.Root>
      <span className="min-w-0">
        <span id={`${id}-label`} className="block">
          {label}
        </span>
        {help && (
          <span id={`${id}-help`} className="block text-meta text-pretty text-ink-3">
            {help}
          </span>
        )}
      </span>
    </div>
  );
}
