'use client';

import { Flame, Timer } from 'lucide-react';
import { join } from '@/components/ui/join';
import { useNow } from '@/components/ui/use-now';
import type { ConversationRow } from '@/lib/conversations/conversation.schema';
import { describeClock } from '@/lib/format/describe-clock';

const tones = {
  quiet: 'text-ink-3',
  soon: 'font-medium text-attention-text',
  over: 'font-medium text-danger-text',
} as const;

type Props = { row: Pick<ConversationRow, 'state' | 'dueAt' | 'waitingSince' | 'lastMessageAt' | 'closedAt'> };

export function RowClock({ row }: Props) {
  const now = useNow();
  if (now === 0) return null;
  const clock = describeClock(row, now);
  const Icon = clock.tone === 'over' ? Flame : Timer;
  const timed = row.state === 'open' && (row.dueAt !== null || row.waitingSince !== null);
  return (
    <span
      className={join(
        'inline-flex flex-none items-center gap-1 text-meta whitespace-nowrap tabular-nums',
        tones[clock.tone],
      )}
    >
      {timed && <Icon size={12} strokeWidth={2} aria-hidden />}
      {clock.text}
    </span>
  );
}
