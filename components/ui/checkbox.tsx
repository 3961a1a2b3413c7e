'use client';

import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check } from 'lucide-react';

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void };

/** A box to tick in a row: named by what the row says. */
export function Checkbox({ label, checked, onChange }: Props) {
  return (
    <Base.Root
      aria-label={label}
      checked={checked}
      onCheckedChange={(next) => onChange(next)}
      className="grid size-4 place-items-center rounded-corner-small border border-line-control bg-surface text-accent-ink data-checked:border-transparent data-checked:bg-accent max-pane:size-6"
    >
      <Base.Indicator>
        <Check size={12} strokeWidth={2.5} aria-hidden />
      </Base.Indicator>
    </Base.Root>
  );
}
