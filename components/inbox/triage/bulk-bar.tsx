'use client';

import { AlarmClock, Check, SignalHigh, Tag, UserRound, UsersRound, X } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '@/components/shell/me';
import { useCommands } from '@/components/shell/use-shortcut';
import { AssistantAvatar, Avatar } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import type { ConversationRow } from '@/lib/conversations/conversation.schema';
import { priorityNames } from '@/lib/conversations/triage.schema';
import { usePeople } from '../queries';
import { LabelPicker } from './label-picker';
import { clearSelection } from './selection';
import { SnoozeMenu } from './snooze-menu';
import { priorities, prioritySigns } from './triage-items';
import { useBulk } from './use-bulk';

type Props = { ids: readonly string[]; rows: readonly ConversationRow[] };
type Open = 'assign' | 'label' | 'priority' | 'snooze' | null;

/** Above the list while rows are chosen: what can be done with all of them. */
export function BulkBar({ ids, rows }: Props) {
  const me = useMe();
  const bulk = useBulk(ids);
  const [open, setOpen] = useState<Open>(null);
  const { data: people } = usePeople(open === 'assign');
  // The keys of one conversation mean all that are chosen, while any are.
  useCommands(
    [
      ['conversation.assign', () => setOpen('assign')],
      ['conversation.label', () => setOpen('label')],
      ['conversation.snooze', () => setOpen('snooze')],
      ['conversation.solve', () => bulk.mutate({ kind: 'solve' })],
      ['conversation.handBack', () => bulk.mutate({ kind: 'hand_back' })],
      ['desk.back', () => void clearSelection()],
    ],
    { above: true },
  );
  const toggle = (which: Open) => (next: boolean) => setOpen(next ? which : null);
  const chosen = rows.filter(({ id }) => ids.includes(id));
  // A label counts as there when every row has it: pressing it then takes it off all of them.
  const shared = (chosen[0]?.labels ?? []).filter(({ id }) =>
    chosen.every(({ labels }) => labels.some((label) => label.id === id)),
  );
  return (
    <section
      aria-label="Selected conversations"
      aria-busy={bulk.isPending}
      className="flex h-(--bar) flex-none max-pane:h-14 items-center gap-0.5 border-b border-line bg-selected pr-2 pl-4"
    >
      <span role="status" className="min-w-0 flex-1 truncate font-strong tabular-nums">
        {ids.length} selected
      </span>
      <Menu
        open={open === 'assign'}
        onOpenChange={toggle('assign')}
        trigger={<IconButton icon={UserRound} label="Assign the selected" />}
      >
        <MenuItem
          sign={<Avatar name={me.name} hue={me.hue} size={20} letters={1} />}
          onChoose={() => bulk.mutate({ kind: 'assign', personId: me.id })}
        >
          Take them
        </MenuItem>
        <MenuItem sign={<AssistantAvatar size={20} />} onChoose={() => bulk.mutate({ kind: 'hand_back' })}>
          Hand back to the assistant
        </MenuItem>
        {people && (
          <>
            <MenuGroup label="People">
              {people.people
                .filter(({ id }) => id !== me.id)
                .map((person) => (
                  <MenuItem
                    key={person.id}
                    sign={<Avatar name={person.name} hue={person.hue} size={20} letters={1} />}
                    onChoose={() => bulk.mutate({ kind: 'assign', personId: person.id })}
                  >
                    {person.name}
                  </MenuItem>
                ))}
            </MenuGroup>
            <MenuGroup label="Teams">
              {people.teams.map((team) => (
                <MenuItem
                  key={team.id}
                  sign={<UsersRound size={16} strokeWidth={1.75} aria-hidden />}
                  onChoose={() => bulk.mutate({ kind: 'assign', teamId: team.id })}
                >
                  {team.name}
                </MenuItem>
              ))}
            </MenuGroup>
          </>
        )}
      </Menu>
      <Popover
        bare
        side="bottom"
        title="Labels"
        open={open === 'label'}
        onOpenChange={toggle('label')}
        trigger={<IconButton icon={Tag} label="Label the selected" />}
      >
        <LabelPicker
          chosen={shared.map(({ id }) => id)}
          onChange={({ label, on }) =>
            bulk.mutate({ kind: 'label', add: on ? [label.id] : [], remove: on ? [] : [label.id] })
          }
        />
      </Popover>
      <Menu
        open={open === 'priority'}
        onOpenChange={toggle('priority')}
        trigger={<IconButton icon={SignalHigh} label="Priority of the selected" />}
      >
        {priorities.map((priority) => {
          const Sign = prioritySigns[priority];
          return (
            <MenuItem
              key={priority}
              sign={<Sign size={16} strokeWidth={1.75} aria-hidden />}
              onChoose={() => bulk.mutate({ kind: 'priority', priority })}
            >
              {priorityNames[priority]}
            </MenuItem>
          );
        })}
      </Menu>
      <SnoozeMenu
        trigger={<IconButton icon={AlarmClock} label="Snooze the selected" />}
        open={open === 'snooze'}
        onOpenChange={toggle('snooze')}
        customer="the customer"
        onSnooze={(until) => bulk.mutate({ kind: 'snooze', until })}
      />
      <IconButton icon={Check} label="Solve the selected" onClick={() => bulk.mutate({ kind: 'solve' })} />
      <IconButton icon={X} label="Clear the selection" onClick={() => void clearSelection()} />
    </section>
  );
}
