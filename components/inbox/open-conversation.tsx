'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { markRead } from '@/app/(workspace)/inbox/actions';
import { useMe } from '@/components/shell/me';
import { useCommands } from '@/components/shell/use-shortcut';
import { useNow } from '@/components/ui/use-now';
import type { ConversationView, DraftView } from '@/lib/conversations/conversation.schema';
import type { NextAction } from '@/lib/conversations/next-action.schema';
import type { Mode } from './composer';
import { ContextPane } from './context-pane';
import { ConversationHeader } from './conversation-header';
import { HandoffStrip } from './handoff-strip';
import { MessageLog } from './message-log';
import { WritingLine } from './presence-signs';
import { inboxKeys } from './queries';
import { ConversationMarks } from './triage/conversation-marks';
import { SplitFrom } from './triage/message-menu';
import { useTriage } from './triage/use-triage';
import { useCollision } from './use-collision';
import { useDraftReply } from './use-draft-reply';
import { Refused, useIntentions } from './use-intentions';
import { useModelSet } from './use-model-set';
import { useNextAction } from './use-next-action';
import { usePresenceBeat } from './use-presence-beat';
import { Collided, useSending } from './use-sending';
import { useWriting } from './use-writing';
import { WritingPlace } from './writing-place';

// Rare, so it is not on the way of who opens the inbox.
const CollisionWarning = dynamic(() => import('./collision-warning').then((file) => file.CollisionWarning), {
  ssr: false,
});
const MergeDialog = dynamic(() => import('./triage/merge-dialog').then((file) => file.MergeDialog), { ssr: false });

type Props = { view: ConversationView; onBack: () => void };

/** `--breakpoint-wide`: from here the context has a column of its own. */
const wide = () => window.matchMedia('(min-width: 1360px)').matches;

