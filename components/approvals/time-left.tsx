'use client';

import { Timer } from 'lucide-react';
import { join } from '@/components/ui/join';
import { useNow } from '@/components/ui/use-now';
import { formatSpan } from '@/lib/format/format-time';

/** Nearer to the end than this somebody has to look. */
const soonMs = 15 * 60_000;

/** How long an approval still stands. */
export function TimeLeft({ dueAt }: { dueAt: string | null }) {
  const now = useNow();
  if (now === 0 || dueAt === null) return null;
  const left = Date.parse(dueAt) - now;
  return (
    <span
      className={join(
        'inline-flex flex-none items-center gap-1 text-meta whitespace-nowrap tabular-nums',
        left < soonMs ? 'font-medium text-attention-text' : 'text-ink-3',
      )}
    >
      <Timer size={12} strokeWidth={2} aria-hidden />
      {left > 0 ? `${formatSpan(Math.max(left, 60_000))} left` : 'over'}
    </span>
  );
}
