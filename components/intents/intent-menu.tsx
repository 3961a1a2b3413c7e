'use client';

import type { ReactElement } from 'react';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { IntentRow } from '@/lib/governance/intent-view.schema';

type Props = { intents: IntentRow[]; trigger: ReactElement; onChoose: (intent: IntentRow) => void };

/** All intents by name; typing the first letters goes to one. */
export function IntentMenu({ intents, trigger, onChoose }: Props) {
  return (
    <Menu trigger={trigger} side="top" align="start">
      {intents
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map((intent) => (
          <MenuItem key={intent.id} onChoose={() => onChoose(intent)}>
            {intent.name}
          </MenuItem>
        ))}
    </Menu>
  );
}
