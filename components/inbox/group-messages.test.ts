import { describe, expect, it } from 'vitest';
import type { MessageView } from '@/lib/conversations/conversation.schema';
import { groupMessages } from './group-messages';

const base = Date.parse('2026-11-19T14:00:00Z');
let count = 0;

function message(minutes: number, over: Partial<MessageView> = {}): MessageView {
  count += 1;
  return {
    id: `m${count}`,
    author: 'customer',
    kind: 'reply',
    text: 'Hello',
    at: new Date(base + minutes * 60_000).toISOString(),
    person: null,
    channel: 'web_chat',
    sources: [],
    attachments: [],
    mentions: [],
    event: null,
    turn: null,
    ...over,
  };
}

const shape = (messages: MessageView[]) =>
  groupMessages(messages, 'UTC').map((item) =>
    item.kind === 'message' ? `${item.kind}${item.head ? '+head' : ''}${item.channel ? '+channel' : ''}` : item.kind,
  );

const turn = { id: 't1', number: 1, confidence: 0.9, tier: null, outcome: null, why: null, steps: ['Looked up order'] };

describe('groupMessages', () => {
  it.each([
    ['names the channel once', [message(0), message(9)], ['message+head+channel', 'message+head']],
    ['needs no second head within five minutes', [message(0), message(4)], ['message+head+channel', 'message']],
    [
      'names a new channel',
      [message(0), message(1, { channel: 'email' })],
      ['message+head+channel', 'message+head+channel'],
    ],
    ['parts the days', [message(0), message(60 * 24)], ['message+head+channel', 'day', 'message+head']],
    [
      'shows the steps of a turn once, before it',
      [message(0, { author: 'assistant', turn }), message(1, { author: 'assistant', turn })],
      ['steps', 'message+head', 'message'],
    ],
    [
      'starts a new head after an event',
      [message(0), message(1, { kind: 'event', author: 'system' }), message(2)],
      ['message+head+channel', 'event', 'message+head'],
    ],
    [
      'keeps notes apart',
      [message(0), message(1, { kind: 'note', author: 'agent' })],
      ['message+head+channel', 'note'],
    ],
  ])('%s', (_, messages, expected) => expect(shape(messages)).toEqual(expected));
});
