'use client';

import { FileText, PanelRightClose } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { join } from '@/components/ui/join';
import { Link } from '@/components/ui/link';
import type { ConversationAction, ConversationView } from '@/lib/conversations/conversation.schema';
import type { NextAction } from '@/lib/conversations/next-action.schema';
import { ActionsSection } from './actions-section';
import { ApprovalSection } from './approval-section';
import { AskSection } from './ask-section';
import { ContextSection } from './context-section';
import { CustomerSection } from './customer-section';
import { HandoffSection } from './handoff-section';
import { NextActionSection } from './next-action-section';
import { SimilarSection } from './similar-section';

type Props = {
  view: ConversationView;
  waiting: ConversationAction | null;
  next: NextAction | null;
  onNext: (next: NextAction) => void;
  folded: boolean;
  drawn: boolean;
  mayAct: boolean;
  mayHandBack: boolean;
  busy: boolean;
  onFold: () => void;
  onAccept: () => void;
  onHandBack: () => void;
  onDecide: (actionId: string, decision: 'approve' | 'refuse', reason?: string) => void;
};

export function ContextPane(props: Props) {
  const { view, waiting, folded, drawn, onFold } = props;
  const { handoff } = view;
  return (
    <aside
      aria-label="Context"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard
      tabIndex={0}
      className={join(
        'focus-inside w-(--context) flex-none flex-col overflow-y-auto border-l border-line bg-canvas wide:border-l-0',
        folded ? 'wide:hidden' : 'wide:flex',
        drawn
          ? 'flex max-wide:absolute max-wide:top-12 max-wide:right-0 max-wide:bottom-0 max-wide:z-20 max-wide:shadow-float max-pane:top-28 max-pane:w-full max-pane:border-l-0'
          : 'max-wide:hidden',
      )}
    >
      {waiting ? (
        <ApprovalSection
          key={waiting.id}
          action={waiting}
          busy={props.busy}
          onDecide={(decision, reason) => props.onDecide(waiting.id, decision, reason)}
        />
      ) : (
        <header className="flex h-(--bar) flex-none items-center border-b border-line pr-3 pl-4 max-pane:hidden">
          <h2 className="flex-1 font-strong">Context</h2>
          <IconButton icon={PanelRightClose} label="Fold context" onClick={onFold} />
        </header>
      )}
      <NextActionSection next={props.next} onAccept={() => props.next && props.onNext(props.next)} />
      {handoff && (
        <HandoffSection
          handoff={handoff}
          mayAct={props.mayAct}
          mayHandBack={props.mayHandBack}
          busy={props.busy}
          onAccept={props.onAccept}
          onHandBack={props.onHandBack}
        />
      )}
      <CustomerSection view={view} />
      <ActionsSection actions={view.actions.filter(({ id }) => id !== waiting?.id)} customer={view.customer.name} />
      <SimilarSection conversationId={view.conversation.id} />
      <AskSection conversationId={view.conversation.id} />
      {handoff && handoff.sources.length > 0 && (
        <ContextSection name="Suggested articles" title="Suggested articles" count={handoff.sources.length}>
          <ul className="flex flex-col gap-1">
            {handoff.sources.map((source) => (
              <li key={source.slug}>
                <Link
                  href={`/knowledge/${source.slug}?id=${source.articleId}`}
                  className="flex min-h-6 items-center gap-2 rounded-corner-small text-ink-2 hover:text-ink-1"
                >
                  <FileText size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
                  <span className="min-w-0 flex-1 truncate">{source.title}</span>
                  <span className="text-meta text-ink-3">v{source.version}</span>
                </Link>
              </li>
            ))}
          </ul>
        </ContextSection>
      )}
    </aside>
  );
}
