import { describe, expect, it } from 'vitest';
import { intents } from './intents';

describe('seed intents', () => {
  it('have keys of their own', () => {
    const keys = intents.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('unknown');
  });

  it.each(intents)('$key has enough examples', ({ examples, name, description }) => {
    expect(examples.length).toBeGreaterThanOrEqual(34);
    expect(name && description).toBeTruthy();
  });

  it('says nothing twice', () => {
    const plain = intents.flatMap(({ key, examples }) =>
      examples.map((text) => [
        text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
        key,
      ]),
    );
    const seen = new Map<string, string>();
    const twice = plain.filter(([text, key]) => {
      const before = seen.get(text!);
      seen.set(text!, key!);
      // What is only signs is empty here, and may differ.
      return text !== '' && before !== undefined;
    });
    expect(twice).toEqual([]);
  });
});
