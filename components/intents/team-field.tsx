'use client';

import { useId } from 'react';
import type { IntentsView } from '@/lib/governance/intent-view.schema';

type Props = { teams: IntentsView['teams']; value: string | null; onChange: (key: string | null) => void };

/** Which people it goes to when it is handed over. */
export function TeamField({ teams, value, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block leading-4 font-medium">
        Team
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
        className="mt-1.5 block h-8 w-full rounded-corner border border-line-control bg-surface px-2 outline-none focus:border-focus focus-visible:shadow-[0_0_0_2px_color-mix(in_oklch,var(--focus)_28%,transparent)] max-pane:h-11"
      >
        <option value="">No team</option>
        {teams.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
