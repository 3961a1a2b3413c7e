'use client';

import { join } from './join';

type Props<P extends string> = { panes: readonly (readonly [P, string])[]; chosen: P; onChoose: (pane: P) => void };

/** Where there is room for one pane at a time. */
export function PaneTabs<P extends string>({ panes, chosen, onChoose }: Props<P>) {
  return (
    <div role="tablist" aria-label="Panes" className="flex flex-none border-b border-line px-4 desk:hidden">
      {panes.map(([pane, name]) => (
        <button
          key={pane}
          type="button"
          role="tab"
          aria-selected={chosen === pane}
          onClick={() => onChoose(pane)}
          className={join(
            'h-9 px-3 font-medium max-pane:h-11',
            chosen === pane ? 'text-ink-1 shadow-[inset_0_-2px_0_var(--accent)]' : 'text-ink-3',
          )}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
