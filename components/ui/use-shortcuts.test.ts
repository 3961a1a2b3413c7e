import { describe, expect, it } from 'vitest';
import { nameKey, namesOf } from './use-shortcuts';

const key = { code: 'KeyE', key: 'e', shiftKey: false, metaKey: false, ctrlKey: false };

describe('nameKey', () => {
  it.each([
    [key, 'KeyE'],
    [{ ...key, shiftKey: true }, 'Shift+KeyE'],
    [{ ...key, code: 'Enter', metaKey: true, shiftKey: true }, 'Mod+Shift+Enter'],
    [{ ...key, code: 'Enter', ctrlKey: true }, 'Mod+Enter'],
  ])('%#', (press, name) => expect(nameKey(press)).toBe(name));
});

describe('namesOf', () => {
  it.each([
    ['the place alone, whatever letter lies there', { ...key, key: 'ę' }, ['KeyE']],
    [
      '? where the layout has it elsewhere',
      { ...key, code: 'Minus', key: '?', shiftKey: true },
      ['Shift+Slash', 'Shift+Minus'],
    ],
    [
      '/ where the layout has it elsewhere',
      { ...key, code: 'Digit7', key: '/', shiftKey: true },
      ['Slash', 'Shift+Digit7'],
    ],
    ['? in its place', { ...key, code: 'Slash', key: '?', shiftKey: true }, ['Shift+Slash']],
  ])('%s', (_, press, names) => expect(namesOf(press)).toEqual(names));
});
