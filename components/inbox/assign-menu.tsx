'use client';

import { ChevronDown, UserRoundX, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '@/components/shell/me';
import { useKeys, useShortcut } from '@/components/shell/use-shortcut';
import { AssistantAvatar, Avatar } from '@/components/ui/avatar';
import { buttonClass } from '@/components/ui/button';
import { Menu, MenuGroup, MenuItem, MenuLine } from '@/components/ui/menu';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { firstName } from '@/lib/format/initials';
import { usePeople } from './queries';

type Props = {
  view: ConversationView;
  onTake: () => void;
  onAssign: (to: { personId?: string; teamId?: string }) => void;
  onHandBack: () => void;
};

/** Who has the conversation, and to whom it can go. */
export function AssignMenu({ view, onTake, onAssign, onHandBack }: Props) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const { data } = usePeople(open);
  const takeKeys = useKeys('conversation.take');
  const handBackKeys = useKeys('conversation.handBack');
  const { conversation, may } = view;
  const agent = conversation.holder === 'agent' ? conversation.agent : null;
  useShortcut('conversation.assign', may.assign && (() => setOpen(true)));
  const name = agent ? (agent.id === me.id ? 'You' : firstName(agent.name)) : (conversation.team?.name ?? 'Unassigned');
  const trigger = (
    <button type="button" disabled={!may.assign} className={buttonClass('outlined', 'desk', 'min-w-0 max-w-40 pl-1.5')}>
      {agent ? (
        <Avatar name={agent.name} hue={agent.hue} size={20} letters={1} />
      ) : (
        <UserRoundX size={16} strokeWidth={1.75} aria-hidden className="ml-1 flex-none text-ink-3" />
      )}
      <span className="truncate">
        <span className="sr-only">Held by </span>
        {name}
        <span className="sr-only">, assign</span>
      </span>
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
    </button>
  );
  const assistantMayHave = conversation.holder !== 'assistant' && conversation.state === 'open';
  return (
    <Menu trigger={trigger} open={open} onOpenChange={setOpen}>
      {agent?.id !== me.id && may.take && (
        <MenuItem sign={<Avatar name={me.name} hue={me.hue} size={20} letters={1} />} keys={takeKeys} onChoose={onTake}>
          Take it
        </MenuItem>
      )}
      {assistantMayHave && (
        <MenuItem sign={<AssistantAvatar size={20} />} keys={handBackKeys} onChoose={onHandBack}>
          Hand back to the assistant
        </MenuItem>
      )}
      <MenuLine />
      {!data && <p className="px-2 py-1.5 text-ink-3">Reading who is here</p>}
      {data && (
        <MenuGroup label="People">
          {data.people.map((person) => (
            <MenuItem
              key={person.id}
              chosen={person.id === agent?.id}
              sign={<Avatar name={person.name} hue={person.hue} size={20} letters={1} />}
              onChoose={() => onAssign({ personId: person.id })}
            >
              {person.name}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      {data && data.teams.length > 0 && (
        <MenuGroup label="Teams">
          {data.teams.map((team) => (
            <MenuItem
              key={team.id}
              chosen={!agent && team.id === conversation.team?.id}
              sign={<UsersRound size={16} strokeWidth={1.75} aria-hidden />}
              onChoose={() => onAssign({ teamId: team.id })}
            >
              {team.name}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
    </Menu>
  );
}
