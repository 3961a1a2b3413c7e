import { describe, expect, it } from 'vitest';
import { keySchema, parsePreferences, preferencesPatchSchema } from './preferences.schema';

const asItComes = parsePreferences({});

describe('parsePreferences', () => {
  it.each([null, undefined, 'x', 3, [], {}])('makes of %j what it comes as', (stored) => {
    expect(parsePreferences(stored)).toEqual({
      keys: {},
      notify: { assigned: true, mentioned: true, replied: true, late: true, approval: true },
      browser: false,
      sound: false,
      quiet: null,
      undoSeconds: 10,
    });
  });
  it('keeps the parts it understands when another is not', () => {
    const stored = { undoSeconds: 20, keys: { 'conversation.solve': 'KeyQ' }, quiet: { from: 'late' }, sound: 'loud' };
    expect(parsePreferences(stored)).toEqual({ ...asItComes, undoSeconds: 20, keys: { 'conversation.solve': 'KeyQ' } });
  });
});

describe('keySchema', () => {
  it.each(['KeyJ', 'Shift+KeyE', 'Mod+Shift+Enter', 'KeyG KeyI', 'Digit1', 'Slash'])('knows %s', (key) => {
    expect(keySchema.safeParse(key).success).toBe(true);
  });
  it.each(['', 'Shift+', 'a b c', 'Alt+KeyA', '<b>', 'K'.repeat(61)])('refuses %j', (key) => {
    expect(keySchema.safeParse(key).success).toBe(false);
  });
});

describe('preferencesPatchSchema', () => {
  it('names only what it changes', () => {
    expect(preferencesPatchSchema.parse({ undoSeconds: 5 })).toEqual({ undoSeconds: 5 });
  });
  it.each([{ undoSeconds: 7 }, { quiet: { from: '25:00', to: '07:00', days: [1], timeZone: 'UTC' } }, { sound: 'on' }])(
    'refuses %j',
    (patch) => expect(preferencesPatchSchema.safeParse(patch).success).toBe(false),
  );
});
