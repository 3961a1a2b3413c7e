'use client';

import { CircleCheck, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useKeys } from '@/components/shell/use-shortcut';
import { AssistantAvatar, Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { firstName } from '@/lib/format/initials';

type Props = { view: ConversationView; onNote: () => void; onTake: () => void; onReopen: () => void; busy: boolean };

/** In place of the composer while somebody else holds the conversation, or nobody needs to. */
export function ComposerBar({ view, onNote, onTake, onReopen, busy }: Props) {
  const keys = useKeys('conversation.take');
  const { conversation, may } = view;
  if (conversation.state === 'closed')
    return (
      <Bar sign={<CircleCheck size={16} strokeWidth={1.75} aria-hidden className="text-solved-text" />} onNote={onNote}>
        <span className="min-w-0 flex-1 text-ink-2">Solved. To write, reopen it.</span>
        <Button onClick={onReopen} busy={busy}>
          Reopen
        </Button>
      </Bar>
    );
  const agent = conversation.holder === 'agent' ? conversation.agent : null;
  const sign =
    conversation.holder === 'assistant' ? (
      <AssistantAvatar size={20} />
    ) : agent ? (
      <Avatar name={agent.name} hue={agent.hue} size={20} letters={1} />
    ) : (
      <UserRound size={16} strokeWidth={1.75} aria-hidden className="text-ink-3" />
    );
  const says =
    conversation.holder === 'assistant'
      ? 'You can read along. To write, take it first.'
      : agent
        ? `${firstName(agent.name)} has this. To write, take it first.`
        : 'Nobody has this yet. To write, take it first.';
  return (
    <Bar sign={sign} onNote={onNote}>
      <span className="min-w-0 flex-1 text-ink-2">{says}</span>
      {may.take && (
        <Button keys={keys} onClick={onTake} busy={busy}>
          Take it
        </Button>
      )}
    </Bar>
  );
}

function Bar({ sign, onNote, children }: { sign: ReactNode; onNote: () => void; children: ReactNode[] }) {
  const keys = useKeys('conversation.note');
  const [says, ...rest] = children;
  return (
    <section
      aria-label="Composer"
      className="mx-4 mb-4 flex min-h-11 flex-none items-center gap-2 rounded-[8px] border border-line-strong bg-composer py-1 pr-2 pl-3 shadow-[0_1px_2px_var(--shadow-ink)] max-pane:mx-2 max-pane:mb-2"
    >
      {sign}
      {says}
      <Button look="plain" keys={keys} onClick={onNote}>
        Note
      </Button>
      {rest}
    </section>
  );
}
