'use client';

import type { MessageView } from '@/lib/conversations/conversation.schema';
import { formatHour } from '@/lib/format/choose-hour';
import { formatLongDay } from '@/lib/format/format-time';
import { DayLine, EventLine } from './event-line';
import type { LogItem } from './group-messages';
import type { Claim } from './mark-claims';
import { Message, Note } from './message';
import { isSending } from './sending';
import { StepLine } from './step-line';

type EntryProps = { item: LogItem; customer: string; meId: string; now: number; claims?: Claim[] };

/** Until when is said on the reader's own clock. */
function sayEvent({ text, event }: MessageView, now: number): string {
  return event?.until ? `${text} until ${formatHour(new Date(event.until), new Date(now || Date.now()))}` : text;
}

/** One line of a log, of whatever kind. */
export function LogEntry({ item, customer, meId, now, claims }: EntryProps) {
  switch (item.kind) {
    case 'day':
      return <DayLine text={formatLongDay(item.at)} />;
    case 'steps':
      return <StepLine turnId={item.turnId} steps={item.steps} />;
    case 'event':
      return <EventLine text={sayEvent(item.message, now)} name={item.message.event?.name ?? null} />;
    case 'note':
      return <Note message={item.message} dated={item.dated} meId={meId} now={now} />;
    case 'message':
      return (
        <Message
          message={item.message}
          head={item.head}
          dated={item.dated}
          channel={item.channel}
          customer={customer}
          meId={meId}
          now={now}
          claims={claims}
          sending={isSending(item.message.id)}
        />
      );
  }
}
