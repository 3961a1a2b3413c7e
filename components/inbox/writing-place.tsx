'use client';

import type { RefObject } from 'react';
import { useMe } from '@/components/shell/me';
import type { ConversationView, DraftView } from '@/lib/conversations/conversation.schema';
import type { Mode } from './composer';
import { Composer } from './composer';
import { ComposerBar } from './composer-bar';
import { LostRace } from './lost-race';
import { ScheduledStrip } from './scheduled-strip';
import type { Drafting } from './use-draft-reply';
import type { Intentions } from './use-intentions';
import type { KeptText } from './use-writing';

type Props = {
  view: ConversationView;
  act: Intentions;
  sending: boolean;
  /** A reply came too late: somebody else has the conversation. */
  lost: boolean;
  onFound: () => void;
  mode: Mode;
  onMode: (mode: Mode) => void;
  reply: KeptText;
  note: KeptText;
  drafting: Drafting;
  chosen: DraftView | null;
  onChoose: (draft: DraftView) => void;
  onTakeDraft: (draft: DraftView) => void;
  onSend: (solve: boolean, sendAt?: string) => void;
  onNote: (text: string, from: Mode) => void;
  field: RefObject<HTMLTextAreaElement | null>;
};

/** Under the conversation: where one writes, why one may not, or what became of what one wrote. */
export function WritingPlace(props: Props) {
  const { view, act, mode, onMode, reply, note } = props;
  const me = useMe();
  const { conversation } = view;
  const mayReply = conversation.state === 'open' && view.may.reply;
  if (props.lost)
    return (
      <LostRace
        agent={conversation.agent?.id === me.id ? null : conversation.agent}
        text={reply.text}
        busy={act.note.isPending}
        onNote={() => props.onNote(reply.text, 'reply')}
        onRead={props.onFound}
      />
    );
  if (mayReply || mode === 'note')
    return (
      <>
        <ScheduledStrip conversationId={conversation.id} outgoing={view.outgoing} />
        <Composer
          mode={mayReply ? mode : 'note'}
          onMode={onMode}
          mayReply={mayReply}
          reply={reply}
          note={note}
          drafting={props.drafting}
          drafts={view.drafts}
          chosen={props.chosen}
          onChoose={props.onChoose}
          onTake={props.onTakeDraft}
          onReject={(draft, why) => act.rejectDraft.mutate({ draftId: draft.id, why })}
          view={view}
          onSend={props.onSend}
          onNote={() => props.onNote(note.text.trim(), 'note')}
          busy={props.sending || act.note.isPending}
          left={view.writing.left}
          field={props.field}
        />
      </>
    );
  return (
    <ComposerBar
      view={view}
      busy={act.take.isPending || act.reopen.isPending}
      onNote={() => onMode('note')}
      // At the press, not when the server agrees: by then one may be writing a note already.
      onTake={() => {
        onMode('reply');
        act.take.mutate();
      }}
      onReopen={() => act.reopen.mutate()}
    />
  );
}
