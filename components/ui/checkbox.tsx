'use client';

import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check } from 'lucide-react';

type Props = { label: string; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void };

/** A box to tick in a row: named by what the row says. */
export function Checkbox({ label, checked, disabled, onChange }: Props) {
  return (
    <Base.Root
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onCheckedChange={(next) => onChange(next)}
      className="grid size-4 place-items-center rounded-corner-small border border-line-control bg-surface text-accent-ink data-checked:border-transparent data-checked:bg-accent data-disabled:opacity-50 max-pane:relative max-pane:size-6 max-pane:after:absolute max-pane:after:-inset-2.5"
    >
      <Base.Indicator>
        <Check size={12} strokeWidth={2.5} aria-hidden />
      </Base.Indicator>
    </Base.Root>
  );
}
