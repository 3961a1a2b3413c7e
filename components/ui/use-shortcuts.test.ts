import { describe, expect, it } from 'vitest';
import { nameKey } from './use-shortcuts';

const key = { code: 'KeyE', shiftKey: false, metaKey: false, ctrlKey: false };

describe('nameKey', () => {
  it.each([
    [key, 'KeyE'],
    [{ ...key, shiftKey: true }, 'Shift+KeyE'],
    [{ ...key, code: 'Enter', metaKey: true, shiftKey: true }, 'Mod+Shift+Enter'],
    [{ ...key, code: 'Enter', ctrlKey: true }, 'Mod+Enter'],
  ])('%#', (press, name) => expect(nameKey(press)).toBe(name));
});
