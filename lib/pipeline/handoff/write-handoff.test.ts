import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankPart } from '../blank-part';
import type { HandoffNeed, Part, Source } from '../plan.schema';
import { type HandoffInput, writeHandoff } from './write-handoff';

const reasons: HandoffNeed['reason'][] = [
  'asked_for_person',
  'sensitive_topic',
  'not_understood',
  'low_confidence',
  'no_answer',
  'policy_denied',
  'tool_failed',
  'not_verified',
  'playbook',
  'technical_failure',
  'approval_refused',
  'handed_over',
  'switched_off',
];
const need = (reason: HandoffNeed['reason'], more: Partial<HandoffNeed> = {}): HandoffNeed => ({
  reason,
  stopped: 'It stopped here.',
  missing: [],
  suggestion: null,
  ...more,
});
const part = (more: Partial<Part> = {}): Part => ({
  ...blankPart({ intent: 'refund', wants: 'Their money back', team: null }, 0.95),
  ...more,
});
const write = (more: Partial<HandoffInput> = {}) =>
  writeHandoff({
    parts: [],
    need: need('playbook'),
    asked: 'I want my money back',
    customer: { name: 'Ada Winter', firstName: 'Ada', verified: true, tier: 'Ridge' },
    heldBack: null,
    facts: [],
    ...more,
  });
it.each([
  ['playbook', [part({ wants: 'To open an account' })], 'To open an account'],
  ['not_understood', [part()], 'They sent a file, without a word'],
  ['no_answer', [], 'They sent a file, without a word'],
] as const)('quotes nothing where nothing was written: %s', (reason, parts, wants) => {
  expect(write({ asked: ' ', need: need(reason), parts: [...parts] }).wants).toBe(wants);
});

const source = (articleId: string): Source => ({ articleId, slug: articleId, title: articleId, version: 1 });

describe('writeHandoff', () => {
  it.each(reasons)('is complete for %s, with nothing but a name and a sentence', (reason) => {
    const handoff = write({
      need: need(reason),
      customer: { name: 'Visitor', firstName: null, verified: false, tier: null },
    });
    expect(handoff).toMatchObject({ reason, stopped: 'It stopped here.', known: ['Visitor is not verified'] });
    expect(handoff.wants).toContain('I want my money back');
    expect(handoff.nextStep.text.length).toBeGreaterThan(10);
    expect(handoff.nextStep.draft).toBe(1);
    expect(handoff.drafts[0]?.text).toMatch(/^Hi, I’m taking over/);
  });

  it('names the wish and quotes the customer, shortened', () => {
    const stopped = part({ kind: 'handoff', handoff: need('playbook') });
    const { wants } = write({
      parts: [part({ wants: 'Something else' }), stopped],
      asked: `My\n tent ${'x'.repeat(300)}`,
    });
    expect(wants).toMatch(/^Their money back: “My tent x+…”$/);
    expect(wants.length).toBeLessThan(190);
  });

  it('does not put a wish into the mouth of who was not understood', () => {
    const stopped = part({ kind: 'handoff', handoff: need('not_understood') });
    expect(write({ parts: [stopped], need: need('not_understood') }).wants).toBe('“I want my money back”');
  });

  it('gathers what every part tried, knew, missed and rested on, each once', () => {
    const tried = [{ what: 'Looked up NL-1', ok: true }];
    const first = part({
      kind: 'handoff',
      handoff: need('playbook', { missing: ['The day'] }),
      tried,
      known: ['Order NL-1'],
      sources: [source('a')],
    });
    const second = part({
      handoff: need('playbook', { missing: ['The day', 'The size'] }),
      sources: [source('a'), source('b')],
    });
    const handoff = write({ parts: [first, second], need: first.handoff!, facts: ['Amount $5'] });
    expect(handoff.tried).toEqual(tried);
    expect(handoff.known).toEqual(['Ada Winter is verified, Ridge member', 'Amount $5', 'Order NL-1']);
    expect(handoff.missing).toEqual(['The day', 'The size']);
    expect(handoff.sources.map((one) => one.articleId)).toEqual(['a', 'b']);
  });

  it('puts the suggestion first, then the answer held back, then the question', () => {
    const suggestion = { text: 'Ask the carrier', draft: 'I am asking the carrier.' };
    const handoff = write({
      need: need('playbook', { suggestion, missing: ['The day'] }),
      heldBack: 'It is on its way.',
    });
    expect(handoff.drafts.map((one) => one.label)).toEqual(['Suggested', 'Assistant’s answer', 'Ask']);
    expect(handoff.drafts[2]?.text).toContain('Hi Ada, ');
    expect(handoff.drafts[2]?.text).toContain('the day');
    expect(handoff.nextStep).toEqual({ text: 'Ask the carrier', draft: 1 });
  });

  it('is never empty where it matters, whatever happened', () => {
    const text = fc.string({ minLength: 1 });
    const anyNeed = fc.record({
      reason: fc.constantFrom(...reasons),
      stopped: text,
      missing: fc.array(text, { maxLength: 3 }),
      suggestion: fc.option(fc.record({ text, draft: text })),
    });
    const anyPart = fc
      .record({ wants: fc.string(), known: fc.array(text), handoff: fc.option(anyNeed) })
      .map((more) => part(more));
    fc.assert(
      fc.property(
        fc.array(anyPart, { maxLength: 3 }),
        anyNeed,
        fc.string(),
        fc.option(text),
        (parts, why, asked, heldBack) => {
          const handoff = write({ parts, need: why, asked, heldBack });
          expect(handoff.wants.trim()).not.toBe('');
          expect(handoff.stopped).not.toBe('');
          expect(handoff.nextStep.text).not.toBe('');
          expect(handoff.known.length).toBeGreaterThan(0);
          expect(handoff.drafts.length).toBeGreaterThan(0);
          expect(handoff.drafts.length).toBeLessThanOrEqual(3);
          expect(handoff.nextStep.draft).toBeLessThanOrEqual(handoff.drafts.length);
        },
      ),
    );
  });
});
