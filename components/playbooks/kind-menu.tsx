'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { NodeKind } from '@/lib/governance/playbook.schema';
import type { Place } from './edit-playbook';
import { stepSigns } from './step-signs';
import { kindHelp, kindNames, kinds } from './step-words';

/** Which kind of step is to be made: opens where the way was dropped, or where the button is. */
export function KindMenu({
  at,
  onPick,
  onClose,
}: {
  at: Place;
  onPick: (kind: NodeKind) => void;
  onClose: () => void;
}) {
  const anchor = { getBoundingClientRect: () => new DOMRect(at.x, at.y, 1, 1) };
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className="z-50"
        >
          <Base.Popup className="max-h-[min(560px,var(--available-height))] w-72 overflow-y-auto rounded-corner-float bg-raised p-1 shadow-float outline-none">
            <Base.Title className="px-2 pt-2 pb-1 text-meta font-medium text-ink-3">Add a step</Base.Title>
            <ul aria-label="Kinds of steps">
              {kinds.map((kind) => {
                const Sign = stepSigns[kind];
                return (
                  <li key={kind}>
                    <button
                      type="button"
                      onClick={() => onPick(kind)}
                      className="focus-inside flex min-h-8 w-full items-center gap-2.5 rounded-corner px-2 py-1 text-left hover:bg-hover max-pane:min-h-11"
                    >
                      <Sign size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
                      <span className="w-18 flex-none font-medium">{kindNames[kind]}</span>
                      <span className="min-w-0 text-meta text-pretty text-ink-3">{kindHelp[kind]}</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
