'use client';

import { WifiOff } from 'lucide-react';
import { formatClock } from '@/lib/format/format-time';
import { ConversationPane } from './conversation-pane';
import { ListPane } from './list-pane';
import { useLiveStatus } from './live-status';
import { useDesk } from './use-desk';
import { ViewsPane } from './views-pane';

/** The inbox: views, list, conversation and its context, each folding away as the room grows small. */
export function InboxDesk() {
  const desk = useDesk();
  return (
    <>
      <ViewsPane desk={desk} />
      <main id="main" className="relative flex min-h-0 min-w-0 flex-1">
        <h1 className="sr-only">Inbox</h1>
        <ListPane desk={desk} hidden={desk.conversationId !== null} />
        <div className={`flex min-h-0 min-w-0 flex-1 flex-col ${desk.conversationId ? '' : 'max-pane:hidden'}`}>
          <OfflineBar />
          <div className="relative flex min-h-0 min-w-0 flex-1">
            <ConversationPane desk={desk} />
          </div>
        </div>
      </main>
    </>
  );
}

function OfflineBar() {
  const live = useLiveStatus();
  if (live.state !== 'offline') return null;
  return (
    <p role="status" className="flex flex-none items-center gap-3 bg-attention-tint px-4 py-2.5">
      <WifiOff size={16} strokeWidth={1.75} aria-hidden className="flex-none text-attention-text" />
      <span>
        <b>Offline since {formatClock(new Date(live.at).toISOString())}.</b> What you see may be old. What you write is
        kept here.
      </span>
    </p>
  );
}
