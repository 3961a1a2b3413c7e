'use client';

import { AlarmClock, Flame, Pause, Timer } from 'lucide-react';
import { join } from '@/components/ui/join';
import { useNow } from '@/components/ui/use-now';
import type { ConversationRow } from '@/lib/conversations/conversation.schema';
import { describeClock, namePromise } from '@/lib/format/describe-clock';

const tones = {
  quiet: 'text-ink-3',
  soon: 'font-medium text-attention-text',
  over: 'font-medium text-danger-text',
} as const;

type Props = {
  row: Pick<ConversationRow, 'state' | 'dueAt' | 'waitingSince' | 'lastMessageAt' | 'closedAt'> &
    Partial<Pick<ConversationRow, 'dueKind' | 'pausedSeconds' | 'snoozedAt' | 'snoozedUntil'>>;
};

export function RowClock({ row }: Props) {
  const now = useNow();
  if (now === 0) return null;
  const clock = describeClock(row, now);
  const Icon = signOf(row, clock.tone);
  return (
    <span
      title={namePromise(row) ?? undefined}
      className={join(
        'inline-flex flex-none items-center gap-1 text-meta whitespace-nowrap tabular-nums',
        tones[clock.tone],
      )}
    >
      {Icon && <Icon size={12} strokeWidth={2} aria-hidden />}
      {clock.text}
    </span>
  );
}

function signOf(row: Props['row'], tone: keyof typeof tones) {
  if (row.state === 'closed') return null;
  if (row.snoozedAt) return AlarmClock;
  if (tone === 'over') return Flame;
  if (row.dueAt !== null || row.waitingSince !== null) return Timer;
  return row.pausedSeconds ? Pause : null;
}
