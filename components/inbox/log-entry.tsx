'use client';

import { formatLongDay } from '@/lib/format/format-time';
import { DayLine, EventLine } from './event-line';
import type { LogItem } from './group-messages';
import type { Claim } from './mark-claims';
import { Message, Note } from './message';
import { sendingPrefix } from './sending';
import { StepLine } from './step-line';

type EntryProps = { item: LogItem; customer: string; meId: string; now: number; claims?: Claim[] };

/** One line of a log, of whatever kind. */
export function LogEntry({ item, customer, meId, now, claims }: EntryProps) {
  switch (item.kind) {
    case 'day':
      return <DayLine text={formatLongDay(item.at)} />;
    case 'steps':
      return <StepLine turnId={item.turnId} steps={item.steps} />;
    case 'event':
      return <EventLine text={item.message.text} name={item.message.event?.name ?? null} />;
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
          sending={item.message.id.startsWith(sendingPrefix)}
        />
      );
  }
}
