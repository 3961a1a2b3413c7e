import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelFailure } from './name-failure';
import { assertHidden, tellSent } from './tell-sent';

const prompt = (text: string): LanguageModelV4Prompt => [
  { role: 'system', content: 'You prepare an answer.' },
  { role: 'user', content: [{ type: 'text', text }] },
  {
    role: 'assistant',
    content: [{ type: 'tool-call', toolCallId: '1', toolName: 'orders_get', input: { order: 'NL-48213' } }],
  },
  {
    role: 'tool',
    content: [
      {
        type: 'tool-result',
        toolCallId: '1',
        toolName: 'orders_get',
        output: { type: 'text', value: 'to [PERSON_1]' },
      },
    ],
  },
];

describe('tellSent', () => {
  it('tells every text that leaves, with the tools', () => {
    const { sent } = tellSent(prompt('Where is it?'));
    expect(sent.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'tool']);
    expect(sent.map(({ text }) => text).join('\n')).toMatch(
      /Where is it\?[\s\S]*orders_get\(.*NL-48213[\s\S]*to \[PERSON_1\]/,
    );
  });

  it('cuts what is very long in the middle, and says how long it was', () => {
    const { sent, bytes } = tellSent(prompt(`Hello ${'x'.repeat(100_000)} goodbye`));
    expect(JSON.stringify(sent).length).toBeLessThan(14_000);
    expect(bytes).toBeGreaterThan(100_000);
    expect(sent[1]!.text).toMatch(/^Hello [\s\S]*characters[\s\S]*goodbye$/);
  });
});

describe('assertHidden', () => {
  it.each<[string, string[], boolean]>([
    ['Where is my parcel?', ['ada@winter.example'], true],
    ['Write to ada@winter.example', ['ada@winter.example'], false],
    ['Write to ADA@Winter.example', ['ada@winter.example'], false],
    ['Ann is here', ['Ann'], true], // too short to mean anybody
    ['Where is it?', [], true],
  ])('of “%s”, hiding %j', (text, values, leaves) => {
    if (leaves) expect(() => assertHidden(prompt(text), values)).not.toThrow();
    else expect(() => assertHidden(prompt(text), values)).toThrow(ModelFailure);
  });

  it.each<[string, string, string, boolean]>([
    ['a name', 'Marla', 'Write to Marla.', false],
    ['a name in other letters', 'Marla', 'MARLA wrote', false],
    ['a name of two words with a hyphen', 'Ann-Marie O’Neil', 'from Ann-Marie O’Neil, who', false],
    ['a word in which a name stands', 'Plane', 'May I take it on an airplane?', true],
    ['an address inside another word', 'marla@example.org', 'xmarla@example.org.au', false],
    ['a number inside another one', '+1 555 0100', 'call +1 555 01002', false],
    ['what is too short to mean anybody', 'Ann', 'Ann wrote', true],
    ['a placeholder', 'Marla', 'Write to [PERSON_1].', true],
  ])('looks for %s', (_, value, text, passes) => {
    const look = () => assertHidden(prompt(text), [value]);
    if (passes) expect(look).not.toThrow();
    else expect(look).toThrow('Something private');
  });

  it('holds back a value wherever it stands', () => {
    const value = fc.stringMatching(/^[a-z]{5,12}@[a-z]{3,8}\.example$/);
    const around = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(value, around, around, (hidden, before, after) => {
        expect(() => assertHidden(prompt(`${before}${hidden}${after}`), [hidden])).toThrow(ModelFailure);
      }),
    );
  });
});
