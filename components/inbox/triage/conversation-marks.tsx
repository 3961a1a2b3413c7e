'use client';

import { AlarmClock, Merge } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Chip } from '@/components/ui/chip';
import type { ConversationView } from '@/lib/conversations/conversation.schema';
import { type Priority, priorityNames } from '@/lib/conversations/triage.schema';
import { formatHour } from '@/lib/format/choose-hour';
import { deskHref } from '../desk';
import { moveOnPress, useDesk } from '../use-desk';
import { prioritySigns } from './triage-items';
import type { Triage } from './use-triage';

/** Under the header, when there is anything to say of it: asleep, part of another, more urgent than most, labelled. */
export function ConversationMarks({ view, triage, now }: { view: ConversationView; triage: Triage; now: number }) {
  const { conversation } = view;
  const { labels, snoozedAt, snoozedUntil, mergedInto } = conversation;
  const priority = conversation.priority as Priority;
  if (labels.length === 0 && !snoozedAt && !mergedInto && priority === 3) return null;
  return (
    <div className="flex min-h-9 flex-none flex-wrap items-center gap-1.5 border-b border-line px-4 py-1.5 max-pane:px-3">
      {mergedInto && <PartOf into={mergedInto} onTakeOut={() => triage.unmerge.mutate()} />}
      {snoozedAt && (
        <span className="flex min-w-0 items-center gap-1.5 text-meta text-ink-2">
          <AlarmClock size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
          <span className="truncate">
            {snoozedUntil && now
              ? `Snoozed until ${formatHour(new Date(snoozedUntil), new Date(now))}`
              : 'Snoozed until they reply'}
          </span>
          <Word onPress={() => triage.wake.mutate()}>Wake it</Word>
        </span>
      )}
      {priority !== 3 && <PriorityBadge priority={priority} />}
      {labels.map(({ id, name, hue }) => (
        <Chip
          key={id}
          hue={hue}
          removing={`Remove label ${name}`}
          onRemove={() => triage.label.mutate({ add: [], remove: [id], after: labels.filter((one) => one.id !== id) })}
        >
          {name}
        </Chip>
      ))}
    </div>
  );
}

export function PriorityBadge({ priority }: { priority: Priority }) {
  return (
    <Badge tone={priority === 1 ? 'danger' : priority === 2 ? 'attention' : 'quiet'} icon={prioritySigns[priority]}>
      {priorityNames[priority]}
    </Badge>
  );
}

function PartOf({ into, onTakeOut }: { into: { id: string; number: number }; onTakeOut: () => void }) {
  const to = { ...useDesk(), conversationId: into.id };
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-meta text-ink-2">
      <Merge size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
      <span>
        Part of{' '}
        <a href={deskHref(to)} onClick={moveOnPress(to)} className="font-medium text-accent-text">
          #{into.number}
        </a>{' '}
        now
      </span>
      <Word onPress={onTakeOut}>Take it out</Word>
    </span>
  );
}

function Word({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="h-6 flex-none rounded-corner px-1.5 text-meta font-medium text-accent-text hover:bg-hover max-pane:h-11"
    >
      {children}
    </button>
  );
}
