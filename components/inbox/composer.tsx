'use client';

import type { RefObject } from 'react';
import { useState } from 'react';
import { useKeys } from '@/components/shell/use-shortcut';
import { BatonMark } from '@/components/ui/baton-mark';
import { join } from '@/components/ui/join';
import { Keys } from '@/components/ui/keys';
import type { ConversationView, DraftView, RejectReason } from '@/lib/conversations/conversation.schema';
import type { Writings } from '@/lib/conversations/writing.schema';
import { AttachedFiles } from './attached-files';
import { ComposerField } from './composer-field';
import { ComposerFoot } from './composer-foot';
import { DraftTabs, Proposal } from './draft-proposal';
import { OnSend } from './on-send';
import { SourceChips } from './source-chips';
import { filesOf, useAttaching } from './use-attaching';
import { useChecks } from './use-checks';
import type { Drafting } from './use-draft-reply';
import type { KeptText } from './use-writing';
import { WritingChecks } from './writing-checks';
import { LeftBehind, WritingNotices } from './writing-notices';

export type Mode = 'reply' | 'note';

export type ComposerProps = {
  view: ConversationView;
  mode: Mode;
  onMode: (mode: Mode) => void;
  mayReply: boolean;
  reply: KeptText;
  note: KeptText;
  drafting: Drafting;
  drafts: DraftView[];
  chosen: DraftView | null;
  onChoose: (draft: DraftView) => void;
  onTake: (draft: DraftView) => void;
  onReject: (draft: DraftView, why: RejectReason) => void;
  onSend: (solve: boolean, sendAt?: string) => void;
  onNote: () => void;
  busy: boolean;
  left: Writings['left'];
  field: RefObject<HTMLTextAreaElement | null>;
};

/** Where one writes: a reply or a note; a proposal lies on violet until it is taken, then it is plain text. */
export function Composer(props: ComposerProps) {
  const { view, mode, reply, note, drafting, drafts, busy } = props;
  const replying = mode === 'reply';
  const kept = replying ? reply : note;
  const proposal = replying && reply.text === '' && !drafting.writing ? props.chosen : null;
  const taken = replying ? drafts.find(({ id }) => id === reply.draftId) : undefined;
  const attaching = useAttaching(view.conversation.id, reply);
  const checks = useChecks(view.conversation.id, replying ? reply.text : '');
  const growing = replying && drafting.writing;
  const [macros, setMacros] = useState(false);
  const ready = isReady(kept, replying) && attaching.coming.length === 0 && !checks.blocks && !busy && !growing;
  const send = (solve: boolean, sendAt?: string) => {
    if (!ready) return;
    if (replying) props.onSend(solve, sendAt);
    else props.onNote();
  };
  return (
    <section
      aria-label="Composer"
      onDragOver={(event) => replying && event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={(event) => {
        const files = filesOf(event.dataTransfer);
        if (!replying || files.length === 0) return;
        event.preventDefault();
        attaching.add(files);
      }}
      className={join(
        'relative mx-4 mb-4 flex-none rounded-[8px] border shadow-[0_1px_2px_var(--shadow-ink)] max-pane:mx-0 max-pane:mb-0 max-pane:rounded-none max-pane:border-x-0 max-pane:border-b-0 max-pane:pb-[env(safe-area-inset-bottom)]',
        'focus-within:border-focus',
        growing
          ? 'border-assistant-line bg-assistant-tint'
          : replying
            ? 'border-line-strong bg-composer'
            : 'paper border-note-line',
      )}
    >
      <ComposerHead {...props} taken={taken} />
      {proposal && <Proposal draft={proposal} onTake={props.onTake} onReject={props.onReject} />}
      <ComposerField
        view={view}
        mode={mode}
        kept={kept}
        drafting={drafting}
        proposal={proposal !== null}
        field={props.field}
        macros={macros}
        onMacros={setMacros}
        onSend={send}
        onFiles={attaching.add}
      />
      {replying && drafting.drafted && <SourceChips sources={drafting.drafted.sources} className="pb-2" />}
      {replying && <AttachedFiles kept={reply} coming={attaching.coming} />}
      <WritingNotices kept={kept} />
      {replying && <LeftBehind left={props.left} reply={reply} onUse={reply.put} />}
      {replying && <OnSend reply={reply} drafted={taken?.onSend ?? null} />}
      {replying && <WritingChecks findings={checks.findings} />}
      <ComposerFoot
        view={view}
        mode={mode}
        kept={kept}
        drafting={drafting}
        ready={ready}
        onSend={send}
        onFiles={attaching.add}
        onMacros={() => setMacros((open) => !open)}
      />
    </section>
  );
}

const isReady = (kept: KeptText, replying: boolean): boolean =>
  (kept.text.trim() !== '' || (replying && kept.attachments.length > 0)) && kept.newer === null;

type HeadProps = ComposerProps & { taken: DraftView | undefined };

function ComposerHead({ mode, onMode, mayReply, reply, drafting, drafts, chosen, onChoose, taken }: HeadProps) {
  return (
    <div className="flex h-9 items-center gap-1 pr-2 pl-1.5 max-pane:h-12">
      {mayReply && <ModeTab name="Reply" hint="R" on={mode === 'reply'} onPress={() => onMode('reply')} />}
      <ModeTab name="Note" hint="N" on={mode === 'note'} onPress={() => onMode('note')} />
      <span className="flex-1" />
      {mode === 'note' ? (
        <span className="pr-1 text-meta text-ink-2">stays with us</span>
      ) : drafting.writing || reply.text !== '' ? (
        <Provenance reply={reply} drafting={drafting} taken={taken} />
      ) : (
        <DraftTabs drafts={drafts} chosen={chosen} onChoose={onChoose} />
      )}
    </div>
  );
}

/** Where the words in the field come from, where they are not one's own. */
function Provenance({ reply, drafting, taken }: Pick<HeadProps, 'reply' | 'drafting' | 'taken'>) {
  const { writing, drafted, whole, takeBack } = drafting;
  const undoKeys = useKeys('desk.undo');
  const says = writing
    ? 'Writing a draft'
    : drafted
      ? `Drafted${whole ? (drafted.stopped ? ', stopped' : '') : ', edited'}`
      : reply.taken
        ? `Draft ${taken?.position ?? ''}, ${reply.edited ? 'edited' : 'taken'}`
        : null;
  return (
    <>
      <span
        role="status"
        className="inline-flex items-center gap-1.5 pr-1 text-meta font-medium text-assistant-text empty:hidden"
      >
        {says && <BatonMark size={12} className={writing ? 'motion-safe:animate-pulse' : ''} />}
        {says}
      </span>
      {whole && (
        <button
          type="button"
          onClick={takeBack}
          className="inline-flex h-6 items-center gap-1 rounded-corner px-1.5 text-meta font-medium text-ink-2 hover:bg-hover max-pane:h-11 max-pane:px-3"
        >
          Undo
          <Keys keys={undoKeys} look="rest" />
        </button>
      )}
    </>
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
