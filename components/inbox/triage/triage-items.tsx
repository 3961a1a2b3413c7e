'use client';

import { MailOpen, Merge, SignalHigh, SignalLow, SignalMedium, Tag, TriangleAlert } from 'lucide-react';
import { useKeys } from '@/components/shell/use-shortcut';
import { MenuGroup, MenuItem, MenuLine } from '@/components/ui/menu';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { type Priority, priorityNames } from '@/lib/conversations/triage.schema';
import type { Triage } from './use-triage';

export const prioritySigns = { 1: TriangleAlert, 2: SignalHigh, 3: SignalMedium, 4: SignalLow } as const;
export const priorities = [1, 2, 3, 4] as const satisfies Priority[];

type Props = { view: ConversationView; triage: Triage; onMerge: () => void; onLabel: () => void };

/** In the header's menu: what is done now and then. */
export function TriageItems({ view, triage, onMerge, onLabel }: Props) {
  const { conversation } = view;
  const labelKeys = useKeys('conversation.label');
  return (
    <>
      <MenuGroup label="Priority">
        {priorities.map((priority) => {
          const Sign = prioritySigns[priority];
          return (
            <MenuItem
              key={priority}
              chosen={conversation.priority === priority}
              sign={<Sign size={16} strokeWidth={1.75} aria-hidden />}
              onChoose={() => triage.prioritise.mutate(priority)}
            >
              {priorityNames[priority]}
            </MenuItem>
          );
        })}
      </MenuGroup>
      <MenuLine />
      <MenuItem sign={<Tag size={16} strokeWidth={1.75} aria-hidden />} keys={labelKeys} onChoose={onLabel}>
        Labels
      </MenuItem>
      {!conversation.mergedInto && (
        <MenuItem sign={<Merge size={16} strokeWidth={1.75} aria-hidden />} onChoose={onMerge}>
          Merge into another
        </MenuItem>
      )}
      <MenuItem sign={<MailOpen size={16} strokeWidth={1.75} aria-hidden />} onChoose={() => triage.unread.mutate()}>
        Mark as unread
      </MenuItem>
    </>
  );
}
