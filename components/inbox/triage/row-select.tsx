'use client';

import { memo } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { join } from '@/components/ui/join';

type Props = { id: string; name: string; chosen: boolean; shown: boolean; onToggle: (id: string) => void };

/** Over the row's sign, under the pointer or the focus, and on every row once one is chosen or one began to choose. */
export const RowSelect = memo(function RowSelect({ id, name, chosen, shown, onToggle }: Props) {
  return (
    <span
      className={join(
        'absolute top-2 left-3 grid size-5 -translate-x-0.5 place-items-center rounded-corner-small max-pane:top-3 max-pane:left-4',
        chosen ? 'bg-selected' : 'bg-surface group-hover:bg-hover',
        chosen || shown
          ? ''
          : 'opacity-0 group-hover:opacity-100 focus-within:opacity-100 max-pane:hidden [@media(hover:none)]:hidden',
      )}
    >
      <Checkbox label={`Select ${name}`} checked={chosen} onChange={() => onToggle(id)} />
    </span>
  );
});
