'use client';

import type { LucideIcon } from 'lucide-react';
import { CircleCheck, CircleSlash, Merge, Package, Star, StickyNote, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { removeNote } from '@/app/(workspace)/customers/actions';
import { ChannelSign } from '@/components/inbox/channel-sign';
import { deskHref } from '@/components/inbox/desk';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { Link } from '@/components/ui/link';
import { useNow } from '@/components/ui/use-now';
import { formatMoney } from '@/lib/format/format-money';
import { formatMoment } from '@/lib/format/format-time';
import { channelName } from '@/lib/format/name-channel';
import { purposeName, sourceName } from './customer-words';
import type { ShownEntry } from './join-records';
import { useCustomerChange } from './queries';

type Props = { entry: ShownEntry; mayEdit: boolean; mayAll: boolean };

export function TimelineLine({ entry, mayEdit, mayAll }: Props) {
  switch (entry.kind) {
    case 'conversation':
      return <ConversationLine entry={entry} />;
    case 'order':
      return (
        <Line
          icon={Package}
          at={entry.at}
          title={`Order ${entry.order.number}`}
          says={`${entry.order.summary}, ${formatMoney(entry.order.totalCents)}`}
        >
          <Badge>{entry.order.status}</Badge>
        </Line>
      );
    case 'note':
      return <NoteLine entry={entry} mayDelete={mayEdit && (entry.own || mayAll)} />;
    case 'consent':
      return (
        <Line
          icon={entry.granted ? CircleCheck : CircleSlash}
          at={entry.at}
          title={`${entry.granted ? 'Agreed to' : 'Refused'} ${purposeName(entry.purpose).toLowerCase()}`}
          says={`said ${sourceName(entry.source)}${entry.by ? `, kept by ${entry.by}` : ''}`}
        />
      );
    case 'merge':
      return (
        <Line
          icon={Merge}
          at={entry.at}
          title={`${entry.name || 'Another customer'} was merged into this one`}
          says={`by ${entry.by}${entry.undone ? ', taken back since' : ''}`}
        />
      );
  }
}

function ConversationLine({ entry }: { entry: Extract<ShownEntry, { kind: 'conversation' }> }) {
  const open = entry.state === 'open';
  const who =
    entry.holder === 'agent'
      ? `with ${entry.agent ?? 'a person'}`
      : entry.holder === 'queue'
        ? 'waits for a person'
        : 'with the assistant';
  return (
    <li className="relative flex gap-3 border-b border-line py-2.5 hover:bg-hover">
      <ChannelSign channel={entry.channel} className="mt-0.5 flex-none text-ink-3" />
      <div className="min-w-0 flex-1">
        <Link
          href={deskHref({ view: 'all', team: null, conversationId: entry.id })}
          className="block truncate font-medium text-ink-1 after:absolute after:inset-0 focus-visible:shadow-none focus-visible:after:shadow-[inset_0_0_0_2px_var(--focus)]"
        >
          {entry.gist || 'No words yet'}
        </Link>
        <p className="truncate text-meta text-ink-3">
          {[`#${entry.number}`, channelName(entry.channel), entry.intent, open ? who : null]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="flex flex-none flex-col items-end gap-0.5">
        <Moment at={entry.at} />
        <span className="flex items-center gap-1.5">
          {entry.rating !== null && (
            <span className="inline-flex items-center gap-1 text-meta text-ink-2">
              <Star size={12} strokeWidth={2} aria-hidden />
              {entry.rating} of 5
            </span>
          )}
          {open ? (
            <Badge tone="accent">Open</Badge>
          ) : (
            <Badge tone="solved">{entry.resolution === 'abandoned' ? 'Ended' : 'Solved'}</Badge>
          )}
        </span>
      </div>
    </li>
  );
}

function NoteLine({ entry, mayDelete }: { entry: Extract<ShownEntry, { kind: 'note' }>; mayDelete: boolean }) {
  const removing = useCustomerChange(removeNote, 'The note is still there', 'The note is gone');
  return (
    <li className="border-b border-line py-2.5">
      <div className="flex gap-3 rounded-corner bg-note px-3 py-2">
        <StickyNote size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 flex-none text-ink-3" />
        <div className="min-w-0 flex-1">
          <p className="text-talk break-words whitespace-pre-wrap">
            {entry.text ?? <span className="text-ink-2">Hidden: you may not see personal data.</span>}
          </p>
          <p className="mt-0.5 text-meta text-ink-2">
            Note by {entry.by}, <Moment at={entry.at} />
          </p>
        </div>
        {mayDelete && (
          <IconButton
            icon={Trash2}
            label="Delete the note"
            disabled={removing.isPending}
            onClick={() => removing.mutate({ noteId: entry.id })}
          />
        )}
      </div>
    </li>
  );
}

type LineProps = { icon: LucideIcon; at: string; title: string; says: string; children?: ReactNode };

function Line({ icon: Icon, at, title, says, children }: LineProps) {
  return (
    <li className="flex gap-3 border-b border-line py-2.5">
      <Icon size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 flex-none text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="truncate">{title}</p>
        <p className="truncate text-meta text-ink-3">{says}</p>
      </div>
      <div className="flex flex-none flex-col items-end gap-0.5">
        <Moment at={at} />
        {children}
      </div>
    </li>
  );
}

function Moment({ at }: { at: string }) {
  const now = useNow(60_000);
  return <span className="text-meta text-ink-3 tabular-nums">{now > 0 && formatMoment(at, now)}</span>;
}
