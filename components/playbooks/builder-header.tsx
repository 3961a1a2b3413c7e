'use client';

import { ChevronRight, Eye, FlaskConical, GitCompareArrows, History, MoreHorizontal, PencilLine } from 'lucide-react';
import { type Change, ChangeList } from '@/components/definitions/change-list';
import type { SaveState } from '@/components/definitions/not-saved';
import { Badge } from '@/components/ui/badge';
import { Button, buttonClass } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { useNow } from '@/components/ui/use-now';
import { formatDay } from '@/lib/format/format-time';
import type { PlaybookView } from '@/lib/governance/playbook-view.schema';

type Props = {
  view: PlaybookView;
  name: string;
  state: SaveState;
  edits: boolean;
  changes: Change[];
  /** Why it cannot be released; null when it can, or when there is nothing to release. */
  blocked: string | null;
  changed: boolean;
  busy: boolean;
  onGo: (node: string | null) => void;
  onRelease: () => void;
  onDiscard: () => void;
  onRollBack: (() => void) | null;
  onSwitchOff: (() => void) | null;
};

const savedWords: Record<SaveState['kind'], string> = {
  rest: '',
  saving: 'Saving…',
  saved: 'Saved',
  unready: 'Not saved yet',
  failed: 'Not saved',
  conflict: 'Not saved',
};

/** What it is, which version one sees, and the way to the customers. */
export function BuilderHeader(props: Props) {
  const { view, name, state, edits, changes, blocked, changed, busy } = props;
  const { draft, live } = view;
  return (
    <header className="flex min-h-(--bar) flex-none items-center gap-2 border-b border-line px-6 max-pane:flex-wrap max-pane:px-4 max-pane:py-1.5">
      <nav aria-label="Where this is" className="flex flex-none items-center gap-2 max-wide:hidden">
        <Link href="/automation/playbooks" className="text-ink-2 hover:text-ink-1">
          Playbooks
        </Link>
        <ChevronRight size={14} strokeWidth={2} aria-hidden className="text-ink-3" />
      </nav>
      <h1 className="min-w-0 truncate text-title font-strong tracking-(--tracking-title)">
        {name || 'Without a name'}
      </h1>
      <Standing view={view} state={state} />
      <span className="flex-1" />
      {!edits && (
        <Badge icon={Eye} tone="quiet">
          You may read
        </Badge>
      )}
      {changes.length > 0 && live && (
        <Popover
          side="bottom"
          title={`Changes since v${live.version}`}
          trigger={
            <Button look="plain" icon={GitCompareArrows}>
              <span className="max-desk:hidden">Changes, </span>
              {changes.length}
            </Button>
          }
        >
          <div className="mt-2 max-h-80 overflow-y-auto">
            <ChangeList changes={changes} onGo={props.onGo} />
          </div>
        </Popover>
      )}
      <Link
        href={`/automation/playbooks/${view.key}/history`}
        className={buttonClass('plain', 'desk', 'max-pane:px-2!')}
      >
        <History size={16} strokeWidth={1.75} aria-hidden className="text-ink-3" />
        <span className="max-desk:sr-only">History</span>
      </Link>
      {edits && (
        <Menu trigger={<IconButton icon={MoreHorizontal} label="More" />}>
          {props.onRollBack && <MenuItem onChoose={props.onRollBack}>Roll back</MenuItem>}
          {draft && <MenuItem onChoose={props.onDiscard}>Discard the draft</MenuItem>}
          {props.onSwitchOff && <MenuItem onChoose={props.onSwitchOff}>Switch off</MenuItem>}
        </Menu>
      )}
      {edits && (
        <Button
          size="form"
          look="filled"
          icon={FlaskConical}
          busy={busy}
          disabled={blocked !== null || !changed}
          title={blocked ?? (changed ? undefined : 'Nothing was changed since it was released.')}
          onClick={props.onRelease}
        >
          {blocked ? `Release: ${blocked}` : 'Test, then release'}
        </Button>
      )}
    </header>
  );
}

function Standing({ view, state }: { view: PlaybookView; state: SaveState }) {
  const now = useNow(60_000);
  const { draft, trial, live, ran } = view;
  const since = live?.releasedAt && now > 0 ? ` since ${formatDay(live.releasedAt, now)}` : '';
  const saved = savedWords[state.kind];
  const calm = state.kind === 'saved' || state.kind === 'saving';
  return (
    <>
      {draft ? (
        <Badge tone="accent" icon={PencilLine}>
          Draft v{draft.version}
        </Badge>
      ) : trial ? (
        <Badge tone="accent" icon={FlaskConical}>
          Trial v{trial.version}
        </Badge>
      ) : (
        <Badge tone={live ? 'solved' : 'quiet'}>{live ? `v${live.version}` : 'Off'}</Badge>
      )}
      <p className="min-w-0 truncate text-meta text-ink-2 max-pane:hidden">
        {!live
          ? 'Never live yet'
          : ran > 0
            ? `v${live.version} ran ${ran.toLocaleString('en')} ${ran === 1 ? 'time' : 'times'} this month`
            : `v${live.version} live${since}`}
        {saved && <span className={calm ? 'text-ink-3' : 'text-danger-text'}> · {saved}</span>}
      </p>
    </>
  );
}
