'use client';

import { Wifi, WifiOff } from 'lucide-react';
import { AssistantAvatar } from '@/components/ui/avatar';
import { useNow } from '@/components/ui/use-now';
import { formatAgo, formatClock } from '@/lib/format/format-time';
import { deskHref } from './desk';
import { useLiveStatus } from './live-status';
import { useCounts } from './queries';
import { moveOnPress } from './use-desk';

const held = { view: 'assistant', team: null, conversationId: null };

/** How many the assistant holds, and whether what one sees is live. */
export function LiveFooter({ inDesk }: { inDesk: boolean }) {
  const { data: counts } = useCounts();
  return (
    <footer className="flex flex-col gap-1.5 border-t border-line px-4 py-3 text-meta text-ink-2">
      <a
        href={deskHref(held)}
        onClick={inDesk ? moveOnPress(held) : undefined}
        className="flex items-center gap-2 rounded-corner hover:text-ink-1"
      >
        <AssistantAvatar size={20} />
        <span>
          Assistant holds <b className="text-ink-1 tabular-nums">{counts ? counts.assistantHolds : '–'}</b>
        </span>
      </a>
      <LiveLine />
    </footer>
  );
}

export function LiveLine() {
  const live = useLiveStatus();
  const now = useNow(1000);
  const offline = live.state === 'offline';
  const Icon = offline ? WifiOff : Wifi;
  const text = offline
    ? `Offline since ${formatClock(new Date(live.at).toISOString())}`
    : live.state === 'live' && now > 0
      ? `Live, ${formatAgo(live.at, now)}`
      : 'Connecting';
  return (
    <p className={`flex items-center gap-3 pl-1 tabular-nums ${offline ? 'text-attention-text' : 'text-ink-3'}`}>
      <Icon size={12} strokeWidth={2} aria-hidden />
      {text}
    </p>
  );
}