/** One conversation, open: what is said, what one writes, and what one must know. Mounted under its id. */
export function OpenConversation({ view, onBack }: Props) {
  const me = useMe();
  const id = view.conversation.id;
  const act = useIntentions(id);
  const triage = useTriage(id);
  const [merging, setMerging] = useState(false);
  const sending = useSending(id);
  const reply = useWriting(id, 'reply', view.writing.reply);
  const note = useWriting(id, 'note', view.writing.note);
  const drafting = useDraftReply(id, reply);
  const modelSet = useModelSet();
  const collision = useCollision(view, me.id, { text: reply.text, at: view.writing.reply?.at ?? null });
  const [mode, setMode] = useState<Mode>('reply');
  const [draftId, setDraftId] = useState<string | null>(null);
  const [lost, setLost] = useState(false);
  // On wide screens the context stands unless folded; on narrower ones it is drawn over when asked for.
  const [folded, setFolded] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const now = useNow(60_000);
  useReadMark(view);
  usePresenceBeat(id);

  const { conversation, handoff, may } = view;
  const open = conversation.state === 'open';
  const drafts = view.drafts.filter(({ state }) => state === 'proposed');
  const chosen = drafts.find((draft) => draft.id === draftId) ?? drafts[0] ?? null;
  const waiting = view.actions.find(({ status }) => status === 'waiting_approval') ?? null;
  const mayAct = open && (may.reply || may.take);
  const mayHandBack = open && conversation.holder !== 'assistant' && may.assign;

  const focus = (next: Mode) => {
    setMode(next);
    // The field appears with the mode: it can take the focus only once it is there.
    requestAnimationFrame(() => field.current?.focus());
  };
  const writeFrom = (draft: DraftView) => {
    const before = reply.text;
    reply.take(draft);
    focus('reply');
    // What stood there before is not lost: it waits as a note unless one is being written.
    if (before.trim() !== '' && before !== draft.text) note.put(note.text || before);
  };
  const takeDraft = (draft: DraftView) => {
    writeFrom(draft);
    act.takeDraft.mutate(draft.id);
  };
  const accept = () => {
    if (!handoff) return;
    const draft = view.drafts.find(({ position }) => position === handoff.nextStep?.draft);
    act.accept.mutate(handoff.id, { onSuccess: () => draft && writeFrom(draft) });
  };
  const send = (solve: boolean, sendAt: string | null = null) =>
    collision.check((anyway) => sendNow(solve, sendAt, anyway));
  const sendNow = (solve: boolean, sendAt: string | null, anyway: boolean) => {
    const text = reply.text.trim();
    const { draftId: from, actions, attachments } = reply;
    if (text === '' && attachments.length === 0) return;
    sending.mutate(
      { text, draftId: from, solve, actions, attachments, sendAt, since: collision.since, anyway },
      {
        onSuccess: () => {
          reply.clear();
          setDraftId(null);
        },
        onError: (error) => {
          if (error instanceof Collided) collision.ask(error.collision, () => sendNow(solve, sendAt, true));
          setLost(error instanceof Refused && error.code === 'conflict');
        },
      },
    );
  };
  const addNote = (text: string, from: 'reply' | 'note') =>
    act.note.mutate(text, {
      onSuccess: () => {
        (from === 'reply' ? reply : note).clear();
        setLost(false);
        setMode('reply');
      },
    });
  const toggleContext = () => (wide() ? setFolded((was) => !was) : setDrawn((was) => !was));
  const pressDraft = (position: number) => {
    const draft = drafts.find((each) => each.position === position);
    if (position === 1 && handoff?.nextStep && !handoff.accepted && mayAct) accept();
    else if (draft && may.reply) takeDraft(draft);
    else if (position === 1 && next) acceptNext(next);
  };
  const next = useNextAction(view, reply.text !== '');
  const acceptNext = (step: NextAction) => {
    if (step.kind === 'solve') act.solve.mutate();
    else if (step.kind === 'decide') {
      // Money is decided where its facts stand, never by the key that led there.
      if (!wide()) setDrawn(true);
      setFolded(false);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-label="Approval"] button')?.focus());
    } else if (step.kind === 'draft') {
      const draft = drafts.find((each) => each.id === step.draftId);
      if (draft) takeDraft(draft);
    } else {
      reply.put(step.text);
      focus('reply');
    }
  };

  useCommands([
    ['conversation.reply', may.reply && (() => focus('reply'))],
    ['conversation.note', () => (lost ? addNote(reply.text, 'reply') : focus('note'))],
    [
      'conversation.draft',
      open &&
        may.reply &&
        modelSet &&
        (() => {
          focus('reply');
          drafting.start();
        }),
    ],
    ['conversation.solve', open && (() => act.solve.mutate())],
    ['conversation.take', open && may.take && (() => act.take.mutate())],
    ['conversation.handBack', mayHandBack && (() => act.handBack.mutate())],
    ['draft.first', () => pressDraft(1)],
    ['draft.second', () => pressDraft(2)],
    ['draft.third', () => pressDraft(3)],
    [
      'desk.back',
      () =>
        drafting.writing
          ? drafting.stop()
          : drawn
            ? setDrawn(false)
            : mode === 'note' && !note.text
              ? setMode('reply')
              : onBack(),
    ],
  ]);

  return (
    <>
      <section
        aria-label={`Conversation with ${view.customer.name}`}
        className="relative flex min-h-0 min-w-0 flex-1 flex-col border-line bg-surface wide:border-r"
      >
        <ConversationHeader
          view={view}
          folded={folded}
          onBack={onBack}
          onContext={toggleContext}
          onTake={() => act.take.mutate()}
          onAssign={(to) => act.assign.mutate(to)}
          onHandBack={() => act.handBack.mutate()}
          onSolve={() => act.solve.mutate()}
          onReopen={() => act.reopen.mutate()}
          triage={triage}
          onMerge={() => setMerging(true)}
        />
        <ConversationMarks view={view} triage={triage} now={now} />
        <div className={folded ? '' : 'wide:hidden'}>
          <HandoffStrip
            handoff={handoff}
            waiting={waiting}
            mayAct={mayAct}
            busy={act.accept.isPending}
            drawn={drawn}
            onAccept={accept}
            onContext={toggleContext}
          />
        </div>
        <SplitFrom value={conversation.mergedInto || conversation.holder === 'assistant' ? null : triage.split.mutate}>
          <MessageLog view={view} meId={me.id} />
        </SplitFrom>
        <WritingLine conversationId={id} />
        <WritingPlace
          view={view}
          act={act}
          sending={sending.isPending}
          lost={lost}
          onFound={() => setLost(false)}
          mode={mode}
          onMode={focus}
          reply={reply}
          note={note}
          drafting={drafting}
          chosen={chosen}
          onChoose={(draft) => setDraftId(draft.id)}
          onTakeDraft={takeDraft}
          onSend={send}
          onNote={addNote}
          field={field}
        />
        {collision.asked && (
          <CollisionWarning
            collision={collision.asked.collision}
            onClose={collision.close}
            onAnyway={() => {
              collision.close();
              collision.asked?.anyway();
            }}
          />
        )}
      </section>
      {merging && (
        <MergeDialog
          view={view}
          now={now}
          busy={triage.merge.isPending}
          onClose={() => setMerging(false)}
          onMerge={(target) => triage.merge.mutate(target, { onSettled: () => setMerging(false) })}
        />
      )}
      <ContextPane
        view={view}
        waiting={waiting}
        next={next}
        onNext={acceptNext}
        folded={folded}
        drawn={drawn}
        mayAct={mayAct}
        mayHandBack={mayHandBack}
        busy={act.accept.isPending || act.decide.isPending}
        onFold={toggleContext}
        onAccept={accept}
        onHandBack={() => act.handBack.mutate()}
        onDecide={(actionId, decision, reason) =>
          act.decide.mutate({ actionId, decision, ...(reason ? { reason } : {}) })
        }
      />
    </>
  );
}

/** Whoever has it open and in sight has read it: told once for each newest message. */
function useReadMark(view: ConversationView): void {
  const client = useQueryClient();
  const { id, unread } = view.conversation;
  const newest = view.messages.at(-1)?.id;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!unread || !newest || told.current === newest || document.hidden) return;
    told.current = newest;
    // Failing to mark as read costs nothing: the row stays bold and the next visit tells it again.
    void markRead({ conversationId: id })
      .then(() => client.invalidateQueries({ queryKey: inboxKeys.lists }))
      .catch(() => undefined);
  }, [client, id, unread, newest]);
}
