import type { MessageView } from '@/lib/conversations/conversation.schema';
import { isSameDay } from '@/lib/format/format-time';

/** `dated`: no line above names the day, so the message itself has to. */
export type LogItem =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'steps'; key: string; turnId: string; steps: string[] }
  | { kind: 'event'; key: string; message: MessageView }
  | { kind: 'note'; key: string; message: MessageView; dated: boolean }
  | { kind: 'message'; key: string; message: MessageView; head: boolean; channel: boolean; dated: boolean };

/** The same speaker within this time needs no second head. */
const sameBreathMs = 5 * 60_000;

/** Messages as the log shows them: days parted, speakers grouped, a turn's steps once before what it said. */
export function groupMessages(messages: MessageView[], zone?: string): LogItem[] {
  const items: LogItem[] = [];
  const turns = new Set<string>();
  let before: MessageView | null = null;
  let channel: string | null = null;
  let parted = false;
  for (const message of messages) {
    const newDay = before ? !isSameDay(before.at, message.at, zone) : false;
    if (newDay) parted = true;
    if (newDay) items.push({ kind: 'day', key: `day-${message.id}`, at: message.at });
    if (message.turn && message.turn.steps.length > 0 && !turns.has(message.turn.id)) {
      turns.add(message.turn.id);
      items.push({
        kind: 'steps',
        key: `steps-${message.turn.id}`,
        turnId: message.turn.id,
        steps: message.turn.steps,
      });
    }
    if (message.kind === 'event') items.push({ kind: 'event', key: message.id, message });
    else if (message.kind === 'note') items.push({ kind: 'note', key: message.id, message, dated: !parted });
    else {
      const previous = items.at(-1);
      const goesOn =
        previous?.kind === 'message' &&
        previous.message.author === message.author &&
        previous.message.person?.id === message.person?.id &&
        Date.parse(message.at) - Date.parse(previous.message.at) < sameBreathMs;
      const named = message.author === 'customer' && message.channel !== channel;
      items.push({ kind: 'message', key: message.id, message, head: !goesOn || named, channel: named, dated: !parted });
      if (message.author === 'customer') channel = message.channel;
    }
    before = message;
  }
  return items;
}
