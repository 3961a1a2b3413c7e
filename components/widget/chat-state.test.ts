import { describe, expect, it } from 'vitest';
import type { ChatMessage, ChatState, ChatView } from '@/lib/channels/chat.schema';
import { apply, begin, type Change, isWorking, type Model, openProgress } from './chat-state';

const state: ChatState = { id: 'c', state: 'open', holder: 'assistant', agent: null, rating: null, working: false };
const said = (id: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  clientId: null,
  author: 'customer',
  name: null,
  text: id,
  at: `2026-11-20T12:00:0${id}.000Z`,
  sources: [],
  turnId: null,
  files: [],
  steps: [],
  ...more,
});
const view = (messages: ChatMessage[], more: Partial<ChatState> = {}): ChatView => ({
  ...state,
  ...more,
  messages,
  cursor: '1-1',
});
const session = (conversation: ChatView | null): Change => ({
  kind: 'opened',
  session: { token: 't', workspace: 'W', verified: false, refused: null, conversation, survey: null },
  left: null,
});
const run = (...changes: Change[]): Model => changes.reduce(apply, begin('W'));

const sending: Change = { kind: 'sending', unsent: { clientId: 'x', text: 'hi', files: [], failed: null } };
const sent: Change = { kind: 'sent', clientId: 'x', conversationId: 'c', messageId: '1', at: said('1').at };
const own = said('1', { clientId: 'x', text: 'hi' });
const answer = said('2', { author: 'assistant', turnId: 'turn' });

describe('the chat', () => {
  it('shows a message once, whichever of answer and event comes first', () => {
    const events: Change = { kind: 'message', message: own };
    for (const order of [
      [sent, events],
      [events, sent],
      [sent, { kind: 'read', view: view([own]) } as Change, events],
    ]) {
      const model = run(session(view([])), sending, ...order);
      expect(model.messages.map((one) => one.id)).toEqual(['1']);
      expect(model.unsent).toEqual([]);
    }
  });

  it('keeps a failed message with its reason until it is sent', () => {
    const failed = run(session(null), sending, { kind: 'not_sent', clientId: 'x', why: 'No line.' });
    expect(failed.unsent).toEqual([{ clientId: 'x', text: 'hi', files: [], failed: 'No line.' }]);
    expect(apply(failed, sending).unsent).toEqual([{ clientId: 'x', text: 'hi', files: [], failed: null }]);
    expect(apply(failed, session(null)).unsent).toHaveLength(1);
  });

  it('shows the files of a message before and after it is sent', () => {
    const files = [{ id: 'f', name: 'bill.pdf', bytes: 9 }];
    const model = run(session(view([])), { kind: 'sending', unsent: { clientId: 'x', text: '', files, failed: null } });
    expect(model.unsent[0]).toMatchObject({ files });
    expect(apply(model, sent).messages[0]).toMatchObject({ text: '', files });
  });

  it('orders by time, whatever comes late', () => {
    const model = run(session(view([answer])), { kind: 'message', message: own });
    expect(model.messages.map((one) => one.id)).toEqual(['1', '2']);
  });

  it('waits for the assistant until it answers, a person takes over, or it is overdue', () => {
    const waiting = run(session(view([])), sending, sent);
    expect(isWorking(waiting)).toBe(true);
    expect(isWorking(apply(waiting, { kind: 'message', message: answer }))).toBe(false);
    expect(isWorking(apply(waiting, { kind: 'state', state: { ...state, holder: 'queue' } }))).toBe(false);
    expect(isWorking(apply(waiting, { kind: 'overdue' }))).toBe(false);
    expect(isWorking(run(session(view([], { holder: 'agent' })), sending, sent))).toBe(false);
  });

  it('shows progress while it happens, and over the answer once there is one', () => {
    const told = (says: string, done: boolean): Change => ({
      kind: 'progress',
      progress: { turnId: 'turn', says, done },
    });
    const working = run(session(view([])), sending, sent, told('A', false), told('A', true), told('B', false));
    expect(openProgress(working)).toEqual([
      { turnId: 'turn', says: 'A', done: true },
      { turnId: 'turn', says: 'B', done: false },
    ]);
    expect(openProgress(apply(working, { kind: 'message', message: answer }))).toEqual([]);
    expect(openProgress(apply(working, { kind: 'overdue' }))).toEqual([{ turnId: 'turn', says: 'A', done: true }]);
  });

  describe('a reply that is being written', () => {
    const partial = (text: string, turnId = 'turn'): Change => ({
      kind: 'progress',
      progress: { turnId, says: 'Writing', done: false, partial: text },
    });
    const working: Change = { kind: 'state', state: { ...state, working: true } };
    const begun = () => run(session(view([])), sending, sent, working, partial('One.'));

    it('grows, whatever comes late, and is no line of what was done', () => {
      const model = apply(apply(begun(), partial('One. Two.')), partial('One.'));
      expect(model.writing).toEqual({ turnId: 'turn', text: 'One. Two.' });
      expect(openProgress(model)).toEqual([]);
    });

    it('gives way to the answer, and does not come back after it', () => {
      const answered = apply(begun(), { kind: 'message', message: answer });
      expect(answered.writing).toBeNull();
      expect(apply(apply(answered, working), partial('One.')).writing).toBeNull();
    });

    it.each<[string, Change]>([
      ['the turn ends without it', { kind: 'state', state }],
      ['a person takes over', { kind: 'state', state: { ...state, holder: 'queue', working: true } }],
      ['the customer goes on writing', { ...sending }],
      ['a person answers', { kind: 'message', message: said('3', { author: 'agent', name: 'Ines' }) }],
    ])('is gone when %s', (_, end) => {
      expect(apply(begun(), end).writing).toBeNull();
    });

    it('is not begun by what comes after the end', () => {
      const ended = run(session(view([])), sending, sent, working, { kind: 'state', state }, { kind: 'overdue' });
      expect(apply(ended, partial('One.')).writing).toBeNull();
    });
  });

  it('begins anew after the end, and does not come back to what was left', () => {
    const closed = view([own, answer], { state: 'closed' });
    expect(run(session(closed), { kind: 'left' })).toMatchObject({ conversation: null, messages: [], token: 't' });
    expect(run({ ...session(closed), left: 'c' } as Change).conversation).toBeNull();
    expect(run({ ...session(view([own])), left: 'c' } as Change).conversation?.id).toBe('c');
  });

  it('shows another conversation without what was said in the last', () => {
    const model = run(session(view([own])), { kind: 'read', view: { ...view([answer]), id: 'd' } });
    expect(model.messages.map((one) => one.id)).toEqual(['2']);
  });
});
