import { describe, expect, it } from 'vitest';
import { type CommandId, commandIds, commands, drawKey, keyOf } from './commands';
import { decideKey } from './decide-key';

describe('the table of commands', () => {
  it('has no key twice, and none that hides a sequence', () => {
    for (const id of commandIds) {
      if (commands[id].fixed) continue;
      const last = commands[id].key.split(' ').at(-1) ?? '';
      expect(decideKey(id, last, {}), id).toEqual({ ok: true, key: commands[id].key });
    }
  });
});

describe('decideKey', () => {
  const rows: [string, CommandId, string, Record<string, string>, unknown][] = [
    ['a free key', 'conversation.solve', 'KeyQ', {}, { ok: true, key: 'KeyQ' }],
    ['a free key with Shift', 'conversation.solve', 'Shift+KeyQ', {}, { ok: true, key: 'Shift+KeyQ' }],
    ['another’s key', 'conversation.solve', 'KeyJ', {}, { ok: false, why: 'taken', by: 'list.next' }],
    ['one that another has given up', 'conversation.solve', 'KeyJ', { 'list.next': 'KeyD' }, { ok: true, key: 'KeyJ' }],
    [
      'one that another has been given',
      'list.next',
      'KeyQ',
      { 'conversation.solve': 'KeyQ' },
      { ok: false, why: 'taken', by: 'conversation.solve' },
    ],
    ['its own', 'conversation.solve', 'KeyE', {}, { ok: true, key: 'KeyE' }],
    ['the beginning of a sequence', 'conversation.solve', 'KeyG', {}, { ok: false, why: 'taken', by: 'go.inbox' }],
    ['the second key of a sequence', 'go.inbox', 'KeyJ', {}, { ok: true, key: 'KeyG KeyJ' }],
    ['the second key of another sequence', 'go.inbox', 'KeyR', {}, { ok: false, why: 'taken', by: 'go.review' }],
    ['the browser’s', 'conversation.solve', 'Mod+KeyW', {}, { ok: false, why: 'browser' }],
    ['what scrolls', 'conversation.solve', 'Space', {}, { ok: false, why: 'browser' }],
    ['what moves the focus', 'list.next', 'Shift+Tab', {}, { ok: false, why: 'browser' }],
    ['a function key', 'list.next', 'F5', {}, { ok: false, why: 'browser' }],
    ['a letter where one types', 'composer.send', 'KeyS', {}, { ok: false, why: 'typing' }],
    ['⌘ and a free key where one types', 'composer.send', 'Mod+Period', {}, { ok: true, key: 'Mod+Period' }],
  ];
  it.each(rows)('%s', (_, id, pressed, own, verdict) => {
    expect(decideKey(id, pressed, own)).toEqual(verdict);
  });
});

describe('keyOf and drawKey', () => {
  it('gives a person’s own key before the one it comes with', () => {
    expect(keyOf('list.next', {})).toBe('KeyJ');
    expect(keyOf('list.next', { 'list.next': 'KeyD' })).toBe('KeyD');
  });
  it.each([
    ['KeyJ', ['J']],
    ['Digit1', ['1']],
    ['Shift+KeyE', ['⇧', 'E']],
    ['Mod+Shift+Enter', ['⌘', '⇧', '⏎']],
    ['Shift+Slash', ['?']],
    ['KeyG KeyI', ['G', 'then', 'I']],
  ])('draws %s', (key, caps) => expect(drawKey(key)).toEqual(caps));
});
