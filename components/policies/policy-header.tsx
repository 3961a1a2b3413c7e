'use client';

import {
  ChevronRight,
  CircleAlert,
  CircleCheck,
  FlaskConical,
  History,
  MoreHorizontal,
  PencilLine,
  Power,
  RotateCcw,
  Trash2,
  Undo2,
} from 'lucide-react';
import { useState } from 'react';
import { discardDraft } from '@/app/(workspace)/automation/definitions/actions';
import { useDefinitionChange } from '@/components/definitions/queries';
import type { Releasing } from '@/components/definitions/release-dialog';
import { goesBack, TakeBackDialog } from '@/components/definitions/take-back-dialog';
import { Badge } from '@/components/ui/badge';
import { Button, buttonClass } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Tooltip } from '@/components/ui/tooltip';
import type { PolicyView } from '@/lib/governance/policy-view.schema';
import { StateLine } from './state-line';
import type { PolicyDraft } from './use-policy-draft';

type Props = {
  view: PolicyView;
  title: string;
  edits: boolean;
  draft: PolicyDraft;
  /** Something differs from what is in force, if only a case. */
  changed: boolean;
  /** Why it cannot be released, as short as a button; null when it can. */
  obstacle: string | null;
  replaying: boolean;
  onReplay: () => void;
  onRelease: (releasing: Releasing) => void;
};

export function PolicyHeader(props: Props) {
  const { view, title, edits, draft, changed, obstacle, replaying } = props;
  const { trial, live } = view;
  const [asks, setAsks] = useState<'before' | 'off' | 'discard' | null>(null);
  const discard = useDefinitionChange(discardDraft, 'The draft was not discarded', 'The draft is discarded');
  const drafted = view.draft;
  const close = () => setAsks(null);
  return (
    <>
      <header className="flex min-h-(--bar) flex-none flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-6 max-pane:px-4 max-pane:py-1.5">
        <nav aria-label="Where this is" className="flex min-w-0 items-center gap-2">
          <Link href="/automation/policies" className="flex-none text-ink-3 hover:text-ink-1">
            Policies
          </Link>
          <ChevronRight size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
          <h1 className="min-w-0 truncate text-title font-strong tracking-(--tracking-title)">{title}</h1>
        </nav>
        {drafted && (
          <Badge tone="accent" icon={PencilLine}>
            Draft v{drafted.version}
          </Badge>
        )}
        {!drafted && trial && (
          <Badge tone="accent" icon={FlaskConical}>
            Trial v{trial.version}
          </Badge>
        )}
        <span className="min-w-0 truncate text-meta text-ink-3">
          <StateLine live={live && { version: live.version, since: live.releasedAt }} trial={null} />
        </span>
        <Saving draft={draft} />
        <span className="flex-1" />
        <span className="flex items-center gap-1.5">
          <Link
            href={`/automation/policies/${view.key}/history`}
            className={buttonClass('plain', 'desk', 'max-pane:px-2!')}
          >
            <History size={16} strokeWidth={1.75} aria-hidden className="text-ink-3" />
            History
          </Link>
          <Button icon={RotateCcw} busy={replaying} onClick={props.onReplay} className="max-desk:hidden">
            Replay again
          </Button>
          {edits && drafted && (
            <ReleaseButton
              obstacle={changed ? obstacle : 'nothing changed'}
              soft={!changed}
              onRelease={() => props.onRelease({ what: 'draft', share: live ? 10 : 100 })}
            />
          )}
          {edits && (
            <Menu trigger={<IconButton icon={MoreHorizontal} label="More" />}>
              {goesBack(view) && (
                <MenuItem sign={<Undo2 size={16} strokeWidth={1.75} />} onChoose={() => setAsks('before')}>
                  Roll back
                </MenuItem>
              )}
              {drafted && (
                <MenuItem sign={<Trash2 size={16} strokeWidth={1.75} />} onChoose={() => setAsks('discard')}>
                  Discard the draft
                </MenuItem>
              )}
              {(live || trial) && (
                <MenuItem sign={<Power size={16} strokeWidth={1.75} />} onChoose={() => setAsks('off')}>
                  Switch off
                </MenuItem>
              )}
              {!drafted && !live && !trial && <MenuItem onChoose={() => undefined}>Nothing is in force</MenuItem>}
            </Menu>
          )}
        </span>
      </header>
      {(asks === 'before' || asks === 'off') && (
        <TakeBackDialog to={asks} name={{ kind: 'policy', key: view.key }} standing={view} onClose={close} />
      )}
      {asks === 'discard' && drafted && (
        <ConfirmDialog
          title={`Discard draft v${drafted.version}?`}
          verb="Discard"
          busy={discard.isPending}
          onClose={close}
          onConfirm={async () => {
            const id = draft.known()?.id ?? drafted.id;
            await discard.mutateAsync({ id }).catch(() => undefined);
            close();
            if (live || trial) await draft.startOver().catch(() => undefined);
            else window.location.assign('/automation/policies');
          }}
        >
          What was changed since {live ? `v${live.version}` : 'it was begun'} is gone. Customers notice nothing.
        </ConfirmDialog>
      )}
    </>
  );
}

type ReleaseButtonProps = { obstacle: string | null; soft: boolean; onRelease: () => void };

/** Says in itself what stands in the way. */
function ReleaseButton({ obstacle, soft, onRelease }: ReleaseButtonProps) {
  if (obstacle === null)
    return (
      <Button look="filled" onClick={onRelease}>
        Release
      </Button>
    );
  return (
    <Tooltip label={soft ? 'The draft says what is in force already' : 'Mend it first, then it can be released'}>
      <Button look="off" aria-disabled className="cursor-default" onClick={() => undefined}>
        {!soft && <CircleAlert size={16} strokeWidth={1.75} aria-hidden className="text-danger-text" />}
        Release: {obstacle}
      </Button>
    </Tooltip>
  );
}

/** Whether what was written is kept; quiet unless it is being done or was just done. */
function Saving({ draft: { state } }: { draft: PolicyDraft }) {
  return (
    <span role="status" className="flex flex-none items-center gap-1 text-meta text-ink-3 max-pane:hidden">
      {state.kind === 'saving' && 'Saving…'}
      {state.kind === 'saved' && (
        <>
          <CircleCheck size={12} strokeWidth={2} aria-hidden className="text-solved-text" />
          Saved
        </>
      )}
    </span>
  );
}
