'use client';

import { Truck } from 'lucide-react';
import type { RefObject } from 'react';
import { BatonMark } from '@/components/ui/baton-mark';
import { Button } from '@/components/ui/button';
import { join } from '@/components/ui/join';
import { Keys } from '@/components/ui/keys';
import type { DraftView } from '@/lib/conversations/conversation.schema';
import type { Writings } from '@/lib/conversations/writing.schema';
import { DraftTabs, Proposal } from './draft-proposal';
import { SendMenu } from './send-menu';
import type { KeptText } from './use-writing';
import { LeftBehind, WritingNotices } from './writing-notices';

export type Mode = 'reply' | 'note';

type Props = {
  mode: Mode;
  onMode: (mode: Mode) => void;
  mayReply: boolean;
  reply: KeptText;
  note: KeptText;
  drafts: DraftView[];
  chosen: DraftView | null;
  onChoose: (draft: DraftView) => void;
  onTake: (draft: DraftView) => void;
  onReject: (draft: DraftView) => void;
  onSend: (solve: boolean, sendAt?: string) => void;
  onNote: () => void;
  busy: boolean;
  left: Writings['left'];
  field: RefObject<HTMLTextAreaElement | null>;
};

/** Where one writes: a reply or a note; a proposal lies on violet until it is taken, then it is plain text. */
export function Composer(props: Props) {
  const { mode, onMode, mayReply, reply, note, drafts, chosen, busy, field } = props;
  const kept = mode === 'reply' ? reply : note;
  const proposal = mode === 'reply' && reply.text === '' ? chosen : null;
  const taken = mode === 'reply' ? drafts.find(({ id }) => id === reply.draftId) : undefined;
  const ready =
    (kept.text.trim() !== '' || (mode === 'reply' && reply.attachments.length > 0)) && kept.newer === null && !busy;
  const keyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') {
      // The page's own Escape leads out of the conversation: the first press only leaves the field.
      event.preventDefault();
      field.current?.blur();
      return;
    }
    if (event.code !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    if (!ready) return;
    if (mode === 'note') props.onNote();
    else props.onSend(event.shiftKey);
  };
  return (
    <section
      aria-label="Composer"
      className={join(
        'mx-4 mb-4 flex-none overflow-hidden rounded-[8px] border shadow-[0_1px_2px_var(--shadow-ink)] max-pane:mx-0 max-pane:mb-0 max-pane:rounded-none max-pane:border-x-0 max-pane:border-b-0 max-pane:pb-[env(safe-area-inset-bottom)]',
        'focus-within:border-focus',
        mode === 'note' ? 'paper border-note-line' : 'border-line-strong bg-composer',
      )}
    >
      <div className="flex h-9 items-center gap-1 pr-2 pl-1.5 max-pane:h-12">
        {mayReply && <ModeTab name="Reply" hint="R" on={mode === 'reply'} onPress={() => onMode('reply')} />}
        <ModeTab name="Note" hint="N" on={mode === 'note'} onPress={() => onMode('note')} />
        <span className="flex-1" />
        {mode === 'note' ? (
          <span className="pr-1 text-meta text-ink-2">stays with us</span>
        ) : reply.text !== '' && reply.taken ? (
          <span className="inline-flex items-center gap-1.5 pr-1 text-meta font-medium text-assistant-text">
            <BatonMark size={12} />
            Draft {taken?.position ?? ''}, {reply.edited ? 'edited' : 'taken'}
          </span>
        ) : (
          reply.text === '' && <DraftTabs drafts={drafts} chosen={chosen} onChoose={props.onChoose} />
        )}
      </div>
      {proposal && <Proposal draft={proposal} onTake={props.onTake} onReject={props.onReject} />}
      <textarea
        ref={field}
        aria-label={mode === 'reply' ? 'Reply' : 'Note'}
        placeholder={
          proposal ? 'Or write your own' : mode === 'reply' ? 'Write a reply' : 'Write what only your colleagues see'
        }
        value={kept.text}
        onChange={(event) => kept.type(event.target.value)}
        onKeyDown={keyDown}
        onBlur={kept.leave}
        rows={proposal ? 1 : 2}
        className={join(
          'block max-h-60 w-full resize-none [field-sizing:content] bg-transparent px-4 text-talk outline-none placeholder:text-ink-3 focus-visible:shadow-none',
          proposal ? 'min-h-[38px] py-2' : 'min-h-16 pt-1 pb-2',
        )}
      />
      <WritingNotices kept={kept} />
      {mode === 'reply' && <LeftBehind left={props.left} reply={reply} onUse={reply.put} />}
      {mode === 'reply' && taken?.onSend && (
        <p className="flex items-center gap-2 px-4 pb-1 text-meta text-ink-2">
          <Truck size={14} strokeWidth={1.75} aria-hidden className="flex-none text-assistant-text" />
          <span>
            <b className="text-ink-1">On send:</b> {taken.onSend}
          </span>
        </p>
      )}
      <ComposerFoot mode={mode} ready={ready} onSend={props.onSend} onNote={props.onNote} />
    </section>
  );
}

type FootProps = Pick<Props, 'mode' | 'onSend' | 'onNote'> & { ready: boolean };

/** What sends: named by where it goes, so that a note is never pressed out as a reply. */
function ComposerFoot({ mode, ready, onSend, onNote }: FootProps) {
  return (
    <div className="flex h-11 items-center justify-end gap-0.5 px-2 max-pane:h-14 max-pane:gap-2 max-pane:px-4">
      {mode === 'reply' ? (
        <>
          <Button look="plain" keys={['⌘', '⇧', '⏎']} disabled={!ready} onClick={() => onSend(true)}>
            Send and solve
          </Button>
          <Button look="filled" keys={['⌘', '⏎']} disabled={!ready} onClick={() => onSend(false)} className="ml-1">
            Send
          </Button>
          <SendMenu disabled={!ready} onSend={(sendAt) => onSend(false, sendAt)} />
        </>
      ) : (
        <Button look="filled" keys={['⌘', '⏎']} disabled={!ready} onClick={onNote}>
          Add note
        </Button>
      )}
    </div>
  );
}

function ModeTab({ name, hint, on, onPress }: { name: string; hint: string; on: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPress}
      className={join(
        'inline-flex h-6 items-center gap-1.5 rounded-corner px-2 text-meta font-medium max-pane:h-11 max-pane:px-3',
        on ? 'bg-fill text-ink-1' : 'text-ink-3 hover:text-ink-2',
      )}
    >
      {name}
      {!on && <Keys keys={[hint]} look="rest" />}
    </button>
  );
}
