'use client';

import { FilePenLine } from 'lucide-react';
import { useKeys } from '@/components/shell/use-shortcut';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import type { PersonView } from '@/lib/conversations/conversation.schema';
import { firstName } from '@/lib/format/initials';

type Props = {
  agent: PersonView | null;
  text: string;
  busy: boolean;
  onNote: () => void;
  onRead: () => void;
};

/** Somebody was faster: nothing was sent, and what one wrote is still here. */
export function LostRace({ agent, text, busy, onNote, onRead }: Props) {
  const keys = useKeys('conversation.note');
  return (
    <section aria-label="Somebody was faster" className="mx-4 mb-4 flex-none">
      <p role="alert" className="mb-3 flex items-start gap-3 rounded-corner bg-fill px-3 py-2.5">
        {agent && <Avatar name={agent.name} hue={agent.hue} size={20} letters={1} />}
        <span>
          <b>{agent ? `${firstName(agent.name)} took this` : 'This has changed'}</b> before your reply arrived. Your
          text was not sent.
        </span>
      </p>
      <div className="max-h-40 overflow-y-auto rounded-corner border border-line-strong bg-composer px-3 py-2.5">
        <h3 className="flex items-center gap-2 font-medium">
          <FilePenLine size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
          Kept as your draft
        </h3>
        <p className="mt-1 text-talk whitespace-pre-wrap">{text}</p>
      </div>
      <div className="mt-3 flex gap-2">
        <Button look="filled" keys={keys} busy={busy} onClick={onNote}>
          Make it a note
        </Button>
        <Button look="plain" onClick={onRead}>
          Read what changed
        </Button>
      </div>
    </section>
  );
}
