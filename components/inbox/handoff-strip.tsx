'use client';

import { Check, ChevronDown, ChevronUp, ShieldAlert } from 'lucide-react';
import { useKeys } from '@/components/shell/use-shortcut';
import { AssistantAvatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import type { ActionView, HandoffView } from '@/lib/conversations/conversation.schema';
import { nameTool } from '@/lib/format/name-tool';

type Props = {
  handoff: HandoffView | null;
  waiting: ActionView | null;
  mayAct: boolean;
  busy: boolean;
  drawn: boolean;
  onAccept: () => void;
  onContext: () => void;
};

/** Where the context is folded, what matters of it stays in sight: with its one key. */
export function HandoffStrip({ handoff, waiting, mayAct, busy, drawn, onAccept, onContext }: Props) {
  const keys = useKeys('draft.first');
  if (!handoff && !waiting) return null;
  const Chevron = drawn ? ChevronUp : ChevronDown;
  const next = handoff?.nextStep;
  return (
    <div
      className={`flex h-12 flex-none items-center gap-2 border-b border-line px-4 pl-6 max-pane:h-14 max-pane:px-4 ${waiting ? 'bg-attention-tint' : 'bg-assistant-tint'}`}
    >
      {waiting ? (
        <ShieldAlert size={16} strokeWidth={1.75} aria-hidden className="flex-none text-attention-text" />
      ) : (
        <AssistantAvatar className="flex-none" />
      )}
      <p className="min-w-0 flex-1 truncate max-pane:[&>span]:block max-pane:[&>span]:truncate">
        {waiting ? (
          <>
            <span className="font-strong">{nameTool(waiting.tool)} waits.</span>{' '}
            <span className="text-ink-2">{waiting.says}</span>
          </>
        ) : (
          handoff && (
            <>
              <span className="font-strong">{headline(handoff.wants)}</span>{' '}
              <span className="text-ink-2">{next ? `Next: ${next.text}` : handoff.stopped}</span>
            </>
          )
        )}
      </p>
      {!waiting && next && !handoff.accepted && mayAct && (
        <Button look="soft" icon={Check} keys={keys} busy={busy} onClick={onAccept} className="max-pane:hidden">
          Accept
        </Button>
      )}
      <button
        type="button"
        aria-expanded={drawn}
        aria-label={drawn ? 'Fold context' : 'Unfold context'}
        onClick={onContext}
        className="grid size-7 flex-none place-items-center rounded-corner text-ink-2 hover:bg-hover max-pane:size-11"
      >
        <Chevron size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  );
}

/** The wish without its circumstances, which follow the first comma. */
function headline(wants: string): string {
  return `${(wants.split(',')[0] ?? wants).replace(/\.$/, '')}.`;
}
