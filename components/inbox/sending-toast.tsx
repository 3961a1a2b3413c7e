'use client';

import type { QueryClient } from '@tanstack/react-query';
import { Clock3, Send } from 'lucide-react';
import { useEffect } from 'react';
import { toast } from 'sonner';
import { takeBack } from '@/app/(workspace)/inbox/writing/actions';
import { offerUndo } from '@/components/shell/undoable';
import { useKeys } from '@/components/shell/use-shortcut';
import { Keys } from '@/components/ui/keys';
import { useNow } from '@/components/ui/use-now';
import type { SentReply } from '@/lib/conversations/writing.schema';
import { formatHour } from '@/lib/format/choose-hour';
import { inboxKeys } from './queries';

type GoingOut = { conversationId: string; sent: SentReply; solve: boolean; scheduled: boolean };

/** A scheduled one is told for as long as a reply that goes at once; it is taken back above the composer too. */
const scheduledMs = 8_000;

/** Says that a reply is on its way, for as long as it can be taken back. */
export function showGoingOut(client: QueryClient, { conversationId, sent, solve, scheduled }: GoingOut): void {
  const { outgoingId, seconds, sendAt } = sent;
  if (!outgoingId) return;
  const toastId = `going-out-${outgoingId}`;
  const until = Date.now() + (scheduled ? scheduledMs : seconds * 1_000);
  const undo = () => {
    withdraw();
    toast.dismiss(toastId);
    void takeBackNow(client, conversationId, outgoingId);
  };
  const withdraw = offerUndo({ id: outgoingId, until, undo });
  toast.custom(
    () => (
      <GoingOutToast
        until={until}
        hour={scheduled ? sendAt : null}
        solve={solve}
        onUndo={undo}
        onEnd={() => {
          withdraw();
          toast.dismiss(toastId);
        }}
      />
    ),
    { id: toastId, duration: Number.POSITIVE_INFINITY },
  );
}

/** Takes a reply back and shows it where it was written. */
export async function takeBackNow(client: QueryClient, conversationId: string, outgoingId: string): Promise<void> {
  const result = await takeBack({ outgoingId }).catch(() => null);
  void client.invalidateQueries({ queryKey: inboxKeys.conversation(conversationId) });
  if (result?.ok) toast.success('Taken back', { description: 'It waits where you wrote it.' });
  else toast.error('Too late to take it back', { description: result?.message ?? 'The server cannot be reached.' });
}

type Props = { until: number; hour: string | null; solve: boolean; onUndo: () => void; onEnd: () => void };

function GoingOutToast({ until, hour, solve, onUndo, onEnd }: Props) {
  const now = useNow(250) || Date.now();
  const left = Math.max(0, Math.ceil((until - now) / 1_000));
  const over = left === 0;
  const keys = useKeys('desk.undo');
  useEffect(() => {
    if (over) onEnd();
  }, [over, onEnd]);
  const Sign = hour ? Clock3 : Send;
  return (
    <div
      role="status"
      className="flex w-[308px] max-w-[calc(100vw-32px)] items-center gap-2.5 rounded-corner-float bg-raised py-2 pr-2 pl-4 font-sans text-work text-ink-1 shadow-float"
    >
      <Sign size={16} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
      <span className="min-w-0 flex-1 truncate tabular-nums">
        {hour ? `Goes out ${formatHour(new Date(hour), new Date(now))}` : <Counting left={left} solve={solve} />}
      </span>
      <button
        type="button"
        onClick={onUndo}
        className="inline-flex h-8 flex-none items-center gap-1.5 rounded-corner px-2 font-medium text-ink-2 hover:bg-hover max-pane:h-11"
      >
        Undo
        <Keys keys={keys} look="rest" />
      </button>
    </div>
  );
}

/** Counted for the eye; those who listen hear once that it goes out. */
function Counting({ left, solve }: { left: number; solve: boolean }) {
  return (
    <>
      <span className="sr-only">{solve ? 'Goes out in seconds and is solved then.' : 'Goes out in seconds.'}</span>
      <span aria-hidden>
        Goes out in {left} s{solve && ', then solved'}
      </span>
    </>
  );
}
