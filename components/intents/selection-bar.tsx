'use client';

import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { IntentRow } from '@/lib/governance/intent-view.schema';
import { IntentMenu } from './intent-menu';

type Props = {
  count: number;
  intents: IntentRow[];
  /** All of them are kept as test. */
  test: boolean;
  busy: boolean;
  onMove: (intentId: string) => void;
  onUse: (use: 'train' | 'test') => void;
  onRemove: () => void;
  onClear: () => void;
};

/** What can be done with the chosen rows, over the foot of the table. */
export function SelectionBar({ count, intents, test, busy, onMove, onUse, onRemove, onClear }: Props) {
  return (
    <div
      role="toolbar"
      aria-label="Chosen examples"
      className="absolute bottom-4 left-1/2 flex h-11 -translate-x-1/2 items-center gap-1 rounded-corner-float bg-raised px-3 shadow-float max-pane:h-14"
    >
      <span className="px-1 font-medium whitespace-nowrap" aria-live="polite">
        {count} selected
      </span>
      <IntentMenu
        intents={intents}
        trigger={
          <Button look="plain" busy={busy}>
            Move to…
          </Button>
        }
        onChoose={({ id }) => onMove(id)}
      />
      <Button look="plain" busy={busy} onClick={() => onUse(test ? 'train' : 'test')}>
        {test ? 'Use to train' : 'Keep as test'}
      </Button>
      <Button look="danger-plain" busy={busy} onClick={onRemove}>
        Remove
      </Button>
      <IconButton icon={X} label="Choose none" onClick={onClear} />
    </div>
  );
}
