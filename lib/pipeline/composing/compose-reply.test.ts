import { describe, expect, it } from 'vitest';
import { blankPart } from '../blank-part';
import type { Part } from '../plan.schema';
import { type Composition, composeReply } from './compose-reply';

const part = (text: string, kind: Part['kind'] = 'reply'): Part => ({
  ...blankPart({ intent: 'x', wants: '', team: null }, 1),
  kind,
  text,
});
const compose = (more: Partial<Composition> = {}) =>
  composeReply({
    workspace: 'Northline',
    firstName: 'Ada',
    disclose: false,
    language: 'en',
    parts: [part('It is on its way.')],
    acknowledgement: null,
    ...more,
  });

describe('composeReply', () => {
  it('says first of all that it is an AI, once', () => {
    expect(compose({ disclose: true })).toBe('Hi Ada, I’m Northline’s AI assistant. It is on its way.');
    expect(compose()).toBe('It is on its way.');
  });

  it.each(['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'pl', 'ja', 'zh', 'sv', 'und'])('discloses in %s', (language) => {
    const said = compose({ disclose: true, language, firstName: null });
    expect(said).toContain('Northline');
    expect(said).toMatch(/\b(AI|IA)\b|KI|AI/);
    expect(said).not.toMatch(/null|undefined/);
  });

  it('discloses when people take over at once', () => {
    const said = compose({ disclose: true, parts: [part('', 'handoff')], acknowledgement: 'A colleague takes over.' });
    expect(said).toBe('Hi Ada, I’m Northline’s AI assistant. A colleague takes over.');
  });

  it('says what a playbook said on the way before people take over', () => {
    const parts = [{ ...part('for the agent', 'handoff'), before: 'I looked it up.' }];
    expect(compose({ parts, acknowledgement: 'A colleague takes over.' })).toBe(
      'I looked it up.\n\nA colleague takes over.',
    );
  });

  it('gives each wish a paragraph, says nothing twice and keeps what stopped to the desk', () => {
    const parts = [part('One. '), part('Two.'), part('One.'), part('Inside.', 'handoff')];
    expect(compose({ parts, acknowledgement: 'Three.' })).toBe('One.\n\nTwo.\n\nThree.');
  });
});
