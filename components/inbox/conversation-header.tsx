'use client';

import { ArrowLeft, Check, Ellipsis, Hand, PanelRight, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useKeys } from '@/components/shell/use-shortcut';
import { Badge, TierBadge } from '@/components/ui/badge';
import { BatonMark } from '@/components/ui/baton-mark';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { AssignMenu } from './assign-menu';
import { HeaderPresence } from './presence-signs';
import { RowClock } from './row-clock';
import { TriageButtons } from './triage/triage-buttons';
import { TriageItems } from './triage/triage-items';
import type { Triage } from './triage/use-triage';

type Props = {
  view: ConversationView;
  triage: Triage;
  folded: boolean;
  onBack: () => void;
  onContext: () => void;
  onTake: () => void;
  onAssign: (to: { personId?: string; teamId?: string }) => void;
  onHandBack: () => void;
  onSolve: () => void;
  onReopen: () => void;
  onMerge: () => void;
};

export function ConversationHeader(props: Props) {
  const { view, folded, onBack, onContext } = props;
  const { conversation, customer } = view;
  const [labelling, setLabelling] = useState(false);
  const keys = {
    take: useKeys('conversation.take'),
    handBack: useKeys('conversation.handBack'),
    solve: useKeys('conversation.solve'),
  };
  const closed = conversation.state === 'closed';
  const assistant = !closed && conversation.holder === 'assistant';
  return (
    <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-4 max-pane:h-14 max-pane:gap-1 max-pane:px-2">
      <IconButton icon={ArrowLeft} label="Back to the list" onClick={onBack} className="pane:hidden" />
      <h2 className="truncate font-strong">{customer.name}</h2>
      <TierBadge tier={customer.tier} />
      <span className="flex-1" />
      <HeaderPresence conversationId={conversation.id} />
      <span className="pane:hidden">
        <RowClock row={conversation} />
      </span>
      {closed && (
        <Badge tone="solved" icon={Check}>
          Solved
        </Badge>
      )}
      {assistant && (
        <Badge tone="assistant" sign={<BatonMark size={12} />}>
          <span className="max-pane:sr-only">Held by the assistant</span>
        </Badge>
      )}
      <TriageButtons view={view} triage={props.triage} labelling={labelling} onLabelling={setLabelling} />
      {!closed && !assistant && (
        <span className="contents max-pane:hidden">
          <AssignMenu view={view} onTake={props.onTake} onAssign={props.onAssign} onHandBack={props.onHandBack} />
        </span>
      )}
      <IconButton
        icon={PanelRight}
        label={folded ? 'Show context' : 'Fold or show context'}
        onClick={onContext}
        className={folded ? 'max-pane:hidden' : 'wide:hidden max-pane:hidden'}
      />
      {!closed && !assistant && (
        <Button icon={Check} keys={keys.solve} onClick={props.onSolve} className="max-pane:hidden">
          Solve
        </Button>
      )}
      <span className="contents">
        <Menu
          trigger={
            <button
              type="button"
              aria-label="More"
              className="grid size-7 flex-none place-items-center rounded-corner text-ink-3 hover:bg-hover max-pane:size-11"
            >
              <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
            </button>
          }
        >
          {closed ? (
            <MenuItem sign={<RotateCcw size={16} strokeWidth={1.75} aria-hidden />} onChoose={props.onReopen}>
              Reopen
            </MenuItem>
          ) : (
            <>
              {view.may.take && (
                <MenuItem
                  sign={<Hand size={16} strokeWidth={1.75} aria-hidden />}
                  keys={keys.take}
                  onChoose={props.onTake}
                >
                  Take it
                </MenuItem>
              )}
              {!assistant && (
                <MenuItem sign={<BatonMark size={16} />} keys={keys.handBack} onChoose={props.onHandBack}>
                  Hand back to the assistant
                </MenuItem>
              )}
              <MenuItem
                sign={<Check size={16} strokeWidth={1.75} aria-hidden />}
                keys={keys.solve}
                onChoose={props.onSolve}
              >
                Solve
              </MenuItem>
            </>
          )}
          <TriageItems view={view} triage={props.triage} onMerge={props.onMerge} onLabel={() => setLabelling(true)} />
          <MenuItem sign={<PanelRight size={16} strokeWidth={1.75} aria-hidden />} onChoose={onContext}>
            Context
          </MenuItem>
        </Menu>
      </span>
    </header>
  );
}
