'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Clock3 } from 'lucide-react';
import { toast } from 'sonner';
import { sendAtOnce } from '@/app/(workspace)/inbox/writing/actions';
import { Button } from '@/components/ui/button';
import { useNow } from '@/components/ui/use-now';
import type { OutgoingView } from '@/lib/conversations/writing.schema';
import { formatHour } from '@/lib/format/choose-hour';
import { firstName } from '@/lib/format/initials';
import { inboxKeys } from './queries';
import { isSending } from './sending';
import { takeBackNow } from './sending-toast';

/** Replies that were given an hour stand above the composer until then. */
export function ScheduledStrip({ conversationId, outgoing }: { conversationId: string; outgoing: OutgoingView[] }) {
  const client = useQueryClient();
  const now = useNow(60_000);
  const scheduled = outgoing.filter((one) => one.scheduled);
  if (scheduled.length === 0) return null;
  const sendNow = async (outgoingId: string) => {
    const result = await sendAtOnce({ outgoingId }).catch(() => null);
    void client.invalidateQueries({ queryKey: inboxKeys.conversation(conversationId) });
    if (!result?.ok)
      toast.error('It was not sent', { description: result?.message ?? 'The server cannot be reached.' });
    else if (!result.value.sent)
      toast.error('It was not sent', { description: 'You do not have this conversation any more. The text is kept.' });
  };
  return (
    <ul aria-label="Scheduled replies" className="flex-none border-t border-line">
      {scheduled.map((one) => (
        <li
          key={one.id}
          className="flex min-h-10 items-center gap-2.5 border-b border-line px-6 py-1 last:border-b-0 max-pane:px-4"
        >
          <Clock3 size={14} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
          <span className="flex-none font-medium">
            {one.mine ? '' : `${firstName(one.person?.name ?? 'Somebody')}, `}
            {formatHour(new Date(one.sendAt), new Date(now || Date.parse(one.createdAt)))}
          </span>
          <span className="min-w-0 flex-1 truncate text-ink-2">{one.text || 'Only files'}</span>
          {one.mine && (
            <>
              <Button
                look="plain"
                disabled={isSending(one.id)}
                onClick={() => void takeBackNow(client, conversationId, one.id)}
              >
                Take back
              </Button>
              <Button look="plain" disabled={isSending(one.id)} onClick={() => void sendNow(one.id)}>
                Send now
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
