'use client';

import { CircleCheck, Frown, Languages, ShieldAlert, SignalHigh, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { TierBadge } from '@/components/ui/badge';
import { BatonMark } from '@/components/ui/baton-mark';
import { LabelDot } from '@/components/ui/chip';
import { join } from '@/components/ui/join';
import { useNow } from '@/components/ui/use-now';
import type { ConversationRow as Row } from '@/lib/conversations/conversation.schema';
import type { Present } from '@/lib/conversations/presence.schema';
import { sayClock } from '@/lib/format/describe-clock';
import { formatLanguage } from '@/lib/format/format-language';
import { ChannelSign } from './channel-sign';
import type { Desk } from './desk';
import { deskHref } from './desk';
import { RowPresence, useColleagues } from './presence-signs';
import { RowClock } from './row-clock';
import { sayPresent } from './say-present';
import { moveOnPress } from './use-desk';

/** From here down the mood is named: the classifier's scale is −1 to 1, and mild annoyance is most of support. */
const upsetBelow = -0.5;

/** More would push out what says why it waits. */
const labelsShown = 2;

type Props = {
  row: Row;
  /** The list it stands in, with nothing open. */
  list: Desk;
  open: boolean;
  meId: string;
  onPoint: (id: string) => void;
  chosen?: boolean;
  onShift?: (id: string) => void;
};

/** Drawn again only when it changes: a key pressed in the list would else draw all that is in sight. */
export const ConversationRow = memo(function ConversationRow({
  row,
  list,
  open,
  meId,
  onPoint,
  chosen,
  onShift,
}: Props) {
  const now = useNow();
  const to = { ...list, conversationId: row.id };
  const foreign = row.language && row.language !== 'en' ? row.language : null;
  const present = useColleagues(row.id);
  const said = [
    row.customer.name,
    row.gist,
    row.priority < 3 ? (row.priority === 1 ? 'urgent' : 'high priority') : null,
    row.labels.map(({ name }) => name).join(', '),
    row.approval ? 'waits for approval' : null,
    now ? sayClock(row, now) : null,
    sayPresent(present),
  ];
  return (
    <a
      href={deskHref(to)}
      onClick={(event) => {
        if (event.shiftKey && onShift) {
          // A press with Shift would open a window of its own.
          event.preventDefault();
          onShift(row.id);
        }
        moveOnPress(to)(event);
      }}
      onPointerEnter={() => onPoint(row.id)}
      aria-current={open ? 'true' : undefined}
      data-conversation={row.id}
      className={join(
        'focus-inside relative grid h-(--row) grid-cols-[16px_1fr] gap-x-2.5 border-b border-line py-2 pr-4 pl-3 max-pane:h-20 max-pane:px-4 max-pane:py-3',
        open || chosen ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      {/* For those who listen, the row is one sentence; what is drawn of it would be read as a list of fragments. */}
      <span className="sr-only">{said.filter(Boolean).join(', ')}</span>
      {open && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
      {row.state === 'closed' ? (
        <CircleCheck size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 text-solved-text" />
      ) : (
        <ChannelSign channel={row.channel} className="mt-0.5 text-ink-3" />
      )}
      <span aria-hidden className="block min-w-0">
        <span className="flex h-5 min-w-0 items-center gap-1.5">
          <span className="truncate font-strong">{row.customer.name}</span>
          <TierBadge tier={row.customer.tier} />
          <span className="flex-1" />
          <RowClock row={row} />
        </span>
        <span className={join('block truncate', row.unread || open ? 'text-ink-1' : 'text-ink-2')}>{row.gist}</span>
        <span className="flex h-4 min-w-0 items-center gap-2 text-meta text-ink-3">
          <RowMarks row={row} />
          {row.intent && <span className="truncate">{row.intent}</span>}
          <RowLabels labels={row.labels} />
          {row.approval && (
            <span className="inline-flex min-w-0 items-center gap-1 text-attention-text">
              <ShieldAlert size={12} strokeWidth={2} aria-hidden className="flex-none" />
              <span className="truncate">{row.approval}</span>
            </span>
          )}
          {foreign && (
            <span className="inline-flex flex-none items-center gap-1">
              <Languages size={12} strokeWidth={2} aria-hidden />
              {formatLanguage(foreign)}
            </span>
          )}
          {row.sentiment !== null && row.sentiment < upsetBelow && (
            <span className="inline-flex flex-none items-center gap-1 text-danger-text">
              <Frown size={12} strokeWidth={2} aria-hidden />
              upset
            </span>
          )}
          <span className="flex-1" />
          <RowPeople row={row} present={present} meId={meId} />
        </span>
      </span>
    </a>
  );
});

/** Who has it, and who is there now: a colleague who is both stands here once. */
function RowPeople({ row, present, meId }: { row: Row; present: readonly Present[]; meId: string }) {
  const open = row.state === 'open';
  const holder = open && row.agent && row.agent.id !== meId ? row.agent : null;
  return (
    <>
      {row.holder === 'assistant' && open && <BatonMark size={12} />}
      <RowPresence people={present} />
      {holder && !present.some(({ id }) => id === holder.id) && (
        <Avatar name={holder.name} hue={holder.hue} size={20} letters={1} className="-my-0.5" />
      )}
    </>
  );
}
function RowMarks({ row }: { row: Row }) {
  if (row.state !== 'open' || row.priority > 2) return null;
  const urgent = row.priority === 1;
  const Sign = urgent ? TriangleAlert : SignalHigh;
  return (
    <span className={join('inline-flex flex-none items-center gap-1', urgent && 'text-danger-text')}>
      <Sign size={12} strokeWidth={2} aria-hidden />
      {urgent ? 'urgent' : 'high'}
    </span>
  );
}

function RowLabels({ labels }: { labels: Row['labels'] }) {
  return labels.slice(0, labelsShown).map(({ id, name, hue }) => (
    <span key={id} className="inline-flex min-w-0 items-center gap-1">
      <LabelDot hue={hue} />
      <span className="truncate">{name}</span>
    </span>
  ));
}
